import { beta } from "../../../numeric/special/incomplete-beta.ts";
import { normalQuantile } from "../../../numeric/special/normal-quantile.ts";
import type { MeanEstimate, ShareEstimate } from "../readings-result.ts";

/** Level of every interval. */
export const confidence = 0.95;
const z = normalQuantile(0.5 + confidence / 2);

/** Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22. */
export function wilson(count: number, draws: number): ShareEstimate {
  if (draws === 0) return { share: 0, low: 0, high: 1 };
  const share = count / draws;
  const scale = 1 + (z * z) / draws;
  const middle = (share + (z * z) / (2 * draws)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / draws + (z * z) / (4 * draws * draws))) / scale;
  return { share, low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
}

/** A mean of independent draws, from their sum and sum of squares. */
export function meanOfDraws(sum: number, squares: number, draws: number): MeanEstimate {
  if (draws === 0) return { mean: 0, low: 0, high: 0 };
  const mean = sum / draws;
  const variance = draws < 2 ? 0 : Math.max(0, (squares - draws * mean * mean) / (draws - 1));
  const half = z * Math.sqrt(variance / draws);
  return { mean, low: mean - half, high: mean + half };
}

/** The mean of independent scrambles of the same size, by Student's t. */
export function meanOfScrambles(means: readonly number[]): MeanEstimate {
  const count = means.length;
  const mean = means.reduce((sum, value) => sum + value, 0) / count;
  const squares = means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = studentQuantile(count - 1) * Math.sqrt(squares / (count * (count - 1)));
  return { mean, low: mean - half, high: mean + half };
}

/** A share over scrambles. Where they all agree their spread says nothing, and Wilson's interval stands for it. */
export function shareOfScrambles(counts: readonly number[], draws: readonly number[]): ShareEstimate {
  const total = draws.reduce((sum, n) => sum + n, 0);
  const whole = wilson(
    counts.reduce((sum, n) => sum + n, 0),
    total,
  );
  const used = counts.flatMap((count, s) => (draws[s] > 0 ? [count / draws[s]] : []));
  if (used.length < 2) return whole;
  const { low, high } = meanOfScrambles(used);
  if (high - low === 0) return whole;
  return { share: whole.share, low: Math.max(0, Math.min(whole.share, low)), high: Math.min(1, Math.max(whole.share, high)) };
}

/** Student's t below which it stays with chance 0.975, from the beta distribution. */
function studentQuantile(freedom: number): number {
  const x = beta(freedom / 2, 0.5).quantile(1 - confidence);
  return Math.sqrt((freedom * (1 - x)) / x);
}
