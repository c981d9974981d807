import type { Case } from "../model/case.ts";
import { centralReading } from "./central-reading.ts";
import type { Comparison, FramingComparison } from "./comparison.ts";
import { dealConstraints, hasDeal } from "./conflict-set.ts";
import type { Constraint } from "./constraint.ts";
import { cannotBeComputed } from "./deals-of.ts";
import type { Reading } from "./reading.ts";

/** What one party could do by itself, and the framings that this would open: agenda accepted and some deal left. */
export interface OneMove {
  /** Stances it would change and at most one line it would give up; all of them together are the move. */
  readonly steps: readonly Constraint[];
  readonly opens: readonly string[];
}

export interface MovesOfParty {
  readonly party: string;
  /** Fewest steps first; empty where nothing that it alone can move opens a framing. */
  readonly moves: readonly OneMove[];
}

/** For each principal in turn: the moves that it could make alone and that would open a framing which is closed now. */
export function movesOfEach(subject: Case, comparison: Comparison): MovesOfParty[] {
  const { reading } = centralReading(subject);
  return subject.principals.map((p) => {
    const found = new Map<string, OneMove>();
    for (const [f, framing] of comparison.framings.entries()) {
      for (const steps of movesThatOpen(subject, reading, f, framing, p)) {
        const key = steps.map((step) => step.id).join(" ");
        found.set(key, { steps, opens: [...(found.get(key)?.opens ?? []), framing.id] });
      }
    }
    return {
      party: subject.parties[p].id,
      moves: [...found.values()].sort((a, b) => a.steps.length - b.steps.length),
    };
  });
}

function movesThatOpen(
  subject: Case,
  reading: Reading,
  f: number,
  framing: FramingComparison,
  p: number,
): Constraint[][] {
  const { id } = subject.parties[p];
  const refusals = framing.conflicts
    .flatMap(({ constraints }) => constraints)
    .filter(({ kind }) => kind === "agenda-refusal");
  const open = framing.agenda.accepted && framing.frontier.length > 0;
  if (open || refusals.some((refusal) => refusal.party !== id) || cannotBeComputed(subject, f) !== null)
    return [];
  if (framing.frontier.length > 0) return [refusals];
  const asked = dealConstraints(subject, reading, f);
  return asked
    .filter(({ kind, party }) => kind === "line" && party === id)
    .filter((line) =>
      hasDeal(
        subject,
        reading,
        f,
        asked.filter((other) => other !== line),
      ),
    )
    .map((line) => [...refusals, line]);
}
