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
  if (gains.length === 0) return [];
  const all = gains.map((_, at) => at);
  const tolerance = FOCAL_TOLERANCE * Math.max(0, largest(spans));
  switch (rule) {
    case "egalitarian":
      return leximin(gains, all, tolerance);
    case "utilitarian": {
      const sums = gains.map((row) => row.reduce((sum, gain) => sum + gain, 0));
      return largestOf(sums, all, tolerance);
    }
    case "kalaiSmorodinsky":
      return leximin(idealShares(gains, spans), all, FOCAL_TOLERANCE);
    case "nash": {
      const shares = idealShares(gains, spans);
      const products = shares.map((row) => row.reduce((product, share) => product * Math.max(0, share), 1));
      const best = largest(products);
      return best > 0
        ? largestOf(products, all, FOCAL_TOLERANCE * best)
        : leximin(shares, all, FOCAL_TOLERANCE);
    }
  }
}

/** Gain over ideal gain for each party that can gain. Dividing the product of gains by a constant changes no maximiser. */
function idealShares(gains: readonly (readonly number[])[], spans: readonly number[]): number[][] {
  const ideal = gains[0].map((_, p) => largest(gains.map((row) => row[p])));
  const gaining = ideal.flatMap((best, p) => (best > FOCAL_TOLERANCE * spans[p] ? [p] : []));
  return gains.map((row) =>
    gaining.map((p) => {
      const share = row[p] / ideal[p];
      return Math.abs(share) < FOCAL_TOLERANCE ? 0 : share;
    }),
  );
}

/** Largest smallest entry, then second smallest, and so on. */
function leximin(
  rows: readonly (readonly number[])[],
  among: readonly number[],
  tolerance: number,
): number[] {
  const sorted = rows.map((row) => row.toSorted((a, b) => a - b));
  let left = [...among];
  for (let place = 0; place < sorted[0].length; place++) {
    left = largestOf(
      sorted.map((row) => row[place]),
      left,
      tolerance,
    );
  }
  return left;
}

function largestOf(values: readonly number[], among: readonly number[], tolerance: number): number[] {
  const best = largest(among.map((at) => values[at]));
  return among.filter((at) => values[at] >= best - tolerance);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
