import { owenScramble } from "./owen-scramble.ts";
import { sobolDimensions, sobolPoint, sobolStep, sobolVectors } from "./sobol.ts";
import { streamKey } from "./stream-key.ts";
import { streamUniforms, streamWords } from "./stream-uniforms.ts";

/** Where the uniform numbers behind every draw come from: draw × input, any part of it at any time. */
export interface Design {
  readonly kind: "plain" | "sobol";
  readonly seed: number;
  /** Independent scrambles; 1 in a plain design, whose draws are all independent. Draw n belongs to scramble n mod this. */
  readonly scrambles: number;
  /** Inputs from this one on are plain because Sobol's sequence has no more dimensions here; the number of inputs if none are. */
  readonly plainFrom: number;
  /**
   * Numbers strictly between 0 and 1 of one input for consecutive draws.
   *
   * @param input position in the list of ids
   * @param first number of the draw that goes to `out[0]`
   */
  fill(input: number, first: number, out: Float64Array): void;
}

/**
 * Independent draws: input × draw by Philox, keyed by (seed, input id, draw). Adding, dropping or reordering inputs moves
 * no number of another.
 */
export function plainDesign(seed: number, ids: readonly string[]): Design {
  const keys = ids.map((id) => streamKey(seed, id));
  return {
    kind: "plain",
    seed,
    scrambles: 1,
    plainFrom: 0,
    fill: (input, first, out) => streamUniforms(keys[input], first, out),
  };
}

/**
 * Randomised quasi-Monte Carlo: several independently scrambled copies of Sobol's sequence, dealt in turn.
 *
 * Draw n is point ⌊n / scrambles⌋ of scramble n mod `scrambles`, so that every stretch of draws holds all scrambles. Best
 * stopped where each holds a power of two: `scrambles`·2^k draws. The points start at the first, as they should when
 * scrambled (Owen 2022, "On dropping the first Sobol' point"). An input's dimension is its position in the list: adding one
 * at the end moves no number of another. Past 1,024 dimensions inputs are plain (padding: Owen 1998, "Latin supercube
 * sampling"), which keeps every mean unbiased.
 *
 * @param scrambles at least 2; 16 or more for an interval from them
 */
export function sobolDesign(seed: number, ids: readonly string[], scrambles = 16): Design {
  if (!(Number.isInteger(scrambles) && scrambles >= 2))
    throw new RangeError(`a scrambled design needs 2 scrambles or more: ${scrambles}`);
  const columns = ids.map((id, dimension) => sobolColumn(streamKey(seed, id), dimension, scrambles));
  const plainFrom = Math.min(ids.length, sobolDimensions);
  return {
    kind: "sobol",
    seed,
    scrambles,
    plainFrom,
    fill: (input, first, out) => columns[input](first, out),
  };
}

type Column = (first: number, out: Float64Array) => void;

function sobolColumn(key: ReturnType<typeof streamKey>, dimension: number, scrambles: number): Column {
  if (dimension >= sobolDimensions) return (first, out) => streamUniforms(key, first, out);
  const vectors = sobolVectors(dimension);
  const scrambleKeys = new Int32Array(2 * scrambles);
  for (let s = 0; s < scrambles; s++) scrambleKeys.set(streamWords(key, s).subarray(0, 2), 2 * s);
  return (first, out) => {
    let n = Math.floor(first / scrambles);
    if (!(first >= 0 && (first + out.length) / scrambles < 2 ** 32))
      throw new RangeError(`no such draw: ${first}`);
    let scramble = first % scrambles;
    let point = sobolPoint(vectors, n);
    for (let i = 0; i < out.length; i++) {
      out[i] =
        (owenScramble(point, scrambleKeys[2 * scramble], scrambleKeys[2 * scramble + 1]) + 0.5) / 2 ** 32;
      if (++scramble < scrambles) continue;
      scramble = 0;
      point = (point ^ vectors[sobolStep(n)]) >>> 0;
      n++;
    }
  };
}
