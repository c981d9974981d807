import type { BranchEffort } from "./branch-plan.ts";
import { branchedBest, branchedFirst } from "./branched-choice.ts";
import { choicePlan } from "./choice-plan.ts";
import type { ChoiceProblem, Factor, Mask } from "./choice-problem.ts";
import { feasibleChoice, WITHOUT_TIES } from "./feasible-choice.ts";
import { DEFAULT_TOLERANCE, frontier } from "./frontier.ts";
import { type Effort, solvedLayers } from "./solved-layers.ts";
import { choiceLister, onlyChoice } from "./tied-choices.ts";
import { TooLargeError } from "./too-large-error.ts";

/** So many ties are carried along; where there are more, one optimum is found first and then the first in order. */
const WITH_TIES: Effort = { easy: 3_000, light: 100_000, hard: 0 };

/** For the first in order, before it is put together variable by variable. */
const IN_ORDER: BranchEffort = { limit: 5e7 };

/**
 * The largest value of one sum over the feasible choices, and the first choice in lexicographic order that has it (within
 * the tolerance of `frontier`). An empty sum asks for the first feasible choice.
 *
 * Throws a `TooLargeError` where that is out of reach: a table or a list of partial sums too large, and too many choices to look at all.
 *
 * @returns null when nothing is feasible
 */
export function bestChoice(
  problem: ChoiceProblem,
  objective: readonly Factor[],
  effort: Effort = WITH_TIES,
): { value: number; choice: readonly number[] } | null {
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
    if (found === null || found.kind === "too-large") return found && fromFrontier(single);
    const reaching = withValue(single, found.value);
    const first = branchedFirst(reaching, DEFAULT_TOLERANCE, IN_ORDER);
    return {
      value: found.value,
      choice: first?.kind === "first" ? first.choice : firstReaching(reaching, found.choice),
    };
  }
  if (plan.hopeless) return null;
  const flat = plan.most[0][0] === plan.least[0][0];
  const tied = flat ? null : solvedLayers(plan, "all", effort);
  if (tied && !("kind" in tied)) {
    const last = tied[tied.length - 1];
    const finals = Array.from({ length: last.starts[1] }, (_, node) => node);
    if (finals.length === 0) return null;
    return {
      value: last.values[0] / plan.grids[0].perUnit + 0,
      choice: choiceLister(plan, tied, 1)(finals)[0],
    };
  }
  const layers = solvedLayers(plan, "one", WITHOUT_TIES);
  if ("kind" in layers) return fromFrontier(single);
  const last = layers[layers.length - 1];
  if (last.starts[1] === 0) return null;
  const value = last.values[0] / plan.grids[0].perUnit + 0;
  return { value, choice: firstReaching(withValue(single, value), onlyChoice(plan, layers, 0)) };
}

/** The choices whose only objective has at least this value. */
function withValue(single: ChoiceProblem, value: number): ChoiceProblem {
  const [factors] = single.objectives;
  return { ...single, objectives: [], floors: [], bounded: [...single.bounded, { factors, floor: value }] };
}

function fromFrontier(single: ChoiceProblem): { value: number; choice: readonly number[] } | null {
  const { points, exact, notes } = frontier(single, { list: 1 });
  if (!exact) throw new TooLargeError(notes.join(" "));
  return points.length === 0 ? null : { value: points[0].values[0], choice: points[0].choices[0] };
}

/** From one feasible choice to the first: each variable in turn is set to the first option with which the rest is still feasible. */
function firstReaching(problem: ChoiceProblem, known: number[]): number[] {
  const fixed: Mask[] = [];
  const only = (variable: number, option: number): Mask => ({
    scope: [variable],
    mask: Uint8Array.from({ length: problem.sizes[variable] }, (_, o) => Number(o !== option)),
  });
  let choice = known;
  for (let v = 0; v < problem.sizes.length; v++) {
    for (let o = 0; o < choice[v]; o++) {
      const better = feasibleChoice({ ...problem, forbidden: [...problem.forbidden, ...fixed, only(v, o)] });
      if (better) choice = better;
    }
    fixed.push(only(v, choice[v]));
  }
  return choice;
}
