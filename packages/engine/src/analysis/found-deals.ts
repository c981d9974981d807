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
  const choices = new FirstChoices();
  let count = 0n;
  for (const point of points) {
    const tied = point.choices;
    for (let at = 0; at < tied.length; at++) choices.add(tied[at]);
    count += point.count;
  }
  let known: readonly ChoiceProblem[] | null = null;
  return {
    choices: choices.list,
    count,
    counted: true,
    // Rarely asked for, and as many as there are points.
    get sets() {
      known ??= points.map((point) => ({ ...problem, floors: point.values }));
      return known;
    },
  };
}

/** The first in lexicographic order, each once. */
export function firstInOrder(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const first = new FirstChoices();
  for (const choice of choices) first.add(choice);
  return first.list;
}

/** Keeps the first choices in lexicographic order of all that are added, each once. */
class FirstChoices {
  readonly #list: (readonly number[])[] = [];

  get list(): readonly (readonly number[])[] {
    return this.#list;
  }

  add(choice: readonly number[]): void {
    const list = this.#list;
    if (list.length === LISTED && !isBefore(choice, list[LISTED - 1])) return;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(list[middle], choice)) low = middle + 1;
      else high = middle;
    }
    if (low < list.length && !isBefore(choice, list[low])) return;
    list.splice(low, 0, choice);
    if (list.length > LISTED) list.pop();
  }
}
