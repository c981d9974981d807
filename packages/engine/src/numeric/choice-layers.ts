import type { ChoicePlan } from "./choice-plan.ts";
import { type Growing, growingFloats, growingInts, reserve } from "./growing-array.ts";
import type { Outlook } from "./outlook.ts";
import { SumMerger, type SumRules } from "./sum-merger.ts";

/**
 * What is kept of the partial choices after some steps. A node stands for all partial choices that lead to one state with
 * equal sums; its entries say from which node and by which class of options it is reached.
 */
export interface ChoiceLayer {
  /** Nodes of a state are `starts[state] … starts[state + 1]`; after the last state, beginnings of excluded choices, one node each. */
  readonly starts: Int32Array;
  readonly nodes: number;
  /** `[node * sums + sum]`, held values. */
  readonly values: Float64Array;
  /** Entries of a node are `entryStart[node] … entryStart[node + 1]`. */
  readonly entryStart: Int32Array;
  readonly parent: Int32Array;
  readonly option: Int32Array;
}

export interface TooMany {
  readonly kind: "too-many";
  /** Steps taken before giving up. */
  readonly steps: number;
  readonly limit: number;
}

interface Beginning {
  readonly node: number;
  readonly state: number;
  /** Excluded choices that begin so. */
  readonly of: readonly Int32Array[];
}

export interface LayerOptions {
  readonly ties: SumRules["ties"];
  readonly light?: boolean;
  /** Entries in all layers together. */
  readonly limit: number;
  /** By step and state, what partial choices must promise. */
  readonly outlooks?: readonly (readonly Outlook[])[];
  /** Nodes of a layer to go on with, 1 each: a search that is no longer exhaustive. */
  readonly thin?: (values: Float64Array, starts: Int32Array, step: number) => Uint8Array | null;
}

/**
 * Takes all steps of a plan, keeping at each state the partial sums that may still matter.
 *
 * The beginnings of excluded choices are kept apart from the rest: they dominate nothing, and are dropped at the end.
 *
 * @returns one layer per step and one before the first; the last has one state
 */
export function choiceLayers(plan: ChoicePlan, options: LayerOptions): ChoiceLayer[] | TooMany {
  const { ties, limit } = options;
  const { sums, steps } = plan;
  const merger = new SumMerger({
    sums,
    objectives: plan.objectives,
    floors: plan.floors,
    tolerance: Float64Array.from(plan.grids, (grid) => grid.tolerance),
    noise: Float64Array.from(plan.grids, (grid) => grid.noise),
    ties,
    light: options.light,
  });
  let beginnings: Beginning[] = plan.excluded.length > 0 ? [{ node: 0, state: 0, of: plan.excluded }] : [];
  const layers: ChoiceLayer[] = [first(plan, beginnings.length > 0)];
  let entries = 0;
  for (let i = 0; i < steps.length; i++) {
    const made = advance(plan, i, layers[i], beginnings, merger, limit - entries, options);
    if (!made) return { kind: "too-many", steps: i, limit };
    layers.push(made.layer);
    beginnings = made.beginnings;
    entries += made.layer.parent.length;
  }
  return layers;
}

function first(plan: ChoicePlan, excluded: boolean): ChoiceLayer {
  return {
    starts: Int32Array.of(0, excluded || plan.hopeless ? 0 : 1),
    nodes: plan.hopeless ? 0 : 1,
    values: plan.start,
    entryStart: Int32Array.of(0, 0),
    parent: new Int32Array(0),
    option: new Int32Array(0),
  };
}

