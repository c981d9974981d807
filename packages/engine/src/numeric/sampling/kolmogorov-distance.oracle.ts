/** Largest gap between the share of a sample below x and the chance of it (Kolmogorov & Smirnov); for tests. */
export function kolmogorovDistance(sample: ArrayLike<number>, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  let gap = 0;
  sorted.forEach((x, i) => {
    const chance = cdf(x);
    gap = Math.max(gap, (i + 1) / sorted.length - chance, chance - i / sorted.length);
  });
  return gap;
}
