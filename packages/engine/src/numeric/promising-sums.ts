import type { ChoicePlan } from "./choice-plan.ts";
import { DominanceArchive } from "./dominance.ts";
import type { Outlook } from "./outlook.ts";
import { SumMerger, type SumRules } from "./sum-merger.ts";

/** Most frontier points of the rest kept per layer; more are rounded up together. */
const MOST_NEEDED = 1000;

/**
 * What is still to be won, by step and state: a complete choice must reach one of several corners in some mixes of its sums.
 *
 * The frontier of (rest − corner), taken from the last variable back, says at once whether a partial choice plus some rest
 * reaches some corner: bound sets (Ehrgott & Gandibleux 2007), one look-up each. A mix may hold bounded sums at their prices:
 * what a feasible choice has above a floor can only add.
 *
 * @param mixes `[mix][sum]`: shares of each sum, not negative for bounded ones, which enter less their floors
 * @param corners values of the mixes; see `searchCorners`
 */
export function promisingSums(
  plan: ChoicePlan,
  mixes: readonly Float64Array[],
  corners: readonly Float64Array[],
): Outlook[][] {
  const { sums, steps, states } = plan;
  const objectives = mixes.length;
  const range = (s: number) => plan.most[0][s] - plan.least[0][s];
  const dues = mixes.map((mix) => {
    let due = 0;
    for (let s = 0; s < sums; s++) {
      if (s >= plan.objectives) due += mix[s] * plan.floors[s];
      due -= mix[s] * range(s) * 1e-9;
    }
    return due;
  });
  const steepness = mixes.map((mix) => mix.reduce((sum, share, s) => sum + share * range(s), 0));
  const start = Float64Array.from(
    corners.flatMap((corner) => Array.from(corner, (value, j) => -value - dues[j])),
  );
  const merger = new SumMerger(freeRules(objectives));
  const free = new Float64Array(objectives);
  merger.begin(free, free, 0);
  for (let c = 0; c < start.length / objectives; c++) merger.add(start, c, c + 1, free, 0, 0);
  let needed = [taken(merger, objectives)];
  const outlooks: Outlook[][] = [needed.map((values) => outlook(values, mixes))];
  const own = new Float64Array(objectives);
  for (let i = steps.length - 1; i > 0; i--) {
    const { options, next, gain, perState } = steps[i];
    const width = options.length;
    const before: Float64Array[] = [];
    for (let state = 0; state < states[i]; state++) {
      merger.begin(free, free, 0);
      for (let o = 0; o < width; o++) {
        const to = next[state * width + o];
        if (to < 0) continue;
        mixed(mixes, gain, (perState ? state * width + o : o) * sums, own);
        merger.add(needed[to], 0, needed[to].length / objectives, own, 0, o);
      }
      before.push(coarse(taken(merger, objectives), steepness, MOST_NEEDED / states[i]));
    }
    needed = before;
    outlooks.push(needed.map((values) => outlook(values, mixes)));
  }
  outlooks.push([{ promising: () => true }]);
  return outlooks.reverse();
}

/** Sums of which nothing is asked but not to be dominated. */
function freeRules(sums: number): SumRules {
  const none = new Float64Array(sums);
  return {
    sums,
    objectives: sums,
    floors: none.map(() => -Infinity),
    tolerance: none,
    noise: none,
    ties: "one",
  };
}

/** The mixes of the sums at some place. */
function mixed(mixes: readonly Float64Array[], values: Float64Array, at: number, into: Float64Array): void {
  for (let j = 0; j < mixes.length; j++) {
    const mix = mixes[j];
    let value = 0;
    for (let s = 0; s < mix.length; s++) value += mix[s] * values[at + s];
    into[j] = value;
  }
}

/**
 * Corners of what known points leave open: a value is worth having only at or above one of them (Klamroth, Lacour &
 * Vanderpooten 2015, EJOR 245).
 *
 * @param known objectives of feasible choices, held values
 */
