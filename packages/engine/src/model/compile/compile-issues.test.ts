import { itReports } from "../bad-starter.oracle.ts";

const border = "border: { label: Border, issues: [crossings] }";

itReports([
  {
    why: "an issue in two baskets",
    edits: [[border, "border: { label: Border, issues: [crossings, filling] }"]],
    code: "in-two-baskets",
    path: "baskets.border.issues.1",
    at: "filling] }\n\n",
    says: /`river` and `border`/,
  },
  {
    why: "an issue in no basket",
    edits: [["issues: [release, filling]", "issues: [release]"]],
    code: "in-no-basket",
    path: "issues.filling",
    at: "filling:\n    label",
  },
  {
    why: "an issue without a status quo",
    edits: [["    statusQuo: fast\n", ""]],
    code: "no-status-quo",
    path: "issues.filling",
    at: "filling:\n    label",
  },
  {
    why: "an empty basket",
    edits: [[border, "border: { label: Border, issues: [] }"]],
    code: "empty",
    path: "baskets.border.issues",
    at: "[] }",
  },
]);
