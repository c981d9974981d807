import type { ChoicePlan } from "./choice-plan.ts";
import { growingFloats, reserve } from "./growing-array.ts";
import { SumMerger } from "./sum-merger.ts";

/** Sums of partial choices by state, equal ones joined. */
export interface SumList {
  /** Sums of a state are `starts[state] … starts[state + 1]`. */
  readonly starts: Int32Array;
  /** `[place * sums + sum]`, held values. */
  readonly values: Float64Array;
  /** Partial choices with these sums. */
  readonly counts: Float64Array;
}

/**
 * Partial choices up to some step, and from there to the end, such that neither list is long. All sums of the plan must
 * be bounded ones: sums that cannot reach a floor are left out, sums that reach it in any case are set to one value.
 *
 * @returns null where more than `limit` sums would have to be kept, or a count leaves the whole numbers of a double
 */
export function choiceHalves(
  plan: ChoicePlan,
  limit: number,
): { ahead: SumList; behind: SumList; at: number } | null {
  const { steps, sums } = plan;
  const tolerance = Float64Array.from(plan.grids, (grid) => grid.tolerance);
  const noise = Float64Array.from(plan.grids, (grid) => grid.noise);
  const merger = new SumMerger({ sums, objectives: 0, floors: plan.floors, tolerance, noise, ties: "count" });
  const { most, least } = attained(plan);
  let ahead: SumList = single(plan.start);
  let behind: SumList = single(new Float64Array(sums));
  let [low, high] = [0, steps.length];
  let [lowCount, highCount] = [1, 1];
  while (low < high) {
    const options = (i: number) => steps[i].options.reduce((sum, same) => sum + same.length, 0);
    const next = size(ahead) * options(low) <= size(behind) * options(high - 1) ? "ahead" : "behind";
    const candidates = next === "ahead" ? size(ahead) * options(low) : size(behind) * options(high - 1);
    if (candidates > 4 * limit) return null;
    const list =
      next === "ahead"
        ? stepAhead(plan, low, ahead, merger)
        : stepBehind(plan, high - 1, behind, merger, most, least);
    if (size(list) > limit) return null;
    if (next === "ahead") {
      lowCount *= options(low++);
      ahead = list;
    } else {
      highCount *= options(--high);
      behind = list;
    }
    if (Math.max(lowCount, highCount) > Number.MAX_SAFE_INTEGER) return null;
  }
  return { ahead, behind, at: low };
}

function size(list: SumList): number {
  return list.counts.length;
}

function single(values: Float64Array): SumList {
  return { starts: Int32Array.of(0, 1), values, counts: Float64Array.of(1) };
}

/**
 * Most and least of each sum over what comes before, constants included, by state. The least is taken after sums that
 * reach their floor in any case have been lowered to what is just enough: otherwise both halves would be lowered.
 */
function attained(plan: ChoicePlan): { most: Float64Array[]; least: Float64Array[] } {
  const { steps, states, sums, start } = plan;
  const most = states.map((count) => new Float64Array(count * sums).fill(-Infinity));
  const least = states.map((count) => new Float64Array(count * sums).fill(Infinity));
  most[0].set(start);
  least[0].set(start);
  steps.forEach(({ options, next, gain, perState }, i) => {
    const width = options.length;
    for (let at = 0; at < next.length; at++) {
      if (next[at] < 0) continue;
      const from = Math.floor(at / width) * sums;
      const to = next[at] * sums;
      const gainAt = (perState ? at : at % width) * sums;
      for (let j = 0; j < sums; j++) {
        most[i + 1][to + j] = Math.max(most[i + 1][to + j], most[i][from + j] + gain[gainAt + j]);
        least[i + 1][to + j] = Math.min(least[i + 1][to + j], least[i][from + j] + gain[gainAt + j]);
      }
    }
  });
  least.forEach((of, i) => {
    for (let at = 0; at < of.length; at++)
      of[at] = Math.min(of[at], plan.floors[at % sums] - plan.least[i][at]);
  });
  return { most, least };
}

function stepAhead(plan: ChoicePlan, i: number, before: SumList, merger: SumMerger): SumList {
  const { next, gain, perState, options } = plan.steps[i];
  const width = options.length;
  const statesAfter = plan.states[i + 1];
  const sources: number[][] = Array.from({ length: statesAfter }, () => []);
  for (let at = 0; at < next.length; at++) if (next[at] >= 0) sources[next[at]].push(at);
  const out = new ListMaker(plan, i, merger, before);
  for (let state = 0; state < statesAfter; state++) {
    merger.begin(plan.most[i + 1], plan.least[i + 1], state * plan.sums);
    for (const at of sources[state]) {
      const from = Math.floor(at / width);
      merger.add(
        before.values,
        before.starts[from],
        before.starts[from + 1],
        gain,
        (perState ? at : at % width) * plan.sums,
        at % width,
      );
    }
    out.take();
  }
  return out.list();
}

function stepBehind(
  plan: ChoicePlan,
  i: number,
  after: SumList,
  merger: SumMerger,
  most: readonly Float64Array[],
  least: readonly Float64Array[],
): SumList {
  const { next, gain, perState, options } = plan.steps[i];
  const width = options.length;
  const out = new ListMaker(plan, i, merger, after);
  for (let state = 0; state < plan.states[i]; state++) {
    merger.begin(most[i], least[i], state * plan.sums);
    for (let o = 0; o < width; o++) {
      const to = next[state * width + o];
      if (to < 0) continue;
      merger.add(
        after.values,
        after.starts[to],
        after.starts[to + 1],
        gain,
        (perState ? state * width + o : o) * plan.sums,
        o,
      );
    }
    out.take();
  }
  return out.list();
}

/** Collects what a merger finds, state after state. */
class ListMaker {
  readonly #merger: SumMerger;
  readonly #sums: number;
  readonly #same: Float64Array;
  readonly #from: SumList;
  readonly #starts = [0];
  readonly #values = growingFloats();
  readonly #counts = growingFloats();

  constructor(plan: ChoicePlan, i: number, merger: SumMerger, from: SumList) {
    this.#merger = merger;
    this.#sums = plan.sums;
    this.#same = Float64Array.from(plan.steps[i].options, (options) => options.length);
    this.#from = from;
  }

  take(): void {
    const merger = this.#merger;
    merger.finish();
    const { groups, groupStart, members, columns } = merger;
    reserve(this.#values, groups * this.#sums);
    reserve(this.#counts, groups);
    for (let g = 0; g < groups; g++) {
      const lead = members[groupStart[g]];
      for (let j = 0; j < this.#sums; j++) this.#values.data[this.#values.length++] = columns[j][lead];
      let count = 0;
      for (let m = groupStart[g]; m < groupStart[g + 1]; m++) {
        count += this.#from.counts[merger.parent[members[m]]] * this.#same[merger.option[members[m]]];
      }
      this.#counts.data[this.#counts.length++] = count;
    }
    this.#starts.push(this.#counts.length);
  }

  list(): SumList {
    return {
      starts: Int32Array.from(this.#starts),
      values: this.#values.data.slice(0, this.#values.length),
      counts: this.#counts.data.slice(0, this.#counts.length),
    };
  }
}
