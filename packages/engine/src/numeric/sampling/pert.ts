import { beta } from "../special/incomplete-beta.ts";

/**
 * Quantile function of the PERT distribution of a range `[low, mode, high]`: a beta distribution stretched over the range,
 * with parameters 1 + 4 (mode − low) / width and 1 + 4 (high − mode) / width.
 *
 * Mean (low + 4 mode + high) / 6. Malcolm, Roseboom, Clark & Fazar (1959), "Application of a technique for research and
 * development program evaluation", Operations Research 7; this parametrisation: Vose (2008), "Risk analysis".
 * Accurate to 1e-12 of the width; about 1 µs a value, a hundred times a triangular one.
 *
 * @returns value at chance u in [0, 1]
 */
export function pert(low: number, mode: number, high: number): (u: number) => number {
  if (!(low <= mode && mode <= high))
    throw new RangeError(`a range needs low ≤ mode ≤ high: ${low}, ${mode}, ${high}`);
  const width = high - low;
  if (width === 0) return () => low;
  const { quantile } = beta(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width);
  return (u) => Math.min(high, low + width * quantile(u));
}
