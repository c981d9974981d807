/**
 * Quantile function of the uniform distribution on [low, high]; keeps order and never leaves the interval.
 *
 * @returns value at chance u in [0, 1]
 */
export function uniformInterval(low: number, high: number): (u: number) => number {
  if (!(low <= high)) throw new RangeError(`an interval needs low ≤ high: ${low}, ${high}`);
  return (u) => Math.min(high, low + u * (high - low));
}
