import type { FramingDeals } from "../analysis/comparison.ts";
import type { Deals, FocalDeal, FocalRule } from "../analysis/deals-result.ts";
import type { Case, Issue } from "../model/case.ts";
import { optionLabel } from "./in-words.ts";
import { column, type Row, row, section, type Table } from "./table.ts";

/** A rule's name, for rules whose first deals are the same: "Nash · egalitarian". */
const ruleNames: Readonly<Record<FocalRule | "raiffa" | "weightedNash", string>> = {
  nash: "Nash",
  // Breaks between the names where the column is narrow.
  kalaiSmorodinsky: "Kalai and Smorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
  raiffa: "Raiffa",
  weightedNash: "Nash by recognition",
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
export function focalTable(kase: Case, deals: FramingDeals): Table {
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
    columns: [column(""), column("Today"), ...columns.map(({ rules }) => column(rules.join(" · ")))],
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

/** Rules with the same first deal share a column; in the order of `ruleNames`. */
function rulesByDeal({
  focal,
  further,
}: FramingDeals): { readonly rules: readonly string[]; readonly deal: FocalDeal }[] {
  const all = { ...focal, raiffa: further.raiffa, weightedNash: further.weightedNash };
  const found = (Object.keys(ruleNames) as (keyof typeof ruleNames)[]).flatMap((rule) =>
    all[rule].slice(0, 1).map((deal) => ({ name: ruleNames[rule], deal })),
  );
  const groups = Map.groupBy(found, ({ deal }) => JSON.stringify([deal.outcome, deal.followOn]));
  return [...groups.values()].map((same) => ({ rules: same.map(({ name }) => name), deal: same[0].deal }));
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
