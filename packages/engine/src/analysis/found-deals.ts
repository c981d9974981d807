import type { ChoiceProblem } from "../numeric/choice-problem.ts";
import type { FrontierPoint } from "../numeric/frontier-result.ts";
import { isBefore } from "./case-order.ts";

/** Tied deals listed at most. */
export const LISTED = 100;

/** Some deals as choices of what is settled now: the first in case order, and how many there are. */
export interface FoundDeals {
  readonly choices: readonly (readonly number[])[];
  readonly count: bigint;
  /** False where `count` only says how many were looked at. */
  readonly counted: boolean;
  /** Problems whose feasible choices are these deals, each once; empty where not known. */
  readonly sets: readonly ChoiceProblem[];
}

export const noDeals: FoundDeals = { choices: [], count: 0n, counted: true, sets: [] };

/** All choices of some efficient points of a problem, the first in case order. */
export function dealsOfPoints(points: readonly FrontierPoint[], problem: ChoiceProblem): FoundDeals {
  return {
    choices: firstInOrder(points.flatMap((point) => [...point.choices])),
    count: points.reduce((sum, point) => sum + point.count, 0n),
    counted: true,
    sets: points.map((point) => ({ ...problem, floors: point.values })),
  };
}

/** The first in lexicographic order, each once. */
export function firstInOrder(choices: readonly (readonly number[])[]): (readonly number[])[] {
  const sorted = choices.toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  return sorted.filter((choice, at) => at === 0 || isBefore(sorted[at - 1], choice)).slice(0, LISTED);
}
