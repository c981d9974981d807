/**
 * Shares as whole tenths that sum to ten: each gets its whole tenths, and what is left goes to the largest remainders
 * (Hamilton's method; Balinski & Young 1982, "Fair representation"). Equal remainders go to the first in order.
 *
 * @param shares at least 0, not all 0; scaled to sum to 1
 * @param parts how many in all
 * @returns whole numbers that sum to `parts`, each less than one part from its share
 */
export function tenths(shares: readonly number[], parts = 10): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (!(sum > 0) || shares.some((share) => !(share >= 0)))
    throw new RangeError(`no shares: ${shares.join(", ")}`);
  // Counts that are whole tenths but for rounding stay whole.
  const exact = shares.map((share) => Math.round((share / sum) * parts * 1e9) / 1e9);
  const whole = exact.map(Math.floor);
  const left = parts - whole.reduce((all, part) => all + part, 0);
  const order = exact
    .map((share, i) => ({ i, rest: share - whole[i] }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let k = 0; k < left; k++) whole[order[k % order.length].i]++;
  return whole;
}
