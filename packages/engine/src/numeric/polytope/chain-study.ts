import { streamKey } from "../sampling/stream-key.ts";
import type { ChainSampler } from "./chain-sampler.ts";

/** How far chains of one length are from where they would settle. */
export interface ChainStudyRow {
  readonly length: number;
  /** Largest distance (Kolmogorov & Smirnov) of a coordinate's distribution from the reference's, over all coordinates. */
  readonly distance: number;
  /** What that distance exceeds once in a hundred, for one coordinate, by the draws' own chance: 1.63 √(1/n + 1/m). */
  readonly noise: number;
}

/**
 * Convergence of chains with their length: marginal distributions against a reference sample, in two-sample
 * Kolmogorov–Smirnov distances. A length is long enough when longer ones are no nearer than chance.
 *
 * @param samplerOf the sampler with chains of a given length
 * @param reference draws of the truth, exact or by far longer chains: `[draw][coordinate]`
 */
export function chainStudy(
  samplerOf: (length: number) => ChainSampler,
  lengths: readonly number[],
  reference: readonly Float64Array[],
  draws: number,
  seed: number,
): ChainStudyRow[] {
  const dimensions = reference[0].length;
  const wanted = Array.from({ length: dimensions }, (_, i) =>
    Float64Array.from(reference, (x) => x[i]).sort(),
  );
  return lengths.map((length) => {
    const sampler = samplerOf(length);
    const columns = wanted.map(() => new Float64Array(draws));
    const point = new Float64Array(dimensions);
    const key = streamKey(seed, `chains of ${length}`);
    for (let draw = 0; draw < draws; draw++) {
      sampler.draw(key, draw, point);
      for (const [i, column] of columns.entries()) column[draw] = point[i];
    }
    const distance = columns.reduce(
      (most, column, i) => Math.max(most, twoSampleDistance(column.sort(), wanted[i])),
      0,
    );
    return { length, distance, noise: 1.63 * Math.sqrt(1 / draws + 1 / reference.length) };
  });
}

/** Largest gap between the shares of two samples below any x; both sorted. */
function twoSampleDistance(a: Float64Array, b: Float64Array): number {
  let [i, j, gap] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const x = Math.min(a[i], b[j]);
    while (i < a.length && a[i] <= x) i++;
    while (j < b.length && b[j] <= x) j++;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  return gap;
}
