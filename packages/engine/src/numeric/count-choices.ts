import type { BranchEffort } from "./branch-plan.ts";
import { branchedCount } from "./branched-choice.ts";
import type { ChoiceCount } from "./choice-count.ts";
import { choiceHalves } from "./choice-halves.ts";
import { choiceLayers } from "./choice-layers.ts";
import { type ChoicePlan, choicePlan } from "./choice-plan.ts";
import { type ChoiceProblem, checkChoiceProblem, type Factor } from "./choice-problem.ts";
import { choiceReader } from "./choice-reader.ts";
import { estimatedCount, rejectionCount } from "./estimated-count.ts";
import { reachingPairs } from "./reaching-pairs.ts";
import { choiceCounts } from "./tied-choices.ts";

export interface CountOptions {
  /** Of the estimate, where one is needed. Default 0. */
  readonly seed?: number;
  /** As in `frontier`. */
  readonly tolerance?: number;
  /** `false` always estimates. Default true: estimates only where counting would take too long. */
  readonly exact?: boolean;
}

const LONGEST_HALF = 300_000;
const MOST_PAIR_WORK = 3e9;
const MOST_ENTRIES = 4_000_000;
/** A few seconds, where tables are too wide; then an estimate. */
const BRANCHING: BranchEffort = { limit: 3e8 };

/**
 * How many choices are feasible.
 *
 * Exactly where that is within reach: partial sums from both ends, equal ones joined, met in the middle (Horowitz & Sahni
 * 1974) state by state, pairs counted by offline dominance counting; or one after the other where sums on a grid
 * coincide; by branching where tables are too wide. Otherwise by importance sampling, to within 1 % (95 %) unless the samples run out: see `estimatedCount`.
 */
export function countChoices(problem: ChoiceProblem, options: CountOptions = {}): ChoiceCount {
  const { seed = 0, tolerance = 1e-9, exact = true } = options;
  checkChoiceProblem(problem);
  const { plain, left } = withoutObjectives(problem, tolerance);
  const plan = choicePlan(plain, tolerance);
  if ("kind" in plan) {
    const count = exact ? branchedCount(plain, tolerance, BRANCHING) : null;
    if (count === null) return rejectionCount(plain, tolerance, seed, left);
    return { exact: true, count: count - BigInt(left) };
  }
  if (plan.hopeless) return { exact: true, count: 0n };
  const count = exact ? (fromHalves(plan) ?? onGrid(plan)) : null;
  return count === null ? estimatedCount(plan, seed, left) : { exact: true, count: count - BigInt(left) };
}

/** Floors become bounded sums; excluded choices are counted, to be subtracted. */
function withoutObjectives(
  problem: ChoiceProblem,
  tolerance: number,
): { plain: ChoiceProblem; left: number } {
  const floored = problem.objectives.map((factors, j) => ({ factors, floor: problem.floors[j] }));
  const plain: ChoiceProblem = {
    sizes: problem.sizes,
    objectives: [],
    floors: [],
    // What every choice reaches needs no looking at.
    bounded: [...floored, ...problem.bounded].filter(({ factors, floor }) => floor > leastOf(factors)),
    forbidden: problem.forbidden,
  };
  const reader = choiceReader(plain, tolerance);
  const distinct = new Map((problem.excluded ?? []).map((choice) => [choice.join(), choice]));
  return { plain, left: [...distinct.values()].filter((choice) => reader.feasible(choice)).length };
}

/** No choice has less: the sum of each factor's least value. */
function leastOf(factors: readonly Factor[]): number {
  return factors.reduce(
    (sum, { values }) => sum + values.reduce((least, value) => Math.min(least, value), Infinity),
    0,
  );
}

function fromHalves(plan: ChoicePlan): bigint | null {
  const halves = choiceHalves(plan, LONGEST_HALF);
  if (!halves) return null;
  const { ahead, behind, at } = halves;
  const { sums, floors } = plan;
  let work = 0;
  for (let state = 0; state < plan.states[at]; state++)
    work += pairWork(ahead.starts, behind.starts, state, sums);
  if (work > MOST_PAIR_WORK) return null;
  let count = 0n;
  for (let state = 0; state < plan.states[at]; state++) {
    const part = (list: typeof ahead) => ({
      values: list.values.subarray(list.starts[state] * sums, list.starts[state + 1] * sums),
      weights: list.counts.subarray(list.starts[state], list.starts[state + 1]),
    });
    count += reachingPairs(part(ahead), part(behind), sums, floors);
  }
  return count;
}

function pairWork(ahead: Int32Array, behind: Int32Array, state: number, sums: number): number {
  const a = ahead[state + 1] - ahead[state];
  const b = behind[state + 1] - behind[state];
  return sums <= 3 ? (a + b) * 400 : (a * b * sums) / 32;
}

/** Only where the grids have so few places that most partial sums coincide. */
function onGrid(plan: ChoicePlan): bigint | null {
  let places = plan.steps.length / 2;
  for (let j = 0; j < plan.sums; j++)
    places *= plan.grids[j].exact ? plan.most[0][j] - plan.least[0][j] + 1 : Infinity;
  if (places > 2 * MOST_ENTRIES) return null;
  const layers = choiceLayers(plan, { ties: "count", limit: MOST_ENTRIES });
  if ("kind" in layers) return null;
  const finals = Array.from({ length: layers[layers.length - 1].starts[1] }, (_, node) => node);
  return choiceCounts(plan, layers, finals).reduce((sum, count) => sum + count, 0n);
}
