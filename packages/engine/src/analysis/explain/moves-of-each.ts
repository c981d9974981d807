import type { Case } from "../../model/case.ts";
import { centralReading } from "../central-reading.ts";
import type { Comparison } from "../comparison.ts";
import { cannotBeComputed } from "../deals-of.ts";
import { askedProblem } from "./asked-problem.ts";
import type { MoveStep } from "./explanation.ts";
import { movesOfOne } from "./moves.ts";

/** What one party could do by itself, and the framings that this would open: agenda accepted and some deal left. */
export interface OneMove {
  /** All of them together are the move. */
  readonly steps: readonly MoveStep[];
  readonly opens: readonly string[];
}

export interface MovesOfParty {
  readonly party: string;
  /** Fewest steps first; empty where nothing that it alone can move opens a framing. */
  readonly moves: readonly OneMove[];
}

/** For each principal in turn: the smallest moves that it could make alone and that would open a framing which is closed now. */
export function movesOfEach(subject: Case, comparison: Comparison): MovesOfParty[] {
  const { reading } = centralReading(subject);
  const found = new Map(subject.principals.map((p) => [p, new Map<string, OneMove>()]));
  for (const [f, { id, agenda, frontier }] of comparison.framings.entries()) {
    const refusing = new Set(agenda.refusals.map(({ party }) => party));
    const isOpen = agenda.accepted && frontier.length > 0;
    const movers = subject.principals.filter((p) =>
      [...refusing].every((party) => party === subject.parties[p].id),
    );
    if (isOpen || movers.length === 0 || cannotBeComputed(subject, f) !== null) continue;
    const problem = askedProblem(subject, reading, f);
    for (const p of movers) {
      const goal = { problem, asked: problem.ofDeal, refusals: agenda.refusals, goOn: () => true };
      for (const { steps } of movesOfOne(goal, p).moves) {
        const key = JSON.stringify(steps);
        const own = found.get(p)!;
        own.set(key, { steps, opens: [...(own.get(key)?.opens ?? []), id] });
      }
    }
  }
  return [...found].map(([p, moves]) => ({
    party: subject.parties[p].id,
    moves: [...moves.values()].toSorted((a, b) => a.steps.length - b.steps.length),
  }));
}
