import { choiceOrder } from "./choice-order.ts";
import { type ChoiceProblem, checkChoiceProblem, type Factor, type Mask } from "./choice-problem.ts";
import { type ChoiceStep, choiceSteps } from "./choice-steps.ts";
import type { TooLarge } from "./too-large.ts";
import { toGrid, type ValueGrid, valueGrid } from "./value-grid.ts";

/**
 * A choice problem made ready to be solved one variable after the other. A *state* is the options of the variables still
 * open (see `choiceOrder`); a *step* takes one more variable. Sums are held on their grids, objectives first, then
 * bounded sums: `sums` numbers per partial choice.
 */
export interface ChoicePlan {
  readonly variables: number;
  readonly sums: number;
  /** The first so many sums are maximised. */
  readonly objectives: number;
  readonly grids: readonly ValueGrid[];
  /** Per sum, held values, already lowered by the tolerance. */
  readonly floors: Float64Array;
  /** Per sum: the constants. */
  readonly start: Float64Array;
  readonly steps: readonly ChoiceStep[];
  /** States after so many steps; one at both ends. */
  readonly states: readonly number[];
  /** `[state * sums + sum]` after so many steps: the most that the rest can still add; `-Infinity` where masks allow no rest. */
  readonly most: readonly Float64Array[];
  /** The least that the rest can add. */
  readonly least: readonly Float64Array[];
  /** Excluded choices as class of each step's variable. */
  readonly excluded: readonly Int32Array[];
  /** Whether tables over several variables take part. */
  readonly shared: boolean;
  /** Whether a sum or mask leaves nothing feasible before anything is solved. */
  readonly hopeless: boolean;
}

const LARGEST_TABLE = 4_000_000;

/** Checks, folds, orders and bounds a problem. Cost O(variables · states · options · sums). */
export function choicePlan(problem: ChoiceProblem, tolerance: number): ChoicePlan | TooLarge {
  checkChoiceProblem(problem);
  const { sizes } = problem;
  const bounded = problem.bounded.filter(({ floor }) => floor > -Infinity);
  const sumsOf: readonly (readonly Factor[])[] = [...problem.objectives, ...bounded.map((b) => b.factors)];
  const grids = sumsOf.map((factors) => valueGrid(factors, tolerance));
  const held = sumsOf.map((factors, j) => factors.map((factor) => onGrid(factor, grids[j])));
  const floors = Float64Array.from([...problem.floors, ...bounded.map((b) => b.floor)], (floor, j) =>
    floor === -Infinity ? floor : heldFloor(floor, grids[j]),
  );
  const masks = problem.forbidden.filter(({ mask }) => mask.includes(1));
  const scopes = sharedScopes(held, masks);
  const order = choiceOrder(sizes, scopes);
  const built = choiceSteps(sizes, order, scopes, held, masks, problem.excluded ?? [], LARGEST_TABLE);
  if ("kind" in built) return built;
  const sums = sumsOf.length;
  const start = new Float64Array(sums);
  held.forEach((factors, j) => {
    for (const factor of factors) if (factor.scope.length === 0) start[j] += factor.values[0];
  });
  const { most, least } = attainable(built.steps, built.states, sums);
  let hopeless = masks.some(({ scope }) => scope.length === 0);
  for (let j = 0; j < sums; j++) if (!(start[j] + most[0][j] >= floors[j])) hopeless = true;
  if (built.steps.some((step) => step.options.length === 0)) hopeless = true;
  return {
    variables: sizes.length,
    sums,
    objectives: problem.objectives.length,
    grids,
    floors,
    start,
    steps: built.steps,
    states: built.states,
    most,
    least,
    excluded: built.excluded,
    shared: scopes.length > 0,
    hopeless,
  };
}

function onGrid(factor: Factor, grid: ValueGrid): Factor {
  if (!grid.exact) return factor;
  return { scope: factor.scope, values: factor.values.map((value) => toGrid(grid, value)) };
}

function heldFloor(floor: number, grid: ValueGrid): number {
  const lowered = floor * grid.perUnit - grid.slack;
  return grid.exact ? Math.ceil(lowered) : lowered;
}

function sharedScopes(held: readonly (readonly Factor[])[], masks: readonly Mask[]): number[][] {
  const scopes = new Map<string, number[]>();
  for (const { scope } of [...held.flat(), ...masks])
    if (scope.length > 1) scopes.set(scope.join(), [...scope]);
  return [...scopes.values()];
}

/** Most and least of each sum over what is left, by state, from the last step back. */
function attainable(steps: readonly ChoiceStep[], states: readonly number[], sums: number) {
  const most: Float64Array[] = states.map((count) => new Float64Array(count * sums).fill(-Infinity));
  const least: Float64Array[] = states.map((count) => new Float64Array(count * sums).fill(Infinity));
  most[steps.length].fill(0);
  least[steps.length].fill(0);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { options, next, gain, perState } = steps[i];
    const width = options.length;
    for (let state = 0; state < states[i]; state++) {
      for (let o = 0; o < width; o++) {
        const after = next[state * width + o];
        if (after < 0) continue;
        const from = (perState ? state * width + o : o) * sums;
        for (let j = 0; j < sums; j++) {
          const high = most[i + 1][after * sums + j] + gain[from + j];
          const low = least[i + 1][after * sums + j] + gain[from + j];
          if (high > most[i][state * sums + j]) most[i][state * sums + j] = high;
          if (low < least[i][state * sums + j]) least[i][state * sums + j] = low;
        }
      }
    }
  }
  return { most, least };
}
