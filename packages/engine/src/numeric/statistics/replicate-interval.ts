import { moments } from "./moments.ts";
import { studentQuantile } from "./student-quantile.ts";
import type { Interval } from "./wilson-interval.ts";

/** A mean with its error, from means that are independent and alike. */
export interface ReplicateEstimate extends Interval {
  readonly mean: number;
  readonly standardError: number;
  readonly replicates: number;
}

/** Fewer replicates than this give an interval too rough to state. */
const fewestReplicates = 16;

/**
 * Interval for a mean from the means of independent scrambles of equal size: mean ± t · s / √R, with R − 1 degrees of
 * freedom.
 *
 * Owen (1997); L'Ecuyer, Nakayama, Owen & Tuffin (2023), "Confidence intervals for randomized quasi-Monte Carlo
 * estimators", find this interval the most reliable of those compared. Where all scrambles agree exactly the interval is a
 * point; a share's may then hide what is rarer than one in all the draws: `shareInterval` widens it.
 *
 * @param means by scramble, at least 16
 */
export function replicateInterval(means: ArrayLike<number>, level = 0.95): ReplicateEstimate {
  const replicates = means.length;
  if (replicates < fewestReplicates)
    throw new RangeError(`an interval needs ${fewestReplicates} replicates: ${replicates}`);
  const { mean, variance } = moments(means);
  const standardError = Math.sqrt(variance / replicates);
  const half = studentQuantile((1 + level) / 2, replicates - 1) * standardError;
  return { mean, standardError, replicates, low: mean - half, high: mean + half };
}

/**
 * The same for a share: within [0, 1], and never narrower than what holds at 0 or 1 hits by the rule of three
 * (Hanley & Lippman-Hand 1983): a share that no draw showed may still be up to 3 / draws.
 *
 * @param means shares by scramble, at least 16
 * @param draws of all scrambles together
 */
export function shareInterval(means: ArrayLike<number>, draws: number, level = 0.95): ReplicateEstimate {
  const found = replicateInterval(means, level);
  const unseen = -Math.log(1 - level) / draws;
  const low = found.mean >= 1 ? 1 - unseen : found.low;
  const high = found.mean <= 0 ? unseen : found.high;
  return { ...found, low: Math.max(0, low), high: Math.min(1, high) };
}
