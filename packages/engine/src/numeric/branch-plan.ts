import { choiceOrder } from "./choice-order.ts";
import { type ChoiceProblem, checkChoiceProblem, type Factor } from "./choice-problem.ts";
import { type MiniBucket, type PlacedTable, stridesOf, upperBound } from "./mini-buckets.ts";
import { optionClasses } from "./option-classes.ts";
import { tableResidues } from "./table-residues.ts";
import { toGrid, type ValueGrid, valueGrid } from "./value-grid.ts";

/** A sum's tables over classes, placed in the order in which variables are taken, to be read at complete assignments. */
interface BranchSum {
  readonly tables: readonly {
    readonly places: Int32Array;
    readonly strides: Int32Array;
    readonly values: Float64Array;
  }[];
  /** Held value, lowered by what floors forgive; `-Infinity` where there is none. */
  readonly floor: number;
  /** Bounds are pruned against this: the floor less rounding noise. */
  readonly surelyBelow: number;
  /** Lower bounds from here on surely reach the floor. */
  readonly surelyMet: number;
  readonly noise: number;
}

/**
 * A choice problem made ready for depth-first search: options that no table tells apart are one class, variables are taken
 * in `order`, and every sum has bounds over what is still open. Sums are the objectives, the bounded sums, and, where masks
 * take part, minus the number of masks broken, with floor 0.
 *
 * Bounds are held in rows of columns: the most of each sum; the most of each joint sum of objectives; minus the least of
 * each sum.
 */
export interface BranchPlan {
  readonly sizes: readonly number[];
  readonly objectives: number;
  /** Of objectives. */
  readonly grids: readonly ValueGrid[];
  /** By variable, options of each class, ascending. */
  readonly classes: readonly (readonly (readonly number[])[])[];
  /** All options by variable. */
  readonly every: readonly (readonly number[])[];
  readonly excluded: readonly (readonly number[])[];
  /** Variable by place. */
  readonly order: readonly number[];
  /** Classes by place. */
  readonly widths: readonly number[];
  readonly sums: readonly BranchSum[];
  /** Weights of the objectives in joint sums. */
  readonly joint: readonly Float64Array[];
  readonly columns: number;
  /** First column of minus the least. */
  readonly least: number;
  /** Bounds before anything is taken. */
  readonly start: Float64Array;
  readonly steps: readonly (readonly { readonly column: number; readonly bucket: MiniBucket }[])[];
  /** By place, the tables it is in; what is left of each is kept at `slot` before the place is taken, and then at `slot + 1`. */
  readonly residues: readonly (readonly { readonly slot: number; readonly after: Int32Array }[])[];
  readonly slots: number;
}

export interface BranchEffort {
  /** Table entries looked up; ten thousand branches take about a million. */
  readonly limit: number;
  /** Entries of joined tables, per place and sum: larger ones bound better and take longer to make. Default 16,384. */
  readonly joined?: number;
}

const JOINED = 1 << 14;