export function searchCorners(plan: ChoicePlan, known: readonly Float64Array[]): Float64Array[] {
  const { objectives, start, least, grids } = plan;
  let corners = [Float64Array.from({ length: objectives }, (_, j) => start[j] + least[0][j] - 1)];
  for (const point of known) {
    const low = point.map((value, j) => value - 2 * grids[j].tolerance);
    const inside = corners.filter((corner) => corner.every((value, j) => value < low[j]));
    if (inside.length === 0) continue;
    const fresh = inside.flatMap((corner) => Array.from(low, (value, j) => corner.with(j, value)));
    const others = corners.filter((corner) => !inside.includes(corner));
    corners = [
      ...others,
      ...fresh.filter(
        (a, i) =>
          !others.some((b) => within(b, a)) &&
          !fresh.some((b, k) => k !== i && within(b, a) && (k < i || !within(a, b))),
      ),
    ];
  }
  return corners;
}

function within(low: Float64Array, high: Float64Array): boolean {
  return low.every((value, j) => value <= high[j]);
}

function taken(merger: SumMerger, dims: number): Float64Array {
  merger.finish();
  const values = new Float64Array(merger.groups * dims);
  for (let g = 0; g < merger.groups; g++)
    for (let j = 0; j < dims; j++) values[g * dims + j] = merger.sum(j, g);
  return values;
}

/** Rounded up to ever coarser steps until few are left; what is needed is then never understated. */
function coarse(values: Float64Array, range: readonly number[], most: number): Float64Array {
  const dims = range.length;
  let kept = values;
  for (let cells = 256; kept.length / dims > Math.max(most, 16) && cells >= 2; cells /= 2) {
    const rounded = kept.map((value, at) => {
      const unit = range[at % dims] / cells;
      return unit > 0 ? Math.ceil(value / unit) * unit : value;
    });
    const merger = new SumMerger(freeRules(dims));
    const free = new Float64Array(dims);
    merger.begin(free, free, 0);
    merger.add(rounded, 0, rounded.length / dims, free, 0, 0);
    kept = taken(merger, dims);
  }
  return kept;
}

function outlook(needed: Float64Array, mixes: readonly Float64Array[]): Outlook {
  return mixes.length === 2 ? new Stairs(needed, mixes) : new Cloud(needed, mixes);
}

/** Two objectives: points in descending order of the first, ascending in the second. */
class Stairs implements Outlook {
  readonly #mixes: readonly Float64Array[];
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #own = new Float64Array(2);

  constructor(needed: Float64Array, mixes: readonly Float64Array[]) {
    const count = needed.length / 2;
    this.#mixes = mixes;
    this.#first = Float64Array.from({ length: count }, (_, i) => needed[2 * i]);
    this.#second = Float64Array.from({ length: count }, (_, i) => needed[2 * i + 1]);
  }

  promising(held: Float64Array): boolean {
    const own = this.#own;
    mixed(this.#mixes, held, 0, own);
    const need = -own[0];
    const first = this.#first;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first[middle] >= need) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#second[low - 1] >= -own[1];
  }
}

class Cloud implements Outlook {
  readonly #mixes: readonly Float64Array[];
  readonly #archive: DominanceArchive;
  readonly #own: Float64Array;

  constructor(needed: Float64Array, mixes: readonly Float64Array[]) {
    const dims = mixes.length;
    this.#mixes = mixes;
    this.#archive = new DominanceArchive(dims, dims, new Float64Array(dims).fill(-Infinity));
    this.#own = new Float64Array(dims);
    for (let at = 0; at < needed.length; at += dims) this.#archive.add(needed.subarray(at, at + dims));
  }

  promising(held: Float64Array): boolean {
    mixed(this.#mixes, held, 0, this.#own);
    for (let j = 0; j < this.#own.length; j++) this.#own[j] = -this.#own[j];
    return this.#archive.dominates(this.#own);
  }
}
