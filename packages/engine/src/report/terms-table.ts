import type { Comparison, FramingComparison } from "../analysis/comparison.ts";
import type { Case, Issue } from "../model/case.ts";
import { optionLabel } from "./in-words.ts";
import { cell, column, type Row, section, type Table } from "./table.ts";

/**
 * Illustrative terms, issue by issue: what stands today, then the first Nash deal of each framing that has one.
 * Framings that settle the same now share a column; what only some of them leave for later is marked so.
 */
export function termsTable(kase: Case, comparison: Comparison): Table {
  const columns = sharedColumns(
    kase,
    comparison.framings.filter((framing) => !framing.none),
  );
  return {
    title: "Terms it could hold",
    columns: [
      column(""),
      column("Today"),
      ...columns.map((same) => column(same.map((framing) => framing.label).join(" · "))),
    ],
    rows: kase.baskets.flatMap((basket): Row[] => {
      const issues = basket.issues.map((i) => kase.issues[i]);
      const rows = issues.map(
        (issue): Row => ({
          cells: [
            cell(`  ${issue.label}`),
            cell(todayOf(issue)),
            ...columns.map((same) => cell(termOf(issue, same))),
          ],
        }),
      );
      return columns.length === 0 ? [] : [section(basket.label), ...rows];
    }),
  };
}

/** Framings grouped so that, issue by issue, those of a group agree or have nothing on the table. */
function sharedColumns(kase: Case, framings: readonly FramingComparison[]): FramingComparison[][] {
  const groups: FramingComparison[][] = [];
  for (const framing of framings) {
    const agrees = (other: FramingComparison) =>
      kase.issues.every((issue) => {
        const [one, two] = [term(issue, framing), term(issue, other)];
        return one === two || one === offTable || two === offTable;
      });
    const group = groups.find((same) => same.every(agrees) && sameNow(framing, same[0]));
    if (group) group.push(framing);
    else groups.push([framing]);
  }
  return groups;
}

const sameNow = (a: FramingComparison, b: FramingComparison) =>
  JSON.stringify(a.focal.nash[0].outcome) === JSON.stringify(b.focal.nash[0].outcome);

const offTable = "–";

const termOf = (issue: Issue, framings: readonly FramingComparison[]): string =>
  framings.map((framing) => term(issue, framing)).find((words) => words !== offTable) ?? offTable;

const todayOf = (issue: Issue): string => (issue.statusQuo < 0 ? "–" : issue.options[issue.statusQuo].label);

function term(issue: Issue, framing: FramingComparison): string {
  const deal = framing.focal.nash[0];
  const standing = issue.options[issue.statusQuo]?.id;
  const agreed = deal.outcome[issue.id];
  const followed = deal.followOn?.[issue.id] ?? agreed;
  if (followed !== agreed) return `later: ${optionLabel(issue, followed)}`;
  if (agreed !== standing) return optionLabel(issue, agreed);
  return framing.onTable.includes(issue.id) ? "as today" : offTable;
}