/** Checks, merges, orders and bounds a problem. Cost O(entries of all tables · variables), and the joined tables. */
export function branchPlan(
  problem: ChoiceProblem,
  tolerance: number,
  taken: "best-order" | "own-order" = "best-order",
  joined = JOINED,
): BranchPlan {
  checkChoiceProblem(problem);
  const { sizes, objectives } = problem;
  const bounded = problem.bounded.filter(({ floor }) => floor > -Infinity);
  const grids = [...objectives, ...bounded.map(({ factors }) => factors)].map((of) =>
    valueGrid(of, tolerance),
  );
  const held: (readonly Factor[])[] = [...objectives, ...bounded.map(({ factors }) => factors)].map((of, j) =>
    of.map(({ scope, values }) => ({ scope, values: values.map((value) => toGrid(grids[j], value)) })),
  );
  const floors = [...problem.floors, ...bounded.map(({ floor }) => floor)].map((floor, j) =>
    floor === -Infinity ? floor : floor * grids[j].perUnit - grids[j].slack,
  );
  const noises = grids.map((grid) => grid.noise);
  const masks = problem.forbidden.filter(({ mask }) => mask.includes(1));
  if (masks.length > 0) {
    held.push(masks.map(({ scope, mask }) => ({ scope, values: Float64Array.from(mask, (cell) => -cell) })));
    floors.push(0);
    noises.push(0);
  }
  const classes = optionClasses(sizes, held.flat());
  const counts = classes.map((of) => of.length);
  const scopes = new Map(
    held.flat().flatMap(({ scope }) => (scope.length > 1 ? [[scope.join(), scope]] : [])),
  );
  const order = taken === "own-order" ? sizes.map((_, v) => v) : choiceOrder(counts, [...scopes.values()]);
  const widths = order.map((variable) => counts[variable]);
  const placed = held.map((of) => of.map((factor) => placedTable(factor, sizes, classes, order, widths)));
  const bounds = placed.map((of) => upperBound(widths, of, joined));
  // Only whether an objective can still change is asked of its least; of a bounded sum, whether it surely reaches its floor.
  const lower = placed.map((of, s) =>
    upperBound(widths, of.map(negated), s < objectives.length ? 1 : joined),
  );
  const joint = jointWeights(
    bounds.map(({ start }, s) => start + lower[s].start).slice(0, objectives.length),
  );
  const jointBounds = joint.map((weights) =>
    upperBound(
      widths,
      placed.slice(0, objectives.length).flatMap((of, j) => of.map((t) => scaled(t, weights[j]))),
      joined,
    ),
  );
  const residues: { slot: number; after: Int32Array }[][] = widths.map(() => []);
  let slots = 0;
  for (const table of placed.flat()) {
    const { after } = tableResidues(table, widths);
    table.scope.forEach((place, level) => {
      residues[place].push({ slot: slots + level, after: after[level] });
    });
    slots += table.scope.length + 1;
  }
  const all = [...bounds, ...jointBounds, ...lower];
  return {
    sizes,
    objectives: objectives.length,
    grids: grids.slice(0, objectives.length),
    classes,
    every: sizes.map((size) => Array.from({ length: size }, (_, o) => o)),
    excluded: [...new Map((problem.excluded ?? []).map((choice) => [choice.join(), choice])).values()],
    order,
    widths,
    sums: placed.map((of, s) => ({
      tables: of.map(({ scope, values }) => ({
        places: Int32Array.from(scope),
        strides: stridesOf(scope, widths),
        values,
      })),
      floor: floors[s],
      surelyBelow: floors[s] - noises[s],
      surelyMet: floors[s] + noises[s],
      noise: noises[s],
    })),
    joint,
    columns: all.length,
    least: bounds.length + joint.length,
    start: Float64Array.from(all, ({ start }) => start),
    steps: widths.map((_, place) =>
      all.flatMap(({ steps }, column) => steps[place].map((bucket) => ({ column, bucket }))),
    ),
    residues,
    slots,
  };
}

/** Weighted means of the objectives, each taken as a share of its range: what all of them together can still reach. */
function jointWeights(ranges: readonly number[]): Float64Array[] {
  if (ranges.length < 2) return [];
  const weigh = (shares: readonly number[]) =>
    Float64Array.from(shares, (share, j) => (ranges[j] > 0 ? share / ranges[j] : 0));
  const even = ranges.map(() => 1);
  const most = ranges.length === 2 ? [3] : [];
  return [
    even,
    ...most.flatMap((more) => ranges.map((_, j) => even.map((_, i) => (i === j ? more : 1)))),
  ].map(weigh);
}

function placedTable(
  { scope, values }: Factor,
  sizes: readonly number[],
  classes: readonly (readonly (readonly number[])[])[],
  order: readonly number[],
  widths: readonly number[],
): PlacedTable {
  const at = stridesOf(scope, sizes);
  const places = scope.map((variable) => order.indexOf(variable)).sort((a, b) => a - b);
  const entries = places.reduce((product, place) => product * widths[place], 1);
  const parts = places.map((place) => {
    const stride = at[scope.indexOf(order[place])];
    return classes[order[place]].map(([first]) => first * stride);
  });
  const placed = new Float64Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    let [from, rest] = [0, entry];
    for (let s = places.length - 1; s >= 0; s--) {
      const digit = rest % parts[s].length;
      from += parts[s][digit];
      rest = (rest - digit) / parts[s].length;
    }
    placed[entry] = values[from];
  }
  return { scope: places, values: placed };
}

const scaled = ({ scope, values }: PlacedTable, by: number): PlacedTable => ({
  scope,
  values: values.map((value) => by * value),
});
const negated = (table: PlacedTable): PlacedTable => scaled(table, -1);
