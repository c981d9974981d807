import { type BranchEffort, type BranchPlan, branchPlan } from "./branch-plan.ts";
import { type Branch, branchSearch } from "./branch-search.ts";
import { BRANCHING, boxOf } from "./branched-frontier.ts";
import type { ChoiceProblem } from "./choice-problem.ts";
import { type BoxReader, boxReader, compareChoices } from "./option-boxes.ts";

/** Not known after so many table entries looked up. */
export interface TooManyBranches {
  readonly kind: "too-large";
  readonly limit: number;
}

/**
 * The largest value of the only objective and a choice that has it, not the first in any order; by branch and bound, see
 * `branchSearch`. Without an objective: some feasible choice, and value 0. Null when nothing is feasible.
 */
export function branchedBest(
  problem: ChoiceProblem,
  tolerance: number,
  { limit, joined }: BranchEffort = BRANCHING,
): { readonly kind: "best"; readonly value: number; readonly choice: number[] } | TooManyBranches | null {
  const plan = branchPlan(problem, tolerance, "best-order", joined);
  const reader = boxReader(plan.excluded);
  const alone = plan.objectives === 0;
  let best = -Infinity;
  let choice: number[] | null = null;
  const end = branchSearch(
    plan,
    {
      wanted: (row) => alone || row[0] > best,
      found: (branch, values) => {
        const here = alone ? 0 : values[0];
        const first = here > best ? firstOf(plan, reader, branch) : null;
        if (first === null) return true;
        [best, choice] = [here, first];
        return !alone;
      },
    },
    { limit },
  );
  if (end === "too-many") return { kind: "too-large", limit };
  if (choice === null) return null;
  return { kind: "best", value: alone ? 0 : best / plan.grids[0].perUnit + 0, choice };
}

function firstOf(plan: BranchPlan, reader: BoxReader, branch: Branch): number[] | null {
  return reader.choices(boxOf(plan, branch)).next().value ?? null;
}

/**
 * How many choices are feasible, whatever their objectives; by branching, without going further where every floor is
 * surely reached. Null with more than `limit` table entries looked up.
 *
 * @param problem without objectives
 */
export function branchedCount(
  problem: ChoiceProblem,
  tolerance: number,
  { limit, joined }: BranchEffort,
): bigint | null {
  const plan = branchPlan(problem, tolerance, "best-order", joined);
  const reader = boxReader(plan.excluded);
  let count = 0n;
  const end = branchSearch(
    plan,
    {
      wanted: () => true,
      found: (branch) => {
        count += reader.count(boxOf(plan, branch));
        return true;
      },
    },
    { limit },
  );
  return end === "done" ? count : null;
}

/**
 * The first feasible choice in lexicographic order; null when there is none. Variables are taken in their own order, which
 * bounds less well than the best one.
 *
 * @param problem without objectives
 */
export function branchedFirst(
  problem: ChoiceProblem,
  tolerance: number,
  { limit, joined }: BranchEffort,
): { readonly kind: "first"; readonly choice: number[] } | TooManyBranches | null {
  const plan = branchPlan(problem, tolerance, "own-order", joined);
  const all = boxReader([]);
  const left = boxReader(plan.excluded);
  let choice: number[] | null = null;
  const end = branchSearch(
    plan,
    {
      wanted: () => true,
      // Boxes come in the order of their first choices, which excluded ones may be.
      found: (branch) => {
        const start = firstOf(plan, all, branch)!;
        if (choice !== null && compareChoices(start, choice) > 0) return false;
        const first = firstOf(plan, left, branch);
        if (first !== null && (choice === null || compareChoices(first, choice) < 0)) choice = first;
        return plan.excluded.length > 0 || choice === null;
      },
    },
    { limit, first: "numbered" },
  );
  if (end === "too-many") return { kind: "too-large", limit };
  return choice === null ? null : { kind: "first", choice };
}
