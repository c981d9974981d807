import { minimalConflicts } from "../../numeric/minimal-conflicts.ts";
import type { Refusal } from "../agenda-result.ts";
import { membersOf, setOf } from "./asked.ts";
import type { AskedProblem } from "./asked-problem.ts";
import type { JointMoves, Move, MoveStep, MovesOfOne } from "./explanation.ts";
import { leastMoves, sizeOf, smallest } from "./least-move.ts";

/** What is asked of one goal, and by whom the agenda is refused. */
export interface Goal {
  readonly problem: AskedProblem;
  /** Asks of the goal. */
  readonly asked: bigint;
  readonly refusals: readonly Refusal[];
  /** One more question to the solver may be asked. */
  readonly goOn: () => boolean;
}

/** Thrown inside where the limit is reached; what is not known yet is then left out. */
export const limitReached = Symbol("limit reached");

/**
 * What one party could do by itself: all smallest moves of its own stances, lines and values, everything else standing.
 *
 * @param p party index; -1: the framing itself
 */
export function movesOfOne(goal: Goal, p: number): MovesOfOne {
  const { problem, refusals } = goal;
  const { subject } = problem.variant(0n).space;
  const party = p < 0 ? null : subject.parties[p].id;
  const own = refusals.filter((refusal) => refusal.party === party);
  const others = [
    ...new Set(refusals.flatMap((refusal) => (refusal.party === party ? [] : [refusal.party]))),
  ];
  const onTerms = movesOnTerms(goal, p);
  const moves =
    onTerms === null
      ? []
      : smallest(onTerms.map((move) => withStances(move, own))).filter(({ steps }) => steps.length > 0);
  if (others.length > 0) {
    return { party, moves: [], none: { kind: "others-refuse", parties: others }, onceSeated: moves };
  }
  if (moves.length > 0) return { party, moves, onceSeated: null };
  const kind = onTerms === null ? "not-enough" : "open-already";
  return {
    party,
    moves,
    none: { kind, parties: onTerms === null ? inTheWayOf(goal, p) : [] },
    onceSeated: null,
  };
}

/** Smallest moves on terms, as if everybody sat down; one without steps where nothing has to move, null where nothing helps. */
function movesOnTerms({ problem, asked, goOn }: Goal, p: number): Move[] | null {
  const own = membersOf(asked).filter((at) => problem.asks[at].party === p);
  const fixed = asked & ~setOf(problem.asks, (_, at) => own.includes(at));
  const lift = (set: bigint) =>
    setOf(problem.asks, (_, at) => own.some((one, k) => one === at && ((set >> BigInt(k)) & 1n) === 1n));
  const lower = (set: bigint) =>
    own.reduce((low, at, k) => (((set >> BigInt(at)) & 1n) === 1n ? low | (1n << BigInt(k)) : low), 0n);
  const found = minimalConflicts(
    own.length,
    (set) => {
      const met = problem.met(fixed | lift(set));
      return met === null ? null : lower(met.asked);
    },
    goOn,
  );
  if (!found.complete) throw limitReached;
  if (found.openings.length === 0) return null;
  return smallest(found.openings.flatMap((opening) => measured({ problem, asked, goOn }, lift(opening))));
}

/** A minimal opening with what it takes; the follow-on may have opened by fewer lines about later issues. */
function measured({ problem, asked, goOn }: Omit<Goal, "refusals">, opening: bigint): Move[] {
  if (!goOn()) throw limitReached;
  return leastMoves(problem, asked, opening);
}

/** Whose asks stand in the way whatever this party gives up: those of one conflict it has no part in. */
function inTheWayOf({ problem, asked, goOn }: Goal, p: number): string[] {
  const others = asked & ~setOf(problem.asks, ({ party }) => party === p);
  let conflict = others;
  for (const at of membersOf(others).toReversed()) {
    const without = conflict & ~(1n << BigInt(at));
    if (!goOn()) throw limitReached;
    if (problem.met(without) === null) conflict = without;
  }
  const parties = membersOf(conflict).map((at) => problem.asks[at].constraint.party);
  return [...new Set(parties.filter((party) => party !== null))];
}

function withStances(move: Move, refusals: readonly Refusal[]): Move {
  const stances = refusals.map(
    ({ party, basket, placement, path }): MoveStep => ({
      kind: "stance",
      constraint: path,
      party,
      basket,
      placement,
    }),
  );
  const steps = [...stances, ...move.steps];
  return { ...move, steps, size: sizeOf(steps) };
}

/** Openings measured at most when the fewest parties are looked for. */
const MOST_MEASURED = 300;

/** The smallest moves by the fewest parties, among minimal openings on terms that leave the framing as it is. */
export function jointMoves(goal: Goal, openings: readonly bigint[]): JointMoves {
  const { problem, refusals } = goal;
  const refusing = refusals.map(({ party }) => party);
  const byParties = openings.flatMap((opening) => {
    const asks = membersOf(opening).map((at) => problem.asks[at]);
    if (asks.some(({ party }) => party < 0)) return [];
    return [
      { opening, parties: new Set([...refusing, ...asks.map(({ constraint }) => constraint.party!)]).size },
    ];
  });
  if (byParties.length === 0)
    return { parties: null, moves: [], none: { kind: openings.length === 0 ? "not-computed" : "framing" } };
  const fewest = byParties.reduce((least, { parties }) => Math.min(least, parties), Infinity);
  if (fewest === 0) return { parties: null, moves: [], none: { kind: "open-already" } };
  const chosen = byParties.filter(({ parties }) => parties === fewest);
  if (chosen.length > MOST_MEASURED) return { parties: fewest, moves: [], none: { kind: "not-computed" } };
  const moves = chosen
    .flatMap(({ opening }) => measured(goal, opening))
    .map((move) => withStances(move, refusals));
  return { parties: fewest, moves: smallest(moves) };
}
