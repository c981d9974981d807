import { beta } from "../special/incomplete-beta.ts";

/**
 * Quantile of Student's t distribution, relative error near 1e-12.
 *
 * By the beta distribution of t² / (degrees + t²). Abramowitz & Stegun (1964), 26.7.
 *
 * @param p in (0, 1)
 * @param degrees of freedom, above 0, whole or not
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1 && degrees > 0))
    throw new RangeError(`no quantile: chance ${p}, ${degrees} degrees of freedom`);
  if (p === 0.5) return 0;
  const tail = 2 * Math.min(p, 1 - p);
  // The smaller of x = degrees / (degrees + t²) and 1 − x is solved for, so that neither loses digits.
  const ratio =
    tail < 0.5
      ? ((x: number) => (1 - x) / x)(beta(degrees / 2, 0.5).quantile(tail))
      : ((y: number) => y / (1 - y))(beta(0.5, degrees / 2).quantile(1 - tail));
  const t = Math.sqrt(degrees * ratio);
  return p < 0.5 ? -t : t;
}
