import { branchedBest } from "./branched-choice.ts";
import { choicePlan } from "./choice-plan.ts";
import type { ChoiceProblem } from "./choice-problem.ts";
import { floorPrices } from "./floor-prices.ts";
import { DEFAULT_TOLERANCE } from "./frontier.ts";
import { knownLayers } from "./known-points.ts";
import { type Effort, solvedLayers } from "./solved-layers.ts";
import { onlyChoice } from "./tied-choices.ts";
import { TooLargeError } from "./too-large-error.ts";

/** Nothing is listed, so ties need not be carried along. */
export const WITHOUT_TIES: Effort = { easy: 3_000, light: 200_000, hard: 12_000_000 };
const BEAM = 120;

/**
 * Some choice that reaches every floor and breaks no mask, not the first in any order; null when there is none.
 * By prices on the floors, then a beam, and only then by solving; by branching where tables are too wide. Throws a `TooLargeError` where that is out of reach.
 */
export function feasibleChoice(problem: ChoiceProblem): number[] | null {
  const asked: ChoiceProblem = {
    ...problem,
    objectives: [],
    floors: [],
    bounded: [
      ...problem.bounded,
      ...problem.objectives.map((factors, j) => ({ factors, floor: problem.floors[j] })),
    ],
  };
  const plan = choicePlan(asked, DEFAULT_TOLERANCE);
  if ("kind" in plan) {
    const found = branchedBest(asked, DEFAULT_TOLERANCE);
    if (found === null || found.kind === "best") return found?.choice ?? null;
    throw new TooLargeError(
      `a table of ${plan.needed} entries is needed; the limit is ${plan.limit}; and branching is not done after ${found.limit} table entries looked up`,
    );
  }
  if (plan.hopeless || floorPrices(plan, []).bound < -1e-9) return null;
  const beam = knownLayers(plan, BEAM);
  if (beam[beam.length - 1].starts[1] > 0) return onlyChoice(plan, beam, 0);
  const layers = solvedLayers(plan, "one", WITHOUT_TIES);
  if ("kind" in layers) {
    throw new TooLargeError(
      `more than ${layers.limit} partial choices after ${layers.steps} of ${plan.steps.length} variables`,
    );
  }
  return layers[layers.length - 1].starts[1] > 0 ? onlyChoice(plan, layers, 0) : null;
}
