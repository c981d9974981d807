import type { ChoiceLayer } from "./choice-layers.ts";
import type { ChoicePlan } from "./choice-plan.ts";

/**
 * Complete choices behind each final node: how many.
 *
 * @param finals nodes of the last layer
 * @returns by place in `finals`. Cost O(entries that lead to them); whole numbers of any length only where they are needed
 */
export function choiceCounts(
  plan: ChoicePlan,
  layers: readonly ChoiceLayer[],
  finals: ArrayLike<number>,
): bigint[] {
  const marks = reachable(layers, finals);
  let total = 1;
  for (const { options } of plan.steps) total *= options.reduce((sum, same) => sum + same.length, 0);
  return total <= Number.MAX_SAFE_INTEGER
    ? smallCounts(plan, layers, finals, marks)
    : largeCounts(plan, layers, finals, marks);
}

/** Per layer, 1 for nodes that lead to one of the finals. */
function reachable(layers: readonly ChoiceLayer[], finals: ArrayLike<number>): Uint8Array[] {
  const marks = layers.map((layer) => new Uint8Array(layer.nodes));
  const last = layers.length - 1;
  for (let f = 0; f < finals.length; f++) marks[last][finals[f]] = 1;
  for (let i = last; i > 0; i--) {
    const { nodes, entryStart, parent } = layers[i];
    for (let node = 0; node < nodes; node++) {
      if (marks[i][node] === 0) continue;
      for (let e = entryStart[node]; e < entryStart[node + 1]; e++) marks[i - 1][parent[e]] = 1;
    }
  }
  return marks;
}

function smallCounts(
  plan: ChoicePlan,
  layers: readonly ChoiceLayer[],
  finals: ArrayLike<number>,
  marks: readonly Uint8Array[],
): bigint[] {
  let counts = new Float64Array(layers[0].nodes).fill(1);
  for (let i = 1; i < layers.length; i++) {
    const { nodes, entryStart, parent, option } = layers[i];
    const same = Float64Array.from(plan.steps[i - 1].options, (options) => options.length);
    const after = new Float64Array(nodes);
    for (let node = 0; node < nodes; node++) {
      if (marks[i][node] === 0) continue;
      let sum = 0;
      for (let e = entryStart[node]; e < entryStart[node + 1]; e++)
        sum += counts[parent[e]] * same[option[e]];
      after[node] = sum;
    }
    counts = after;
  }
  const found: bigint[] = [];
  for (let f = 0; f < finals.length; f++) {
    const count = counts[finals[f]];
    found.push(count === 1 ? 1n : BigInt(count));
  }
  return found;
}

function largeCounts(
  plan: ChoicePlan,
  layers: readonly ChoiceLayer[],
  finals: ArrayLike<number>,
  marks: readonly Uint8Array[],
): bigint[] {
  let counts = new Array<bigint>(layers[0].nodes).fill(1n);
  for (let i = 1; i < layers.length; i++) {
    const { nodes, entryStart, parent, option } = layers[i];
    const same = plan.steps[i - 1].options.map((options) => BigInt(options.length));
    const after = new Array<bigint>(nodes).fill(0n);
    for (let node = 0; node < nodes; node++) {
      if (marks[i][node] === 0) continue;
      let sum = 0n;
      for (let e = entryStart[node]; e < entryStart[node + 1]; e++)
        sum += counts[parent[e]] * same[option[e]];
      after[node] = sum;
    }
    counts = after;
  }
  return Array.from(finals, (node) => counts[node]);
}

/** A complete choice behind a final node: the only one where it has no other. Cost O(steps). */
export function onlyChoice(plan: ChoicePlan, layers: readonly ChoiceLayer[], node: number): number[] {
  const choice = new Array<number>(plan.variables).fill(0);
  let at = node;
  for (let i = layers.length - 1; i > 0; i--) {
    const { entryStart, parent, option } = layers[i];
    const entry = entryStart[at];
    choice[plan.steps[i - 1].variable] = plan.steps[i - 1].options[option[entry]][0];
    at = parent[entry];
  }
  return choice;
}

/** Complete choices by variable of the problem, the first `limit` in lexicographic order. */
export type ChoiceLister = (finals: readonly number[]) => number[][];

/**
 * Lists tied choices. At each node it keeps the first `limit` partial choices, compared over the variables taken so far in
 * their original order: whatever follows is common to them, so that no later one can overtake.
 * Work is remembered from one call to the next.
 */
export function choiceLister(plan: ChoicePlan, layers: readonly ChoiceLayer[], limit: number): ChoiceLister {
  const known: Map<number, Int32Array[]>[] = layers.map(() => new Map());
  if (layers[0].nodes > 0) known[0].set(0, [new Int32Array(plan.variables)]);
  return (finals) => {
    const last = layers.length - 1;
    const wanted: number[][] = layers.map(() => []);
    wanted[last] = finals.filter((node) => !known[last].has(node));
    for (let i = last; i > 0; i--) {
      const { entryStart, parent } = layers[i];
      const seen = new Set<number>();
      for (const node of wanted[i]) {
        for (let e = entryStart[node]; e < entryStart[node + 1]; e++) {
          if (!known[i - 1].has(parent[e])) seen.add(parent[e]);
        }
      }
      wanted[i - 1] = [...seen];
    }
    for (let i = 1; i <= last; i++) {
      const { entryStart, parent, option } = layers[i];
      const { variable, options } = plan.steps[i - 1];
      for (const node of wanted[i]) {
        const rows: Int32Array[] = [];
        for (let e = entryStart[node]; e < entryStart[node + 1]; e++) {
          for (const o of options[option[e]]) {
            for (const partial of known[i - 1].get(parent[e])!) {
              const row = partial.slice();
              row[variable] = o;
              rows.push(row);
            }
          }
        }
        known[i].set(node, firstRows(rows, limit));
      }
    }
    const rows = finals.flatMap((node) => known[last].get(node)!);
    return firstRows(rows, limit).map((row) => Array.from(row));
  };
}

function firstRows(rows: Int32Array[], limit: number): Int32Array[] {
  if (rows.length === 1) return rows;
  rows.sort((a, b) => {
    for (let v = 0; v < a.length; v++) if (a[v] !== b[v]) return a[v] - b[v];
    return 0;
  });
  return rows.length > limit ? rows.slice(0, limit) : rows;
}
