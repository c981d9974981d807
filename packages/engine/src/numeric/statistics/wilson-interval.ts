import { normalQuantile } from "../special/normal-quantile.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Interval for a chance from independent yes-or-no draws, by inverting the score test; never outside [0, 1], sensible at
 * 0 and at all.
 *
 * Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22. Coverage is near the
 * level on average, not guaranteed: Brown, Cai & DasGupta (2001), Statistical Science 16.
 *
 * @param yes from 0 to `draws`; a fraction is allowed (mean of shares)
 * @param draws at least 1
 */
export function wilsonInterval(yes: number, draws: number, level = 0.95): Interval {
  if (!(draws > 0 && yes >= 0 && yes <= draws)) throw new RangeError(`no share: ${yes} of ${draws}`);
  const z = -normalQuantile((1 - level) / 2);
  const share = yes / draws;
  const scale = 1 + (z * z) / draws;
  const centre = (share + (z * z) / (2 * draws)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / draws + (z * z) / (4 * draws * draws))) / scale;
  // The ends are 0 and 1 in exact arithmetic there.
  return {
    low: yes === 0 ? 0 : Math.max(0, centre - half),
    high: yes === draws ? 1 : Math.min(1, centre + half),
  };
}
