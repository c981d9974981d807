import type { Comparison } from "../analysis/comparison.ts";
import type { Change } from "../analysis/what-changes.ts";
import type { Case } from "../model/case.ts";
import { changeRows } from "./change-rows.ts";
import { labelOf } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import { column, type Row, row, section, type Table } from "./table.ts";
import { textTable } from "./text-table.ts";

/** A case and what its comparison says, before a change or after it. */
export interface Side {
  readonly kase: Case;
  readonly comparison: Comparison;
}

/** What changes in the comparison, over the whole, then framing by framing: before and after side by side. */
export function changesTable(before: Side, after: Side, changes: readonly Change[]): Table {
  const framings = [...after.comparison.framings, ...before.comparison.framings];
  const framingIds = [...new Set(framings.map(({ id }) => id))];
  const rows = framingIds.flatMap((id): Row[] => {
    const own = changes.filter(
      (change) => "framing" in change && change.framing === id && change.kind !== "no-deal",
    );
    const shown = changeRows(before, after, own);
    return shown.length === 0 ? [] : [section(labelOf(framings, id)), ...shown.map(toRow)];
  });
  // No deal is worth the same under every framing, so that it is told once.
  const noDeal = changes.filter(
    (change, i) =>
      change.kind === "no-deal" &&
      i === changes.findIndex((one) => one.kind === "no-deal" && one.party === change.party),
  );
  const whole = changeRows(before, after, [...changes.filter((change) => !("framing" in change)), ...noDeal]);
  return {
    title: "What changes",
    columns: [column(""), column("before"), column("after")],
    rows: [...(whole.length === 0 ? [] : [section("Over all framings"), ...whole.map(toRow)]), ...rows],
  };
}

export function changesText(before: Side, after: Side, changes: readonly Change[], layout: Layout): string {
  if (changes.length === 0) return "Nothing changes in the comparison.";
  return textTable(changesTable(before, after, changes), layout);
}

const toRow = ([what, from, to]: readonly [string, string, string]): Row => row(`  ${what}`, from, to);