function advance(
  plan: ChoicePlan,
  i: number,
  before: ChoiceLayer,
  beginnings: readonly Beginning[],
  merger: SumMerger,
  room: number,
  how: LayerOptions,
) {
  const { sums } = plan;
  const { next, gain, perState, options } = plan.steps[i];
  const width = options.length;
  const statesAfter = plan.states[i + 1];
  const most = plan.most[i + 1];
  const least = plan.least[i + 1];
  const { offsets, sources } = incoming(next, statesAfter);
  const leaving = diverge(plan, i, before.nodes > 0 ? beginnings : []);
  const starts = new Int32Array(statesAfter + 1);
  const values = growingFloats();
  const entryStart = growingInts();
  const parent = growingInts();
  const option = growingInts();
  let nodes = 0;
  for (let state = 0; state < statesAfter; state++) {
    starts[state] = nodes;
    if (sums > 0 && most[state * sums] === -Infinity) continue;
    merger.begin(most, least, state * sums, how.outlooks?.[i + 1][state]);
    for (let s = offsets[state]; s < offsets[state + 1]; s++) {
      const from = Math.floor(sources[s] / width);
      const o = sources[s] - from * width;
      const gainAt = (perState ? sources[s] : o) * sums;
      if (before.starts[from] < before.starts[from + 1]) {
        merger.add(before.values, before.starts[from], before.starts[from + 1], gain, gainAt, o);
      }
    }
    for (const { node, o, to, gainAt } of leaving.normal) {
      if (to === state) merger.add(before.values, node, node + 1, gain, gainAt, o);
    }
    merger.finish();
    const { groups, groupStart, members } = merger;
    const kept = groups === 0 ? 0 : groupStart[groups];
    if (parent.length + kept > room) return null;
    reserve(values, groups * sums);
    reserve(entryStart, groups + 1);
    reserve(parent, kept);
    reserve(option, kept);
    for (let g = 0; g < groups; g++) {
      const lead = members[groupStart[g]];
      for (let j = 0; j < sums; j++) values.data[values.length++] = merger.columns[j][lead];
      entryStart.data[nodes++] = parent.length;
      entryStart.length = nodes;
      for (let m = groupStart[g]; m < groupStart[g + 1]; m++) {
        parent.data[parent.length++] = merger.parent[members[m]];
        option.data[option.length++] = merger.option[members[m]];
      }
    }
  }
  starts[statesAfter] = nodes;
  entryStart.length = nodes;
  reserve(entryStart, 1);
  const keep = how.thin?.(values.data, starts, i + 1);
  if (keep) nodes = thinned(keep, sums, starts, values, entryStart, parent, option);
  const beginningsAfter: Beginning[] = [];
  for (const { node, o, to, gainAt, of } of leaving.excluded) {
    entryStart.length = nodes;
    reserve(values, sums);
    reserve(entryStart, 2);
    reserve(parent, 1);
    reserve(option, 1);
    for (let j = 0; j < sums; j++)
      values.data[values.length++] = before.values[node * sums + j] + gain[gainAt + j];
    entryStart.data[nodes] = parent.length;
    parent.data[parent.length++] = node;
    option.data[option.length++] = o;
    beginningsAfter.push({ node: nodes++, state: to, of });
  }
  entryStart.length = nodes;
  reserve(entryStart, 1);
  entryStart.data[nodes] = parent.length;
  const layer: ChoiceLayer = {
    starts,
    nodes,
    values: values.data.slice(0, nodes * sums),
    entryStart: entryStart.data.slice(0, nodes + 1),
    parent: parent.data.slice(0, parent.length),
    option: option.data.slice(0, option.length),
  };
  return { layer, beginnings: beginningsAfter };
}

/** Takes out nodes; returns how many are left. */
function thinned(
  keep: Uint8Array,
  sums: number,
  starts: Int32Array,
  values: Growing<Float64Array>,
  entryStart: Growing<Int32Array>,
  parent: Growing<Int32Array>,
  option: Growing<Int32Array>,
): number {
  const nodes = starts[starts.length - 1];
  entryStart.data[nodes] = parent.length;
  let [kept, entries, state] = [0, 0, 0];
  for (let node = 0; node < nodes; node++) {
    while (state < starts.length && starts[state] === node) starts[state++] = kept;
    if (keep[node] === 0) continue;
    const [from, to] = [entryStart.data[node], entryStart.data[node + 1]];
    values.data.copyWithin(kept * sums, node * sums, (node + 1) * sums);
    entryStart.data[kept++] = entries;
    for (let e = from; e < to; e++) {
      parent.data[entries] = parent.data[e];
      option.data[entries++] = option.data[e];
    }
  }
  while (state < starts.length) starts[state++] = kept;
  values.length = kept * sums;
  parent.length = entries;
  option.length = entries;
  return kept;
}

/** Sources (`state * width + class`) of each state after, one after the other. */
function incoming(next: Int32Array, statesAfter: number) {
  const offsets = new Int32Array(statesAfter + 1);
  for (let at = 0; at < next.length; at++) if (next[at] >= 0) offsets[next[at] + 1]++;
  for (let state = 0; state < statesAfter; state++) offsets[state + 1] += offsets[state];
  const sources = new Int32Array(offsets[statesAfter]);
  const fill = offsets.slice(0, statesAfter);
  for (let at = 0; at < next.length; at++) if (next[at] >= 0) sources[fill[next[at]]++] = at;
  return { offsets, sources };
}

/** Where the beginnings of excluded choices go on: as the excluded choice does, or another way, and then like any other. */
function diverge(plan: ChoicePlan, i: number, beginnings: readonly Beginning[]) {
  const { next, perState, options } = plan.steps[i];
  const width = options.length;
  const normal: { node: number; o: number; to: number; gainAt: number }[] = [];
  const excluded: { node: number; o: number; to: number; gainAt: number; of: Int32Array[] }[] = [];
  for (const { node, state, of } of beginnings) {
    for (let o = 0; o < width; o++) {
      const to = next[state * width + o];
      if (to < 0) continue;
      const gainAt = (perState ? state * width + o : o) * plan.sums;
      const same = of.filter((choice) => choice[i] === o);
      if (same.length > 0) excluded.push({ node, o, to, gainAt, of: same });
      else normal.push({ node, o, to, gainAt });
    }
  }
  return { normal, excluded };
}
