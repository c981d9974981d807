/**
 * Quantile function of the triangular distribution, as it is read from a range `[low, mode, high]`.
 *
 * Never leaves [low, high] and keeps order: a larger u never gives a smaller value. A range without width gives its only
 * value. Moments: mean (low + mode + high) / 3.
 *
 * @returns value at chance u in [0, 1]
 */
export function triangular(low: number, mode: number, high: number): (u: number) => number {
  if (!(low <= mode && mode <= high))
    throw new RangeError(`a range needs low ≤ mode ≤ high: ${low}, ${mode}, ${high}`);
  const width = high - low;
  if (width === 0) return () => low;
  const turn = (mode - low) / width;
  const rise = width * (mode - low);
  const fall = width * (high - mode);
  return (u) =>
    u < turn ? Math.min(mode, low + Math.sqrt(u * rise)) : Math.max(mode, high - Math.sqrt((1 - u) * fall));
}
