import { expect, it } from "vitest";
import { atEnd, broken, itReports, problemsOf } from "../bad-starter.oracle.ts";

const conflict = (makers: string, rest = "") => atEnd(`conflict:\n  decisionMakers:\n${makers}${rest}`);
const twoMakers =
  "    north: { options: { fill: { label: fill } }, prefers: [fill] }\n    south: { options: { sue: { label: sue } }, prefers: [not fill] }\n";

itReports([
  {
    why: "an option owned twice",
    edits: [conflict(twoMakers.replace("sue: { label: sue }", "fill: { label: fill }"))],
    code: "option-owned-twice",
    path: "conflict.decisionMakers.south.options.fill",
    at: "fill: { label: fill } }, prefers: [not",
  },
  {
    why: "an unknown option in a statement",
    edits: [conflict(twoMakers.replace("[not fill]", "[not fil]"))],
    code: "unknown-id",
    path: "conflict.decisionMakers.south.prefers.0",
    at: "fil]",
    says: /did you mean `fill`/,
  },
  {
    why: "an unknown option today",
    edits: [conflict(twoMakers, "  today: [fil]\n")],
    code: "unknown-id",
    path: "conflict.today.0",
    at: "fil]",
    says: /did you mean `fill`/,
  },
  {
    why: "a state that is not one",
    edits: [conflict(twoMakers.replace("prefers: [not fill]", "ranking: [YN, N]"))],
    code: "invalid-state",
    path: "conflict.decisionMakers.south.ranking.1",
    at: "N]",
    says: /expected 2 letters/,
  },
  {
    why: "preferences twice",
    edits: [conflict(twoMakers.replace("prefers: [not fill]", "prefers: [not fill], ranking: [YN]"))],
    code: "preferences-twice",
    path: "conflict.decisionMakers.south.ranking",
    at: "ranking: [YN]",
  },
  {
    why: "no preferences",
    edits: [conflict(twoMakers.replace(", prefers: [not fill]", ""))],
    code: "no-preferences",
    path: "conflict.decisionMakers.south",
    at: "south: { options",
  },
  {
    why: "one decision maker",
    edits: [conflict("    north: { options: { fill: { label: fill } }, prefers: [fill] }\n")],
    code: "too-few-decision-makers",
    path: "conflict.decisionMakers",
    at: "decisionMakers",
  },
  {
    why: "today ruled out",
    edits: [conflict(twoMakers, "  infeasible: [not fill]\n")],
    code: "today-infeasible",
    path: "conflict.today",
    at: "conflict:",
  },
  {
    why: "a statement that is always true",
    edits: [conflict(twoMakers.replace("[not fill]", "[fill or not fill]"))],
    code: "always-the-same",
    path: "conflict.decisionMakers.south.prefers.0",
    at: "fill or not",
  },
]);

it("allows at most 24 options", () => {
  const options = Array.from({ length: 25 }, (_, index) => `o${index}: { label: o }`).join(", ");
  const makers = `    north: { options: { ${options} }, prefers: [o1] }\n    south: { options: { sue: { label: sue } }, prefers: [sue] }\n`;
  expect(problemsOf(broken(conflict(makers)))).toMatchObject([{ code: "too-many-options" }]);
});
