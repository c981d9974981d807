import { bestChoice } from "./best-choice.ts";
import { branchedBest } from "./branched-choice.ts";
import { choicePlan } from "./choice-plan.ts";
import type { ChoiceProblem, Factor } from "./choice-problem.ts";
import { WITHOUT_TIES } from "./feasible-choice.ts";
import { DEFAULT_TOLERANCE } from "./frontier.ts";
import { solvedLayers } from "./solved-layers.ts";

/** The largest value of one sum over the feasible choices, without looking for the first that has it; null when nothing is feasible. */
export function bestValue(problem: ChoiceProblem, objective: readonly Factor[]): number | null {
  const floored = problem.objectives.map((factors, j) => ({ factors, floor: problem.floors[j] }));
  const single: ChoiceProblem = {
    ...problem,
    objectives: [objective],
    floors: [-Infinity],
    bounded: [...problem.bounded, ...floored],
  };
  const plan = choicePlan(single, DEFAULT_TOLERANCE);
  if ("kind" in plan) {
    const found = branchedBest(single, DEFAULT_TOLERANCE);
    return found !== null && found.kind === "too-large"
      ? (bestChoice(problem, objective)?.value ?? null)
      : (found?.value ?? null);
  }
  if (plan.hopeless) return null;
  const layers = solvedLayers(plan, "one", WITHOUT_TIES);
  if ("kind" in layers) return bestChoice(problem, objective)?.value ?? null;
  const last = layers[layers.length - 1];
  return last.starts[1] === 0 ? null : last.values[0] / plan.grids[0].perUnit + 0;
}
