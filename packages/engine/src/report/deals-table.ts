import { type Deals, type FocalDeal, type FocalRule, focalRules } from "../analysis/deals-result.ts";
import type { Case, Issue } from "../model/case.ts";
import { optionLabel } from "./in-words.ts";
import { column, type Row, row, section, type Table } from "./table.ts";

/** A rule's name, for rules whose first deals are the same: "Nash · egalitarian". */
const ruleNames: Readonly<Record<FocalRule, string>> = {
  nash: "Nash",
  // Breaks between the names where the column is narrow.
  kalaiSmorodinsky: "Kalai and Smorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
};

/** Every efficient point: what it is worth to each principal, how many deals give it, and the first of them. */
export function frontierTable(kase: Case, deals: Deals): Table {
  const principals = kase.principals.map((p) => kase.parties[p]);
  const issues = kase.issues.filter(({ id }) => deals.onTable.includes(id));
  return {
    title: "Efficient deals",
    columns: [
      ...principals.map(({ label }) => column(label, "end")),
      column("deals", "end"),
      ...issues.map(({ label }) => column(label)),
    ],
    rows: deals.frontier.map(({ values, count, outcomes }) =>
      row(
        ...principals.map(({ id }) => values[id].toFixed(1)),
        count,
        ...issues.map((issue) => optionLabel(issue, outcomes[0]?.[issue.id] ?? "")),
      ),
    ),
  };
}

/** The first deal of each rule, issue by issue, beside what stands today; then what each is worth to whom. */
export function focalTable(kase: Case, deals: Deals): Table {
  const columns = rulesByDeal(deals);
  const later = deals.followOn?.issues ?? [];
  const valued = kase.parties.filter(({ id }) => columns.some(({ deal }) => id in deal.values));
  const terms = kase.baskets.flatMap((basket): Row[] => {
    const issues = basket.issues
      .map((i) => kase.issues[i])
      .filter(({ id }) => deals.onTable.includes(id) || later.includes(id));
    if (issues.length === 0) return [];
    return [
      section(basket.label),
      ...issues.map((issue) =>
        row(`  ${issue.label}`, today(issue), ...sameAsFirst(columns.map(({ deal }) => term(issue, deal)))),
      ),
    ];
  });
  return {
    title: "Terms that each rule singles out",
    columns: [
      column(""),
      column("Today"),
      ...columns.map(({ rules }) => column(rules.map((rule) => ruleNames[rule]).join(" · "))),
    ],
    rows: [
      ...terms,
      section(
        deals.followOn === null
          ? "Worth to each, on its own scale"
          : "Worth to each, on its own scale, later talks counted",
      ),
      ...valued.map(({ id, label }) =>
        row(`  ${label}`, noDeal(deals, id), ...columns.map(({ deal }) => points(deal.values[id]))),
      ),
    ],
  };
}

/** Rules with the same first deal share a column. */
function rulesByDeal({ focal }: Deals): { readonly rules: readonly FocalRule[]; readonly deal: FocalDeal }[] {
  const found = focalRules.filter((rule) => focal[rule].length > 0);
  const groups = Map.groupBy(found, (rule) =>
    JSON.stringify([focal[rule][0].outcome, focal[rule][0].followOn]),
  );
  return [...groups.values()].map((rules) => ({ rules, deal: focal[rules[0]][0] }));
}

/** Terms that the first rule has too are not repeated. */
const sameAsFirst = (terms: readonly string[]): string[] =>
  terms.map((words, i) => (i > 0 && words === terms[0] ? "same" : words));

const today = (issue: Issue): string => (issue.statusQuo < 0 ? "–" : issue.options[issue.statusQuo].label);

function term(issue: Issue, { outcome, followOn }: FocalDeal): string {
  const standing = issue.options[issue.statusQuo]?.id;
  const agreed = outcome[issue.id];
  const followed = followOn?.[issue.id] ?? agreed;
  if (followed !== agreed) return `later: ${optionLabel(issue, followed)}`;
  return agreed === standing ? "as today" : optionLabel(issue, agreed);
}

const noDeal = ({ noDeal: values }: Deals, party: string): string =>
  party in values ? `no deal ${points(values[party])}` : "";

const points = (value: number | undefined): string =>
  value === undefined ? "–" : value.toFixed(1).replace("-", "−");
