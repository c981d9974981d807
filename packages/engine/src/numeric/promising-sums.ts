import type { ChoicePlan } from "./choice-plan.ts";
import { DominanceArchive } from "./dominance.ts";
import { SumMerger } from "./sum-merger.ts";

/** Tells whether partial choices at one state can still lead to a point that known ones do not dominate. */
export interface Outlook {
  /** @param held objectives of a partial choice, held values */
  promising(held: Float64Array): boolean;
}

/** Most frontier points of the rest kept per layer; more are rounded up together. */
const MOST_NEEDED = 4000;

/**
 * What is still to be won, by step and state, given points that are known to be feasible.
 *
 * The points leave a search region: all values at or above one of its corners (Klamroth, Lacour & Vanderpooten 2015, EJOR
 * 245). The frontier of (rest − corner), taken from the last variable back with bounded sums ignored, says at once
 * whether a partial choice plus some rest reaches some corner: bound sets (Ehrgott & Gandibleux 2007), one look-up each.
 *
 * @param known objectives of feasible choices, held values
 */
export function promisingSums(plan: ChoicePlan, known: readonly Float64Array[]): Outlook[][] {
  const { objectives, sums, steps, states } = plan;
  const corners = searchCorners(plan, known);
  const merger = new SumMerger({
    sums: objectives,
    objectives,
    floors: new Float64Array(objectives).fill(-Infinity),
    tolerance: new Float64Array(objectives),
    noise: new Float64Array(objectives),
    ties: "one",
  });
  const free = new Float64Array(objectives);
  const start = Float64Array.from(corners.flatMap((corner) => corner.map((value) => -value)));
  merger.begin(free, free, 0);
  for (let c = 0; c < corners.length; c++) merger.add(start, c, c + 1, free, 0, 0);
  let needed = [taken(merger, objectives)];
  const outlooks: Outlook[][] = [needed.map((values) => outlook(values, objectives))];
  for (let i = steps.length - 1; i > 0; i--) {
    const { options, next, gain, perState } = steps[i];
    const width = options.length;
    const gains = perState ? gain : null;
    const before: Float64Array[] = [];
    const own = new Float64Array(objectives);
    for (let state = 0; state < states[i]; state++) {
      merger.begin(free, free, 0);
      for (let o = 0; o < width; o++) {
        const to = next[state * width + o];
        if (to < 0) continue;
        const at = (gains ? state * width + o : o) * sums;
        for (let j = 0; j < objectives; j++) own[j] = gain[at + j];
        merger.add(needed[to], 0, needed[to].length / objectives, own, 0, o);
      }
      before.push(coarse(taken(merger, objectives), plan, MOST_NEEDED / states[i]));
    }
    needed = before;
    outlooks.push(needed.map((values) => outlook(values, objectives)));
  }
  outlooks.push([{ promising: () => true }]);
  return outlooks.reverse();
}

/** Corners of what the known points leave open; a value is worth having only at or above one of them. */
export function searchCorners(plan: ChoicePlan, known: readonly Float64Array[]): Float64Array[] {
  const { objectives, start, least, grids } = plan;
  let corners = [Float64Array.from({ length: objectives }, (_, j) => start[j] + least[0][j] - 1)];
  for (const point of known) {
    const low = point.map((value, j) => value - 2 * grids[j].tolerance);
    const inside = corners.filter((corner) => corner.every((value, j) => value < low[j]));
    if (inside.length === 0) continue;
    const fresh = inside.flatMap((corner) => Array.from(low, (value, j) => corner.with(j, value)));
    const others = corners.filter((corner) => !inside.includes(corner));
    corners = [...others, ...fresh.filter((a, i) => !others.some((b) => within(b, a)) && !fresh.some((b, k) => k !== i && within(b, a) && (k < i || !within(a, b))))];
  }
  return corners;
}

function within(low: Float64Array, high: Float64Array): boolean {
  return low.every((value, j) => value <= high[j]);
}

function taken(merger: SumMerger, dims: number): Float64Array {
  merger.finish();
  const values = new Float64Array(merger.groups * dims);
  for (let g = 0; g < merger.groups; g++) for (let j = 0; j < dims; j++) values[g * dims + j] = merger.sum(j, g);
  return values;
}

/** Rounded up to ever coarser steps until few are left; what is needed is then never understated. */
function coarse(values: Float64Array, plan: ChoicePlan, most: number): Float64Array {
  const dims = plan.objectives;
  let kept = values;
  for (let cells = 256; kept.length / dims > Math.max(most, 16) && cells >= 2; cells /= 2) {
    const rounded = kept.map((value, at) => {
      const unit = (plan.most[0][at % dims] - plan.least[0][at % dims]) / cells;
      return unit > 0 ? Math.ceil(value / unit) * unit : value;
    });
    const merger = new SumMerger({
      sums: dims,
      objectives: dims,
      floors: new Float64Array(dims).fill(-Infinity),
      tolerance: new Float64Array(dims),
      noise: new Float64Array(dims),
      ties: "one",
    });
    const free = new Float64Array(dims);
    merger.begin(free, free, 0);
    merger.add(rounded, 0, rounded.length / dims, free, 0, 0);
    kept = taken(merger, dims);
  }
  return kept;
}

function outlook(needed: Float64Array, dims: number): Outlook {
  return dims === 2 ? new Stairs(needed) : new Cloud(needed, dims);
}

/** Two objectives: points in descending order of the first, ascending in the second. */
class Stairs implements Outlook {
  readonly #first: Float64Array;
  readonly #second: Float64Array;

  constructor(needed: Float64Array) {
    const count = needed.length / 2;
    this.#first = Float64Array.from({ length: count }, (_, i) => needed[2 * i]);
    this.#second = Float64Array.from({ length: count }, (_, i) => needed[2 * i + 1]);
  }

  promising(held: Float64Array): boolean {
    const need = -held[0];
    const first = this.#first;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first[middle] >= need) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#second[low - 1] >= -held[1];
  }
}

class Cloud implements Outlook {
  readonly #archive: DominanceArchive;
  readonly #need: Float64Array;

  constructor(needed: Float64Array, dims: number) {
    this.#archive = new DominanceArchive(dims, dims, new Float64Array(dims).fill(-Infinity));
    this.#need = new Float64Array(dims);
    for (let at = 0; at < needed.length; at += dims) this.#archive.add(needed.subarray(at, at + dims));
  }

  promising(held: Float64Array): boolean {
    for (let j = 0; j < this.#need.length; j++) this.#need[j] = -held[j];
    return this.#archive.dominates(this.#need);
  }
}
