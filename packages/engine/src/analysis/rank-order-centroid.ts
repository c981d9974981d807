/**
 * Weights at the centroid of what a ranking allows (w_higher ≥ w_lower, w ≥ 0, Σ w = 1), by level; every item of a level
 * has the level's weight.
 *
 * Strict ranking: w_k = (1/n) Σ_{j=k..n} 1/j (Barron & Barrett 1996, "Decision quality using ranked attribute weights").
 * Items in one level are in no stated order: the region is then a union of simplices of equal volume, one for each order
 * of the level, so that its centroid is the average over the positions that the level occupies. Exact.
 *
 * @param levelSizes number of items in each level, the most important first
 */
export function rankOrderCentroid(levelSizes: readonly number[]): number[] {
  const n = levelSizes.reduce((sum, size) => sum + size, 0);
  const strict = new Array<number>(n);
  let tail = 0;
  for (let k = n; k >= 1; k--) {
    tail += 1 / k;
    strict[k - 1] = tail / n;
  }
  return averagesByLevel(strict, levelSizes);
}

/**
 * Values at the centre of what a ranking of options allows when the best is 100 and the worst 0: equally spaced, which is
 * the mean of uniform order statistics between fixed ends. Options of one level share the average over its positions.
 * A single option has 0.
 */
export function rankedOptionValues(levelSizes: readonly number[]): number[] {
  const n = levelSizes.reduce((sum, size) => sum + size, 0);
  const strict = Array.from({ length: n }, (_, k) => (n === 1 ? 0 : (100 * (n - 1 - k)) / (n - 1)));
  return averagesByLevel(strict, levelSizes);
}

function averagesByLevel(byPosition: readonly number[], levelSizes: readonly number[]): number[] {
  let from = 0;
  return levelSizes.map((size) => {
    const positions = byPosition.slice(from, from + size);
    from += size;
    return positions.reduce((sum, value) => sum + value, 0) / size;
  });
}
