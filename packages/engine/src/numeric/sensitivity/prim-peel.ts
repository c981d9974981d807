import type { PrimBox, PrimData, PrimLimit } from "./prim-box.ts";

/**
 * Boxes with ever more interest and ever fewer draws: the peeling of PRIM.
 *
 * Each step takes a small part of the draws off one side of one input, the one that leaves the highest density; ties take
 * off the fewest, then come in the order of inputs, low side first. Draws with equal values go together. It ends when all
 * draws inside are of interest, or fewer than `least` would be left.
 *
 * Friedman & Fisher (1999), "Bump hunting in high-dimensional data", Statistics and Computing 9. Cost: inputs × draws × log
 * draws once, then little.
 *
 * @param peel share of the draws inside that a step takes off, if equal values allow
 * @param least smallest share of all draws that a box may hold
 * @returns the trajectory, from the whole space on
 */
export function primPeel(data: PrimData, peel = 0.05, least = 0.05): PrimBox[] {
  const { inputs, interest } = data;
  const draws = interest.length;
  const all = interest.reduce((sum, x) => sum + x, 0);
  const orders = inputs.map((x) =>
    Uint32Array.from({ length: draws }, (_, i) => i).sort((i, j) => x[i] - x[j] || i - j),
  );
  const within = new Uint8Array(draws).fill(1);
  const from = new Float64Array(inputs.length).fill(-Infinity);
  const to = new Float64Array(inputs.length).fill(Infinity);
  let [inside, hits] = [draws, all];
  const box = (): PrimBox => ({
    limits: inputs.flatMap((_, input): PrimLimit[] =>
      from[input] > -Infinity || to[input] < Infinity ? [{ input, from: from[input], to: to[input] }] : [],
    ),
    inside,
    hits,
    coverage: all > 0 ? hits / all : 0,
    density: inside > 0 ? hits / inside : 0,
    support: inside / draws,
  });
  const trajectory = [box()];
  while (hits < inside && hits > 0) {
    const wanted = Math.max(1, Math.floor(peel * inside));
    let best: Slice | null = null;
    for (const [input, order] of orders.entries()) {
      for (const low of [true, false]) {
        const slice = sliceOff({ values: inputs[input], order, within, interest, wanted }, input, low);
        if (slice === null || inside - slice.taken < Math.max(1, least * draws)) continue;
        if (best === null || isBetter(slice, best, inside, hits)) best = slice;
      }
    }
    if (best === null) break;
    const { input, low, limit } = best;
    if (low) from[input] = limit;
    else to[input] = limit;
    const values = inputs[input];
    for (let i = 0; i < draws; i++) if (low ? values[i] < limit : values[i] > limit) within[i] = 0;
    inside -= best.taken;
    hits -= best.hits;
    trajectory.push(box());
  }
  return trajectory;
}

interface Slice {
  readonly input: number;
  readonly low: boolean;
  /** The new end of the box, midway between the last draw taken off and the first that stays. */
  readonly limit: number;
  readonly taken: number;
  readonly hits: number;
}

interface Side {
  readonly values: Float64Array;
  readonly order: Uint32Array;
  readonly within: Uint8Array;
  readonly interest: Uint8Array;
  readonly wanted: number;
}

/** @returns null where every draw inside would go */
function sliceOff(
  { values, order, within, interest, wanted }: Side,
  input: number,
  low: boolean,
): Slice | null {
  let [taken, hits, last] = [0, 0, 0];
  for (let k = 0; k < order.length; k++) {
    const draw = order[low ? k : order.length - 1 - k];
    if (within[draw] === 0) continue;
    const value = values[draw];
    if (taken >= wanted && value !== last) {
      const middle = last + (value - last) / 2;
      // Two neighbours without a number between: the limit is the one that stays.
      return { input, low, limit: middle === last ? value : middle, taken, hits };
    }
    taken++;
    hits += interest[draw];
    last = value;
  }
  return null;
}

/** Densities by cross-multiplication, so that equal ones are equal. */
function isBetter(a: Slice, b: Slice, inside: number, hits: number): boolean {
  const left = (hits - a.hits) * (inside - b.taken);
  const right = (hits - b.hits) * (inside - a.taken);
  return left > right || (left === right && a.taken < b.taken);
}
