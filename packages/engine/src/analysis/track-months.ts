import type { Case } from "../model/case.ts";
import type { Reading } from "./reading.ts";
import { trackLayout } from "./tracks.ts";

/**
 * Months until what is settled now is settled (a track takes the sum over its baskets, tracks side by side the longest), and
 * until the follow-on is, which comes after. Null where a basket's months are not entered, or there is no such track.
 */
export function trackMonths(
  subject: Case,
  reading: Reading,
  f: number,
): { readonly now: number | null; readonly withFollowOn: number | null } {
  const { tracks, later } = trackLayout(subject, f);
  const sum = (baskets: readonly number[]) =>
    baskets.reduce<number | null>((total, b) => {
      const months = reading.months[f][b];
      return total === null || months === null ? null : total + months;
    }, 0);
  const each = tracks.map(({ baskets }) => sum(baskets));
  const now = each.length === 0 || each.includes(null) ? null : Math.max(...(each as number[]));
  const after = later.length === 0 ? null : sum(later);
  return { now, withFollowOn: now === null || after === null ? null : now + after };
}
