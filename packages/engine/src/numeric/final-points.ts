import type { ChoicePlan } from "./choice-plan.ts";
import { DominanceArchive } from "./dominance.ts";

export interface FinalPoint {
  /** In the problem's own values, objectives only. */
  readonly values: readonly number[];
  readonly nodes: readonly number[];
}

/**
 * Groups what is left after the last step into points, by first objective descending, then second, and so on.
 *
 * With whole numbers there is nothing more to compare. Otherwise a node is dominated by one that is ahead by more than the
 * tolerance somewhere, and behind by more than the tolerance nowhere; and within the tolerance everywhere of the first of
 * a point, it is the same point.
 *
 * @param held `[node * sums + sum]`
 */
export function finalPoints(
  plan: Pick<ChoicePlan, "sums" | "objectives" | "grids">,
  held: Float64Array,
  count: number,
): FinalPoint[] {
  return finalNodes(plan, held, count).map((nodes) => ({ values: valuesAt(plan, held, nodes[0]), nodes }));
}

/** The nodes of each point. */
export function finalNodes(
  { sums, objectives, grids }: Pick<ChoicePlan, "sums" | "objectives" | "grids">,
  held: Float64Array,
  count: number,
): readonly (readonly number[])[] {
  const nodes = inOrder(held, sums, objectives, count);
  const tolerance = grids.slice(0, objectives).map((grid) => grid.tolerance);
  return tolerance.every((t) => t === 0)
    ? equalNodes(nodes, held, sums, objectives)
    : nearNodes(nodes, held, sums, tolerance);
}

/** Values of a point by its first node. */
export function valuesAt(
  { sums, objectives, grids }: Pick<ChoicePlan, "sums" | "objectives" | "grids">,
  held: Float64Array,
  node: number,
): number[] {
  // Of its length from the beginning: pushing would set aside four times as much, a hundred thousand times.
  const values = new Array<number>(objectives);
  // Adding 0 turns -0 into 0.
  for (let j = 0; j < objectives; j++) values[j] = held[node * sums + j] / grids[j].perUnit + 0;
  return values;
}

function inOrder(held: Float64Array, sums: number, objectives: number, count: number): number[] {
  const before = (a: number, b: number): number => {
    for (let j = 0; j < objectives; j++) {
      const difference = held[b * sums + j] - held[a * sums + j];
      if (difference !== 0) return difference;
    }
    return a - b;
  };
  const nodes: number[] = [];
  let sorted = true;
  for (let node = 0; node < count; node++) {
    nodes.push(node);
    if (node > 0 && before(node - 1, node) > 0) sorted = false;
  }
  return sorted ? nodes : nodes.sort(before);
}

function equalNodes(
  nodes: readonly number[],
  held: Float64Array,
  sums: number,
  objectives: number,
): number[][] {
  const groups: number[][] = [];
  for (const node of nodes) {
    const last = groups[groups.length - 1];
    let same = last !== undefined;
    for (let j = 0; same && j < objectives; j++) same = held[last[0] * sums + j] === held[node * sums + j];
    if (same) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** @param nodes in descending order */
function nearNodes(
  nodes: readonly number[],
  held: Float64Array,
  sums: number,
  tolerance: readonly number[],
): number[][] {
  const objectives = tolerance.length;
  const doubtful =
    objectives <= 2
      ? doubtfulPairs(nodes, held, sums, tolerance)
      : doubtfulMany(nodes, nodes, held, sums, tolerance);
  let kept = nodes;
  if (doubtful.size > 0) {
    // Dropped only for a point that is itself beyond doubt, so that noise cannot make points drop each other in a ring.
    const certain = nodes.filter((node) => !doubtful.has(node));
    const lost = doubtfulMany([...doubtful], certain, held, sums, tolerance);
    kept = nodes.filter((node) => !lost.has(node));
  }
  const groups: number[][] = [];
  for (const node of kept) {
    let joined = false;
    for (let g = groups.length - 1; g >= 0 && !joined; g--) {
      const lead = groups[g][0];
      if (held[lead * sums] > held[node * sums] + tolerance[0]) break;
      joined = tolerance.every((t, j) => Math.abs(held[lead * sums + j] - held[node * sums + j]) <= t);
      if (joined) groups[g].push(node);
    }
    if (!joined) groups.push([node]);
  }
  return objectives <= 2 ? groups : sortedWithin(groups, held, sums, tolerance);
}

/** Groups in descending order, where values within the tolerance are equal. */
function sortedWithin(
  groups: number[][],
  held: Float64Array,
  sums: number,
  tolerance: readonly number[],
): number[][] {
  const levels = tolerance.map((t, j) => {
    const values = Float64Array.from(groups, ([lead]) => held[lead * sums + j]).sort();
    const level = new Map<number, number>();
    let anchor = -Infinity;
    for (const value of values) {
      if (value > anchor + t) anchor = value;
      level.set(value, anchor);
    }
    return level;
  });
  const key = ([lead]: number[]) => levels.map((level, j) => level.get(held[lead * sums + j])!);
  const keyed = groups.map((group) => ({ group, key: key(group) }));
  keyed.sort((a, b) => {
    const j = a.key.findIndex((value, i) => value !== b.key[i]);
    return j < 0 ? 0 : b.key[j] - a.key[j];
  });
  return keyed.map(({ group }) => group);
}

/** Those of `nodes` that one of `others` dominates within the tolerance. */
function doubtfulMany(
  nodes: readonly number[],
  others: readonly number[],
  held: Float64Array,
  sums: number,
  tolerance: readonly number[],
): Set<number> {
  const dims = tolerance.length;
  const archive = new DominanceArchive(
    dims,
    dims,
    tolerance.map((t) => 2 * t),
  );
  for (const other of others) archive.add(held.subarray(other * sums, other * sums + dims));
  const lowered = new Float64Array(dims);
  return new Set(
    nodes.filter((node) => {
      for (let j = 0; j < dims; j++) lowered[j] = held[node * sums + j] - tolerance[j];
      return archive.dominates(lowered);
    }),
  );
}

/** The same for one or two objectives, all against all, in one sweep of descending nodes. */
function doubtfulPairs(
  nodes: readonly number[],
  held: Float64Array,
  sums: number,
  tolerance: readonly number[],
): Set<number> {
  const two = tolerance.length === 2;
  const first = (at: number) => held[nodes[at] * sums];
  const second = (at: number) => (two ? held[nodes[at] * sums + 1] : 0);
  const tolerance1 = two ? tolerance[1] : 0;
  const doubtful = new Set<number>();
  let [ahead, aheadBest, above, aboveBest] = [0, -Infinity, 0, -Infinity];
  for (let at = 0; at < nodes.length; at++) {
    while (ahead < nodes.length && first(ahead) >= first(at) - tolerance[0])
      aheadBest = Math.max(aheadBest, second(ahead++));
    while (first(above) > first(at) + tolerance[0]) aboveBest = Math.max(aboveBest, second(above++));
    if (aheadBest > second(at) + tolerance1 || aboveBest >= second(at) - tolerance1) doubtful.add(nodes[at]);
  }
  return doubtful;
}
