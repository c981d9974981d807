import type { FocalRule } from "./deals-result.ts";

/** Share of the scale of a comparison within which values tie. */
export const FOCAL_TOLERANCE = 1e-9;

/**
 * Points that a rule singles out among efficient ones; all of them when tied.
 *
 * - nash: largest product of gains (Nash 1950; on finite sets every maximiser);
 * - kalaiSmorodinsky: leximin of gain over ideal gain, the ideal being each party's best gain among the points (Kalai &
 *   Smorodinsky 1975; leximin for finite sets: Imai 1983);
 * - egalitarian: leximin of gains (Kalai 1977; Imai 1983), a convention, as it compares gains between parties;
 * - utilitarian: largest sum of gains, a convention likewise.
 *
 * Parties whose best gain is 0 leave product and ratio. Where the product is 0 everywhere, Nash is leximin of gain over
 * ideal gain.
 *
 * @param gains by point, then party: value minus value of no deal, not negative beyond rounding
 * @param spans by party: range of its values, which says what rounding is
 * @returns places in `gains`, ascending; empty when `gains` is
 */
export function focalPoints(
  gains: readonly (readonly number[])[],
  spans: readonly number[],
  rule: FocalRule,
): number[] {
  return focalRows(tableOf(gains), spans, rule);
}

/** The same of gains in one table. */
export function focalRows(table: Table, spans: readonly number[], rule: FocalRule): number[] {
  if (table.rows === 0) return [];
  const tolerance = FOCAL_TOLERANCE * Math.max(0, largest(spans));
  switch (rule) {
    case "egalitarian":
      return leximin(table, tolerance);
    case "utilitarian":
      return largestOf(sumsOf(table), null, tolerance);
    case "kalaiSmorodinsky":
      return leximin(idealShares(table, spans).table, FOCAL_TOLERANCE);
    case "nash": {
      const shares = idealShares(table, spans).table;
      const products = productsOf(shares);
      const best = largest(products);
      return best > 0 ? largestOf(products, null, FOCAL_TOLERANCE * best) : leximin(shares, FOCAL_TOLERANCE);
    }
  }
}

/** Numbers by row: `[row * width + column]`. There may be a hundred thousand rows, and none of them is an array of its own. */
export interface Table {
  readonly rows: number;
  readonly width: number;
  readonly cells: Float64Array;
}

function tableOf(list: readonly (readonly number[])[]): Table {
  const width = list.length === 0 ? 0 : list[0].length;
  const cells = new Float64Array(list.length * width);
  let at = 0;
  for (const row of list) for (let p = 0; p < width; p++) cells[at++] = row[p];
  return { rows: list.length, width, cells };
}

function sumsOf({ rows, width, cells }: Table): Float64Array {
  const sums = new Float64Array(rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++) sums[row] += cells[row * width + column];
  return sums;
}

/** Negative shares, which are rounding, count as 0. */
function productsOf({ rows, width, cells }: Table): Float64Array {
  const products = new Float64Array(rows).fill(1);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++) products[row] *= Math.max(0, cells[row * width + column]);
  return products;
}

/**
 * Gain over ideal gain for each party that can gain; `columns` says which. Dividing the product of gains by a constant
 * changes no maximiser.
 */
export function idealShares(
  { rows, width, cells }: Table,
  spans: readonly number[],
): { readonly table: Table; readonly columns: readonly number[] } {
  const ideal = new Float64Array(width).fill(-Infinity);
  for (let start = 0; start < cells.length; start += width)
    for (let p = 0; p < width; p++) ideal[p] = Math.max(ideal[p], cells[start + p]);
  const gaining = Array.from(ideal.keys()).filter((p) => ideal[p] > FOCAL_TOLERANCE * spans[p]);
  const shares = new Float64Array(rows * gaining.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (const p of gaining) {
      const share = cells[row * width + p] / ideal[p];
      shares[at++] = Math.abs(share) < FOCAL_TOLERANCE ? 0 : share;
    }
  }
  return { table: { rows, width: gaining.length, cells: shares }, columns: gaining };
}

/** Rows with the largest smallest entry, among these with the largest second smallest, and so on. */
export function leximin({ rows, width, cells }: Table, tolerance: number): number[] {
  const sorted = sortedRows(cells, width);
  let left: number[] | null = null;
  const column = new Float64Array(rows);
  for (let place = 0; place < width; place++) {
    for (let row = 0; row < rows; row++) column[row] = sorted[row * width + place];
    left = largestOf(column, left, tolerance);
  }
  return left ?? Array.from({ length: rows }, (_, row) => row);
}

/** Each row ascending, by insertion: rows are as short as parties are few. */
function sortedRows(cells: Float64Array, width: number): Float64Array {
  const sorted = cells.slice();
  for (let start = 0; start < sorted.length; start += width) {
    for (let end = start + 1; end < start + width; end++) {
      const cell = sorted[end];
      let at = end;
      for (; at > start && sorted[at - 1] > cell; at--) sorted[at] = sorted[at - 1];
      sorted[at] = cell;
    }
  }
  return sorted;
}

/** @param among places looked at; null: all */
export function largestOf(
  values: Float64Array,
  among: readonly number[] | null,
  tolerance: number,
): number[] {
  if (among !== null) {
    const best = largest(among.map((at) => values[at]));
    return among.filter((at) => values[at] >= best - tolerance);
  }
  const least = largest(values) - tolerance;
  const found: number[] = [];
  for (let at = 0; at < values.length; at++) if (values[at] >= least) found.push(at);
  return found;
}

function largest(values: ArrayLike<number>): number {
  let most = -Infinity;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at]);
  return most;
}
