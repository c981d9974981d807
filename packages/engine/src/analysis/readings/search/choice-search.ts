import type { ChoiceTables } from "./choice-tables.ts";
import type { Goal } from "./goal.ts";

/** Share of a goal's value within which choices tie; the first in order is taken. */
const tie = 1e-9;

/** Choices looked at before a search gives up improving; far beyond what cases with real numbers need. */
const mostLooks = 2_000_000;

/**
 * Finds the choice that makes a goal of several sums largest, exactly: the first in order among ties.
 *
 * Every weighting of the sums gives a bound: no choice can have more weighted sum than the best one, which one pass over
 * the tables finds; and a goal's level set asks for at least so much (`Goal.bound`). Weightings are tried along the hull of
 * the sums until the hull's edge nearest the goal is known (two sums: Aneja & Nair 1979, "Bicriteria transportation
 * problem"; more: steps towards the goal's steepest rise). What lies between hull and best value so far is then looked at
 * choice by choice: few, because most options cost more weighted sum than is left between the two.
 */
export class ChoiceSearch {
  readonly tables: ChoiceTables;
  /** Of the last search that found something: option by variable, sums, value. */
  readonly choice: Int32Array;
  readonly sums: Float64Array;
  value = 0;
  /** Whether the last search gave up before it had looked at everything. */
  gaveUp = false;
  /** Whether the choice that was left out would have been found. */
  metExcluded = false;
  /** Whether a choice was refused by `accept`. */
  refused = false;
  found = false;

  readonly #k: number;
  readonly #live: Int32Array;
  #liveCount = 0;
  readonly #most: Float64Array;
  readonly #cellBest: Float64Array;
  readonly #cellArg: Int32Array;
  readonly #cellScan: Int32Array;
  #scan = 0;
  readonly #weights: Float64Array;
  readonly #corners: Float64Array[];
  readonly #direction: Float64Array;
  readonly #candidate: Int32Array;
  readonly #stack: Float64Array;
  readonly #heights: Float64Array;
  /** Deviations from a state's best: leaf, place, loss, grouped by leaf. */
  readonly #altLeaf: Int32Array;
  readonly #altPlace: Int32Array;
  readonly #altLoss: Float64Array;
  readonly #groupFrom: Int32Array;
  #groups = 0;
  readonly #taken: Int32Array;
  #core: readonly Float64Array[] = [];
  #goal!: Goal;
  #excluded: Int32Array | null = null;
  #accept: ((choice: Int32Array) => boolean) | null = null;
  #floor = 0;
  #looks = 0;
  #excludedValue = -Infinity;

  constructor(tables: ChoiceTables) {
    const { shape, sums } = tables;
    this.tables = tables;
    this.#k = sums;
    this.choice = new Int32Array(shape.sizes.length);
    this.sums = new Float64Array(sums);
    this.#live = new Int32Array(shape.states);
    this.#most = new Float64Array(shape.states);
    this.#cellBest = new Float64Array(shape.cells);
    this.#cellArg = new Int32Array(shape.cells);
    this.#cellScan = new Int32Array(shape.cells);
    this.#weights = new Float64Array(sums);
    this.#corners = Array.from({ length: 4 }, () => new Float64Array(sums));
    this.#direction = new Float64Array(sums);
    this.#candidate = new Int32Array(shape.sizes.length);
    const depth = shape.leaves.length + 2;
    this.#stack = new Float64Array(depth * sums);
    this.#heights = new Float64Array(depth);
    this.#altLeaf = new Int32Array(shape.items + 1);
    this.#altPlace = new Int32Array(shape.items + 1);
    this.#altLoss = new Float64Array(shape.items + 1);
    this.#groupFrom = new Int32Array(depth);
    this.#taken = new Int32Array(depth);
  }

