import { levelOrder } from "./level-order.ts";

/**
 * Values of ranked options between fixed ends: the best has `high`, the worst `low`, and those between are uniform order
 * statistics. Within a level, the first and last included, every assignment of the level's places is equally likely.
 *
 * The extremes of uniform numbers are moved to the ends; given these the others are independent and uniform between, and
 * their mean places are equally spaced (David & Nagaraja 2003, "Order statistics", 2.5). A single option has `low`.
 *
 * @param levels positions of the options, best level first; every position once
 * @returns a function of one uniform number per option, strictly between 0 and 1, that fills `out` by position
 */
export function rankedValues(
  levels: readonly (readonly number[])[],
  low: number,
  high: number,
): (uniforms: ArrayLike<number>, out: Float64Array) => void {
  const count = levels.reduce((sum, level) => sum + level.length, 0);
  const deal = levelOrder(levels);
  const sorted = new Float64Array(count);
  return (uniforms, out) => {
    for (let k = 0; k < count; k++) sorted[k] = uniforms[k];
    sorted.sort().reverse();
    const [top, bottom] = [sorted[0], sorted[count - 1]];
    for (let k = 0; k < count; k++) {
      const place = top > bottom ? (sorted[k] - bottom) / (top - bottom) : 1 - k / Math.max(1, count - 1);
      sorted[k] = low + place * (high - low);
    }
    if (count === 1) sorted[0] = low;
    else sorted[0] = high;
    deal(uniforms, sorted, out);
  };
}
