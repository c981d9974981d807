import { type ChoiceProblem, checkChoiceProblem } from "./choice-problem.ts";
import { toGrid, type ValueGrid, valueGrid } from "./value-grid.ts";

/** Reads single complete choices of a problem, without solving it. */
export interface ChoiceReader {
  /** Objectives, then bounded sums. */
  readonly grids: readonly ValueGrid[];
  /** Sums on their grids; the same array each time. */
  readonly sums: (choice: ArrayLike<number>) => Float64Array;
  /** Whether `sums` reach all floors. */
  readonly reaches: (sums: Float64Array) => boolean;
  /** Whether a mask whose last variable is this one forbids; -1 for masks over none. Earlier variables must be chosen. */
  readonly forbids: (choice: ArrayLike<number>, last: number) => boolean;
  /** Masks, floors, excluded choices. */
  readonly feasible: (choice: ArrayLike<number>) => boolean;
  readonly rank: (choice: ArrayLike<number>) => number;
}

export function choiceReader(problem: ChoiceProblem, tolerance: number): ChoiceReader {
  checkChoiceProblem(problem);
  const { sizes } = problem;
  const all = [...problem.objectives, ...problem.bounded.map((b) => b.factors)];
  const grids = all.map((factors) => valueGrid(factors, tolerance));
  const floors = [...problem.floors, ...problem.bounded.map((b) => b.floor)].map(
    (floor, j) => floor * grids[j].perUnit - grids[j].slack,
  );
  const place = (scope: readonly number[]) => (choice: ArrayLike<number>) => {
    let index = 0;
    for (const v of scope) index = index * sizes[v] + choice[v];
    return index;
  };
  const tables = all.flatMap((factors, sum) =>
    factors.map((f) => ({ sum, at: place(f.scope), values: f.values.map((v) => toGrid(grids[sum], v)) })),
  );
  const masks = [-1, ...sizes.keys()].map((last) =>
    problem.forbidden
      .filter((m) => (m.scope.at(-1) ?? -1) === last)
      .map((m) => ({ at: place(m.scope), mask: m.mask })),
  );
  const left = new Set((problem.excluded ?? []).map((choice) => choice.join()));
  const found = new Float64Array(all.length);
  const reader: ChoiceReader = {
    grids,
    sums: (choice) => {
      found.fill(0);
      for (const table of tables) found[table.sum] += table.values[table.at(choice)];
      return found;
    },
    reaches: (sums) => sums.every((sum, j) => sum >= floors[j]),
    forbids: (choice, last) => masks[last + 1].some((m) => m.mask[m.at(choice)] === 1),
    feasible: (choice) => {
      for (let last = -1; last < sizes.length; last++) if (reader.forbids(choice, last)) return false;
      return reader.reaches(reader.sums(choice)) && !(left.size > 0 && left.has(Array.from(choice).join()));
    },
    rank: place(sizes.map((_, v) => v)),
  };
  return reader;
}
