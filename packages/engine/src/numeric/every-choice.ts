import { type ChoiceProblem, checkChoiceProblem } from "./choice-problem.ts";
import { toGrid, valueGrid } from "./value-grid.ts";

/**
 * Every feasible choice in lexicographic order, with its sums: objectives, then bounded sums, on their grids.
 * `sums` is the same array each time. Cost O(choices · tables), less what masks cut off early.
 */
export function* everyChoice(problem: ChoiceProblem, tolerance: number): Generator<{ rank: number; choice: Int32Array; sums: Float64Array }> {
  checkChoiceProblem(problem);
  const { sizes } = problem;
  const all = [...problem.objectives, ...problem.bounded.map((b) => b.factors)];
  const grids = all.map((factors) => valueGrid(factors, tolerance));
  const floors = [...problem.floors, ...problem.bounded.map((b) => b.floor)].map((floor, j) => floor * grids[j].perUnit - grids[j].slack);
  const strides = (scope: readonly number[]) => {
    const steps = new Array<number>(scope.length).fill(1);
    for (let s = scope.length - 2; s >= 0; s--) steps[s] = steps[s + 1] * sizes[scope[s + 1]];
    return steps;
  };
  const tables = all.flatMap((factors, sum) =>
    factors.map((f) => ({ sum, scope: f.scope, steps: strides(f.scope), values: f.values.map((v) => toGrid(grids[sum], v)) })),
  );
  const masks = problem.forbidden.map((m) => ({ scope: m.scope, steps: strides(m.scope), mask: m.mask, last: m.scope.at(-1) ?? -1 }));
  const left = new Set((problem.excluded ?? []).map((choice) => rankOf(choice, sizes)));
  const choice = new Int32Array(sizes.length);
  const sums = new Float64Array(all.length);
  const indexOf = (scope: readonly number[], steps: readonly number[]) => {
    let index = 0;
    for (let s = 0; s < scope.length; s++) index += steps[s] * choice[scope[s]];
    return index;
  };
  if (masks.some((m) => m.last === -1 && m.mask[0] === 1)) return;
  const byLast = sizes.map((_, v) => masks.filter((m) => m.last === v));
  let depth = 0;
  if (sizes.length > 0) choice[0] = -1;
  while (depth >= 0) {
    if (depth < sizes.length) {
      if (++choice[depth] === sizes[depth]) {
        depth--;
        continue;
      }
      if (byLast[depth].some((m) => m.mask[indexOf(m.scope, m.steps)] === 1)) continue;
      if (++depth < sizes.length) {
        choice[depth] = -1;
        continue;
      }
    }
    sums.fill(0);
    for (const table of tables) sums[table.sum] += table.values[indexOf(table.scope, table.steps)];
    const rank = rankOf(choice, sizes);
    if (sums.every((sum, j) => sum >= floors[j]) && !left.has(rank)) yield { rank, choice, sums };
    depth--;
  }
}

function rankOf(choice: ArrayLike<number>, sizes: readonly number[]): number {
  let rank = 0;
  for (let v = 0; v < sizes.length; v++) rank = rank * sizes[v] + choice[v];
  return rank;
}
