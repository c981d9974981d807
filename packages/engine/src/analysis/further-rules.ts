import type { FocalRule } from "./deals-result.ts";
import { FOCAL_TOLERANCE, focalRows, idealShares, largestOf, leximin, type Table } from "./focal.ts";

/** A rule that singles out deals: one of the four of a comparison, Raiffa's, or Nash's with weights by principal. */
export type Rule = FocalRule | "raiffa" | { readonly weights: readonly number[] };

/** Rows that a rule singles out among efficient gains; all of them when tied. */
export function ruleRows(gains: Table, spans: readonly number[], rule: Rule): number[] {
  if (rule === "raiffa") return raiffaRows(gains, spans);
  if (typeof rule === "string") return focalRows(gains, spans, rule);
  return weightedNashRows(gains, spans, rule.weights);
}

/**
 * Largest product of gains, each to the power of its party's weight (Harsanyi & Selten 1972; Kalai 1977). Parties whose
 * best gain is 0 leave the product; where it is 0 everywhere, leximin of gain over ideal gain. Equal weights: Nash.
 */
function weightedNashRows(gains: Table, spans: readonly number[], weights: readonly number[]): number[] {
  const { table, columns } = idealShares(gains, spans);
  if (table.rows === 0) return [];
  const total = columns.reduce((sum, p) => sum + weights[p], 0) || 1;
  const logs = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    columns.forEach((p, c) => {
      const share = table.cells[row * table.width + c];
      logs[row] +=
        weights[p] === 0 ? 0 : ((weights[p] * columns.length) / total) * Math.log(Math.max(0, share));
    });
  }
  return logs.some((log) => log > -Infinity)
    ? largestOf(logs, null, FOCAL_TOLERANCE)
    : leximin(table, FOCAL_TOLERANCE);
}

const MOST_STEPS = 1000;

/**
 * Raiffa's discrete solution (Raiffa 1953; Salonen 1988): from no deal, again and again to the point at which everyone has
 * the mean of what each could get at best, the others being held to where they are. On a finite set the steps end when no
 * deal reaches the next point; what is left is then settled by leximin of gain over ideal gain from there.
 */
function raiffaRows(gains: Table, spans: readonly number[]): number[] {
  const { rows, width, cells } = gains;
  const slack = spans.map((span) => FOCAL_TOLERANCE * span);
  let at = new Float64Array(width);
  let left = Array.from({ length: rows }, (_, row) => row);
  for (let step = 0; step < MOST_STEPS; step++) {
    const ideal = at.map((_, p) =>
      left.reduce((most, row) => Math.max(most, cells[row * width + p]), -Infinity),
    );
    const next = at.map((value, p) => value + Math.max(0, ideal[p] - value) / width);
    const reaching = left.filter((row) =>
      next.every((value, p) => cells[row * width + p] >= value - slack[p]),
    );
    if (reaching.length === 0 || next.every((value, p) => value - at[p] <= slack[p])) break;
    at = next;
    left = reaching;
  }
  const beyond = {
    rows: left.length,
    width,
    cells: Float64Array.from(
      left.flatMap((row) => Array.from(at, (value, p) => cells[row * width + p] - value)),
    ),
  };
  return focalRows(beyond, spans, "kalaiSmorodinsky").map((row) => left[row]);
}
