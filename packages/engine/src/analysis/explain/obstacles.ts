import { minimalConflicts } from "../../numeric/minimal-conflicts.ts";
import type { Constraint } from "../constraint.ts";
import { countOf, noneCounted } from "../deals-in-space.ts";
import { membersOf } from "./asked.ts";
import type { MovesOfOne, Obstacles } from "./explanation.ts";
import { type Goal, jointMoves, limitReached, movesOfOne } from "./moves.ts";

export const nothingChanges: Constraint = {
  id: "statusQuo",
  kind: "not-status-quo",
  party: null,
  label: "A deal has to change something",
  path: null,
  value: null,
};

/**
 * All conflicts and openings of one goal, and the smallest moves. The moves of the principals come first: where a limit cuts
 * the work short, they are what a reader misses most.
 *
 * @param goOn told what was found, asked between questions to the solver
 */
export function obstaclesTo(
  name: Obstacles["goal"],
  goal: Goal,
  refused: readonly Constraint[],
  goOn: (found: { readonly conflicts: number; readonly openings: number }) => boolean,
): Obstacles {
  const { problem, asked } = goal;
  const { subject } = problem.variant(0n).space;
  const ofPrincipals = movesOfThese(goal, subject.principals);
  const { conflicts, openings, complete } = minimalConflicts(
    membersOf(asked).length,
    (set) => {
      const met = problem.met(set);
      return met === null ? null : met.asked & asked;
    },
    goOn,
  );
  const concerned = new Set(
    conflicts.flatMap((conflict) => membersOf(conflict).map((at) => problem.asks[at].party)),
  );
  const ofOthers = movesOfThese(goal, [
    ...subject.parties.flatMap(({ role }, p) => (role !== "principal" && concerned.has(p) ? [p] : [])),
    ...(concerned.has(-1) ? [-1] : []),
  ]);
  const joint = complete ? untilLimit(() => jointMoves(goal, openings)) : null;
  const ids = (set: bigint) => membersOf(set).map((at) => problem.asks[at].constraint.id);
  const refusals = refused.map(({ id }) => id);
  return {
    goal: name,
    open: refused.length === 0 && complete && conflicts.length === 0,
    deals: openings.includes(0n) ? countOf(problem.problem(problem.variant(0n), asked)) : noneCounted,
    conflicts: [
      ...refusals.map((id) => [id]),
      ...bySize(conflicts).map((set) => (set === 0n ? [nothingChanges.id] : ids(set))),
    ],
    openings: bySize(openings)
      .map((set) => [...refusals, ...ids(set)])
      .filter((set) => set.length > 0),
    complete: complete && joint !== null && ofPrincipals.complete && ofOthers.complete,
    moves: [...ofPrincipals.moves, ...ofOthers.moves],
    joint: joint ?? { parties: null, moves: [], none: { kind: "not-computed" } },
  };
}

/** Those whose moves are not found before the limit are left out. */
function movesOfThese(
  goal: Goal,
  movers: readonly number[],
): { readonly moves: MovesOfOne[]; readonly complete: boolean } {
  const moves = movers.map((p) => untilLimit(() => movesOfOne(goal, p)));
  return { moves: moves.filter((one) => one !== null), complete: !moves.includes(null) };
}

function untilLimit<T>(work: () => T): T | null {
  try {
    return work();
  } catch (reason) {
    if (reason !== limitReached) throw reason;
    return null;
  }
}

/** Smallest first, otherwise in the order of the asks. */
function bySize(sets: readonly bigint[]): bigint[] {
  const members = new Map(sets.map((set) => [set, membersOf(set)]));
  return sets.toSorted((a, b) => {
    const [one, other] = [members.get(a)!, members.get(b)!];
    const differs = one.findIndex((at, k) => at !== other[k]);
    return one.length - other.length || (differs < 0 ? 0 : one[differs] - other[differs]);
  });
}
