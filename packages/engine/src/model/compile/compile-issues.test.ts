import { expect, it } from "vitest";
import { agendaAlone } from "../agenda-alone.oracle.ts";
import { itReports } from "../bad-starter.oracle.ts";
import { readCase } from "../read-case.ts";

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
    says: /has no issues/,
    with: ["in-no-basket"],
  },
  {
    why: "a basket that leaves its issues out",
    edits: [[border, "border: { label: Border }"]],
    code: "empty",
    path: "baskets.border.issues",
    at: "border: { label: Border }",
    with: ["in-no-basket"],
  },
]);

it("takes baskets without issues where the case has no issues at all", () => {
  const found = readCase({ path: "cases/x/case.yaml", caseText: agendaAlone, sources: {} });
  expect(found.problems).toEqual([]);
  expect(found.ok && found.value.baskets.map(({ issues }) => issues)).toEqual([[], []]);
});