  /**
   * @param core by sum, then state: what the core gives, in place of the tables' own
   * @param excluded one choice that does not count
   * @param accept asked of every choice that would be the best so far; what it refuses does not count
   * @returns whether anything reaches the goal's least value
   */
  run(
    goal: Goal,
    core: readonly Float64Array[],
    excluded: Int32Array | null = null,
    accept: ((choice: Int32Array) => boolean) | null = null,
  ): boolean {
    this.#goal = goal;
    this.#core = core;
    this.#excluded = excluded;
    this.#accept = accept;
    this.found = false;
    this.gaveUp = false;
    this.metExcluded = false;
    this.refused = false;
    this.#excludedValue = -Infinity;
    this.#looks = 0;
    this.#floor = -Infinity;
    this.#liveCount = this.tables.aliveCount;
    this.#live.set(this.tables.alive.subarray(0, this.#liveCount));
    if (this.#liveCount === 0) return false;
    if (this.#k === 1) {
      this.#weights[0] = 1;
      this.#tryWeights();
    } else if (this.#k === 2) this.#followEdge();
    else this.#climb();
    if (this.#liveCount > 0 && !(this.found && goal.anyWillDo)) {
      this.#floor = this.#asked();
      const before = this.#liveCount;
      for (let i = 0; i < before; i++) {
        if (this.#most[this.#live[i]] < this.#floor) continue;
        this.#lookAround(this.#live[i]);
        if (this.gaveUp || (this.found && goal.anyWillDo)) break;
      }
    }
    this.metExcluded =
      this.#excludedValue >= goal.least && (!this.found || this.#excludedValue >= this.value * (1 - tie));
    return this.found;
  }

  /** Weighted sum below which nothing can be better than, or tie with, the best so far. */
  #asked(): number {
    const level = this.found ? this.value * (1 - 2 * tie) : this.#goal.least;
    const bound = this.#goal.bound(this.#weights, level);
    return bound - 1e-12 * Math.abs(bound);
  }

  /** Largest weighted sum, over the states that can still matter; drops those that cannot. Its sums are the candidate's. */
  #tryWeights(): { readonly most: number; readonly state: number } {
    const { shape, keptFrom, keptTo, kept } = this.tables;
    const { leaves, cellOf } = shape;
    const width = leaves.length;
    const weights = this.#weights;
    const k = this.#k;
    const scan = ++this.#scan;
    let best = -Infinity;
    let bestState = -1;
    for (let i = 0; i < this.#liveCount; i++) {
      const state = this.#live[i];
      let height = 0;
      for (let j = 0; j < k; j++) height += weights[j] * this.#core[j][state];
      for (let l = 0; l < width; l++) {
        const cell = cellOf[state * width + l];
        if (this.#cellScan[cell] !== scan) {
          this.#cellScan[cell] = scan;
          let most = -Infinity;
          let arg = -1;
          for (let place = keptFrom[cell]; place < keptTo[cell]; place++) {
            let value = 0;
            for (let j = 0; j < k; j++) value += weights[j] * kept[j][place];
            if (value > most) {
              most = value;
              arg = place;
            }
          }
          this.#cellBest[cell] = most;
          this.#cellArg[cell] = arg;
        }
        height += this.#cellBest[cell];
      }
      this.#most[state] = height;
      if (height > best) {
        best = height;
        bestState = state;
      }
    }
    this.#sumUp(bestState);
    this.#consider(bestState, 0, 0);
    const floor = this.#asked();
    let left = 0;
    for (let i = 0; i < this.#liveCount; i++) {
      const state = this.#live[i];
      if (this.#most[state] >= floor) this.#live[left++] = state;
    }
    this.#liveCount = left;
    return { most: best, state: bestState };
  }

  /** Sums of a state with each leaf at its best, into the bottom of the stack. */
  #sumUp(state: number): void {
    const { kept, shape } = this.tables;
    const width = shape.leaves.length;
    for (let j = 0; j < this.#k; j++) {
      let sum = this.#core[j][state];
      for (let l = 0; l < width; l++) sum += kept[j][this.#cellArg[shape.cellOf[state * width + l]]];
      this.#stack[j] = sum;
    }
  }

  /** Two sums: narrows down to the edge of the hull on which the goal is largest. */
  #followEdge(): void {
    const weights = this.#weights;
    const [left, right, middle] = this.#corners;
    weights[0] = 1;
    weights[1] = 1e-6;
    this.#tryWeights();
    left.set(this.#stack.subarray(0, 2));
    if (this.#over()) return;
    weights[0] = 1e-6;
    weights[1] = 1;
    this.#tryWeights();
    right.set(this.#stack.subarray(0, 2));
    for (let step = 0; step < 40; step++) {
      if (this.#over()) return;
      const across = left[0] - right[0];
      const up = right[1] - left[1];
      if (!(across > 0 && up > 0)) {
        weights[0] = weights[1] = 1;
        this.#tryWeights();
        return;
      }
      weights[0] = up / (across + up);
      weights[1] = across / (across + up);
      const { most } = this.#tryWeights();
      if (this.#over()) return;
      const chord = weights[0] * left[0] + weights[1] * left[1];
      if (most <= chord + 1e-9 * Math.abs(chord) + 1e-12) return;
      middle.set(this.#stack.subarray(0, 2));
      const direction = this.#direction;
      this.#goal.direction(middle, direction);
      const toLeft = direction[0] * (left[0] - middle[0]) + direction[1] * (left[1] - middle[1]);
      const toRight = direction[0] * (right[0] - middle[0]) + direction[1] * (right[1] - middle[1]);
      if (toLeft > 0) right.set(middle);
      else if (toRight > 0) left.set(middle);
      else {
        const size = direction[0] + direction[1];
        if (!(size > 0 && Number.isFinite(size))) return;
        weights[0] = direction[0] / size;
        weights[1] = direction[1] / size;
        this.#tryWeights();
        return;
      }
    }
  }

  /** More sums: weights follow the goal's steepest rise at a point of the hull that moves towards it. */
  #climb(): void {
    const k = this.#k;
    const weights = this.#weights;
    const [point, kept] = this.#corners;
    weights.fill(1 / k);
    this.#tryWeights();
    point.set(this.#stack.subarray(0, k));
    let gap = Infinity;
    for (let step = 1; step <= 12; step++) {
      if (this.#over()) return;
      this.#goal.direction(point, this.#direction);
      let size = 0;
      for (let j = 0; j < k; j++) size += this.#direction[j];
      if (!(size > 0 && Number.isFinite(size))) break;
      for (let j = 0; j < k; j++) weights[j] = this.#direction[j] / size;
      const { most } = this.#tryWeights();
      const room = most - this.#asked();
      if (room < gap) {
        gap = room;
        kept.set(weights);
      }
      const part = 2 / (step + 2);
      for (let j = 0; j < k; j++) point[j] += part * (this.#stack[j] - point[j]);
    }
    if (this.#over() || gap === Infinity) return;
    weights.set(kept);
    this.#tryWeights();
  }

  #over(): boolean {
    return this.#liveCount === 0 || (this.found && this.#goal.anyWillDo);
  }

  /** Looks at every choice of a state whose weighted sum is not below the floor. */
  #lookAround(state: number): void {
    const { shape, kept, keptFrom, keptTo } = this.tables;
    const { leaves, cellOf } = shape;
    const width = leaves.length;
    const weights = this.#weights;
    const k = this.#k;
    const spare = this.#most[state] - this.#floor;
    let count = 0;
    this.#groups = 0;
    for (let l = 0; l < width; l++) {
      const cell = cellOf[state * width + l];
      const before = count;
      for (let place = keptFrom[cell]; place < keptTo[cell]; place++) {
        if (place === this.#cellArg[cell]) continue;
        let value = 0;
        for (let j = 0; j < k; j++) value += weights[j] * kept[j][place];
        const loss = this.#cellBest[cell] - value;
        if (loss > spare) continue;
        this.#altLeaf[count] = l;
        this.#altPlace[count] = place;
        this.#altLoss[count++] = loss;
      }
      if (count > before) this.#groupFrom[this.#groups++] = before;
    }
    this.#groupFrom[this.#groups] = count;
    this.#sumUp(state);
    this.#heights[0] = this.#most[state];
    this.#consider(state, 0, 0);
    this.#deviate(state, 0, 0);
  }

  #deviate(state: number, from: number, depth: number): void {
    const { kept, shape } = this.tables;
    const k = this.#k;
    const width = shape.leaves.length;
    for (let group = from; group < this.#groups; group++) {
      const end = this.#groupFrom[group + 1];
      for (let at = this.#groupFrom[group]; at < end; at++) {
        const height = this.#heights[depth] - this.#altLoss[at];
        if (height < this.#floor) continue;
        if (this.gaveUp || (this.found && this.#goal.anyWillDo)) return;
        const best = this.#cellArg[shape.cellOf[state * width + this.#altLeaf[at]]];
        const place = this.#altPlace[at];
        for (let j = 0; j < k; j++) {
          this.#stack[(depth + 1) * k + j] = this.#stack[depth * k + j] + (kept[j][place] - kept[j][best]);
        }
        this.#taken[depth] = at;
        this.#heights[depth + 1] = height;
        this.#consider(state, depth + 1, (depth + 1) * k);
        this.#deviate(state, group + 1, depth + 1);
      }
    }
  }

  /** Keeps a choice when it is better than the best so far, or as good and earlier in order. */
  #consider(state: number, deviations: number, at: number): void {
    if (++this.#looks > mostLooks) {
      this.gaveUp = true;
      return;
    }
    const value = this.#goal.value(this.#stack, at);
    if (!(value >= this.#goal.least)) return;
    const margin = tie * Math.abs(this.value);
    if (this.found && value < this.value - margin) return;
    this.#write(state, deviations);
    const better = !this.found || value > this.value + margin;
    if (!better && !isEarlier(this.#candidate, this.choice)) return;
    if (this.#excluded !== null && isSame(this.#candidate, this.#excluded)) {
      this.#excludedValue = Math.max(this.#excludedValue, value);
      return;
    }
    if (this.#accept !== null && !this.#accept(this.#candidate)) {
      this.refused = true;
      return;
    }
    this.choice.set(this.#candidate);
    for (let j = 0; j < this.#k; j++) this.sums[j] = this.#stack[at + j];
    this.value = better ? value : Math.max(value, this.value);
    this.found = true;
    if (better && this.#floor !== -Infinity) this.#floor = Math.max(this.#floor, this.#asked());
  }

  #write(state: number, deviations: number): void {
    const { shape, keptOption } = this.tables;
    const { leaves, cellOf, core, coreOptions } = shape;
    const width = leaves.length;
    for (let k = 0; k < core.length; k++) {
      this.#candidate[core[k]] = coreOptions[state * core.length + k];
    }
    for (let l = 0; l < width; l++) {
      this.#candidate[leaves[l].variable] = keptOption[this.#cellArg[cellOf[state * width + l]]];
    }
    for (let d = 0; d < deviations; d++) {
      const alt = this.#taken[d];
      this.#candidate[leaves[this.#altLeaf[alt]].variable] = keptOption[this.#altPlace[alt]];
    }
  }
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isEarlier(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}
