import type { Cost, Explanation } from "../analysis/explain/explanation.ts";
import type { Case } from "../model/case.ts";
import { grouped, labelOf, plural } from "./in-words.ts";
import { column, type Row, row, section, type Table } from "./table.ts";

/** What each line and each party outside costs the principals: deals, and points on each one's own scale. */
export function costsTable(kase: Case, { costs }: Explanation): Table {
  const principals = kase.principals.map((p) => kase.parties[p]);
  const felt = costs.filter(isFelt);
  const free = costs.filter((cost) => cost.kind === "line" && !isFelt(cost)).length;
  const rows = (kind: Cost["kind"], title: string): Row[] => {
    const own = felt.filter((cost) => cost.kind === kind);
    if (own.length === 0) return [];
    return [
      section(title),
      ...own.map((cost) =>
        row(
          `  ${kind === "line" ? `${labelOf(kase.parties, cost.party)}: “${cost.label}”` : cost.label}`,
          removed(cost),
          ...principals.flatMap(({ id }) => [change(cost, "best", id), change(cost, "nash", id)]),
        ),
      ),
    ];
  };
  return {
    title: "What each costs: deals, and points at best and on the illustrative terms",
    columns: [
      column(""),
      column("Deals removed", "end"),
      ...principals.flatMap(({ label }) => [
        column(`${label}: at best`, "end"),
        column(`${label}: illustrative`, "end"),
      ]),
    ],
    rows: [
      ...rows("line", "LINES OF THE PRINCIPALS"),
      ...(free > 0 && felt.length > 0 ? [row(`  ${plural(free, "other line")}`, "nothing")] : []),
      ...rows("party", "PARTIES OUTSIDE, EACH BY ITSELF"),
    ],
  };
}

function isFelt({ without, with: held }: Cost): boolean {
  return (
    without.deals.count !== held.deals.count || JSON.stringify(without.nash) !== JSON.stringify(held.nash)
  );
}

/** "4,735 (32 %)" of the deals that there would be without it. */
function removed({ without, with: held }: Cost): string {
  const [before, after] = [BigInt(without.deals.count), BigInt(held.deals.count)];
  const about = without.deals.exact && held.deals.exact ? "" : "about ";
  if (after > before) return `${about}${grouped(String(after - before))} more`;
  if (after === 0n) return before === 0n ? "0" : `all ${about}${grouped(String(before))}`;
  const share = Number(((before - after) * 1000n) / before) / 10;
  return `${about}${grouped(String(before - after))} (${share < 1 ? share : Math.round(share)} %)`;
}

function change({ without, with: held }: Cost, of: "best" | "nash", party: string): string {
  const [before, after] = [without[of], held[of]];
  if (before === null || after === null) return before === null ? "–" : "no deal";
  const tenths = Math.round((after[party] - before[party]) * 10);
  return tenths === 0 ? "0" : `${tenths < 0 ? "−" : "+"}${(Math.abs(tenths) / 10).toFixed(1)}`;
}
