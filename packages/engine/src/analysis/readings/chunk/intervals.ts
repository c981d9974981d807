import { normalQuantile } from "../../../numeric/special/normal-quantile.ts";
import { replicateInterval, shareInterval } from "../../../numeric/statistics/replicate-interval.ts";
import { wilsonInterval } from "../../../numeric/statistics/wilson-interval.ts";
import type { MeanEstimate, ShareEstimate } from "../readings-result.ts";

/** Level of every interval. */
export const confidence = 0.95;
const z = normalQuantile(0.5 + confidence / 2);

/** A share of independent draws, by Wilson's interval. */
export function shareOfDraws(count: number, draws: number): ShareEstimate {
  if (draws === 0) return { share: 0, low: 0, high: 1 };
  return { share: count / draws, ...wilsonInterval(count, draws, confidence) };
}

/** A mean of independent draws, from their sum and sum of squares. */
export function meanOfDraws(sum: number, squares: number, draws: number): MeanEstimate {
  if (draws === 0) return { mean: 0, low: 0, high: 0 };
  const mean = sum / draws;
  const variance = draws < 2 ? 0 : Math.max(0, (squares - draws * mean * mean) / (draws - 1));
  const half = z * Math.sqrt(variance / draws);
  return { mean, low: mean - half, high: mean + half };
}

/** The mean of independent scrambles of nearly the same size. */
export function meanOfScrambles(means: readonly number[]): MeanEstimate {
  const { mean, low, high } = replicateInterval(means, confidence);
  return { mean, low, high };
}

/**
 * A share over scrambles; by Wilson's interval while some scramble has no draw yet.
 *
 * One draw wider on each side than the scrambles' spread says: where they balance each other so well that their counts differ
 * by one at most, that spread is too coarse to be an error (coverage then fell to 87 %; see the long test).
 */
export function shareOfScrambles(counts: readonly number[], draws: readonly number[]): ShareEstimate {
  const total = draws.reduce((sum, n) => sum + n, 0);
  const hits = counts.reduce((sum, n) => sum + n, 0);
  if (draws.includes(0)) return shareOfDraws(hits, total);
  const { low, high } = shareInterval(
    counts.map((count, s) => count / draws[s]),
    total,
    confidence,
  );
  const share = hits / total;
  const one = 1 / total;
  return {
    share,
    low: Math.max(0, Math.min(share, low) - one),
    high: Math.min(1, Math.max(share, high) + one),
  };
}
