/**
 * Ranks 1 … n of the values, equal values sharing the mean of their places (mid-ranks).
 *
 * Cost O(n log n).
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => values[i] - values[j] || i - j);
  const ranks = new Float64Array(n);
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && values[order[to]] === values[order[from]]) to++;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

export type RankCorrelation =
  | {
      readonly kind: "correlation";
      readonly rho: number /** By Fisher's z, for many independent draws. */;
      readonly standardError: number;
    }
  /** One of the two never varies. */
  | { readonly kind: "constant" };

/**
 * Spearman's rank correlation, with mid-ranks: Pearson's correlation of the ranks (Spearman 1904; ties: Kendall 1948).
 *
 * Take `midRanks` of an input once where it meets many outcomes. Standard error √((1 + ρ²/2) / (n − 3)) · (1 − ρ²):
 * Bonett & Wright (2000), Psychometrika 65.
 *
 * @param ranks of the inputs, in any but the same order
 * @param otherRanks of the outcome
 */
export function rankCorrelation(ranks: Float64Array, otherRanks: Float64Array): RankCorrelation {
  const n = ranks.length;
  const mean = (n + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [ranks[i] - mean, otherRanks[i] - mean];
    xy += x * y;
    xx += x * x;
    yy += y * y;
  }
  if (xx === 0 || yy === 0) return { kind: "constant" };
  const rho = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  return {
    kind: "correlation",
    rho,
    standardError: Math.sqrt((1 + rho ** 2 / 2) / Math.max(1, n - 3)) * (1 - rho ** 2),
  };
}
