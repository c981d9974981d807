import type { ChoiceProblem, Factor } from "./choice-problem.ts";
import { frontier } from "./frontier.ts";

/**
 * The largest value of one sum over the feasible choices, and the first choice in lexicographic order that has it (within
 * the tolerance of `frontier`).
 *
 * @returns null when nothing is feasible
 */
export function bestChoice(problem: ChoiceProblem, objective: readonly Factor[]): { value: number; choice: readonly number[] } | null {
  const floored = problem.objectives.map((factors, j) => ({ factors, floor: problem.floors[j] })).filter((b) => b.floor > -Infinity);
  const single: ChoiceProblem = {
    ...problem,
    objectives: [objective],
    floors: [-Infinity],
    bounded: [...problem.bounded, ...floored],
  };
  const { points, exact, notes } = frontier(single, { list: 1 });
  if (!exact) throw new RangeError(notes.join(" "));
  if (points.length === 0) return null;
  return { value: points[0].values[0], choice: points[0].choices[0] };
}
