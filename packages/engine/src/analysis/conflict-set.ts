import type { Case } from "../model/case.ts";
import { feasibleChoice } from "../numeric/feasible-choice.ts";
import type { FramingAgenda } from "./agenda-result.ts";
import type { Conflict } from "./comparison.ts";
import type { Constraint } from "./constraint.ts";
import { type FramingSpace, framingSpace, type Relaxation, relaxedSpace } from "./framing-space.ts";
import type { Reading } from "./reading.ts";
import { wholeProblem } from "./whole-problem.ts";

/**
 * What a deal of a framing has to meet, each of which could be given up: lines of principals that hold, values of no deal,
 * single undertakings. In case order, lines first, so that what is dropped first is what is most easily named.
 */
export function dealConstraints(
  subject: Case,
  reading: Reading,
  f: number,
  space = framingSpace(subject, reading, f),
): Constraint[] {
  const lines = space.principalLines.map((line): Constraint => {
    const party = subject.parties[line.party].id;
    const path = `${party}.lines.${line.id}`;
    return { id: path, kind: "line", party, label: line.label, path, value: null };
  });
  const values = subject.principals.map((p): Constraint => {
    const { id, noDeal } = subject.parties[p];
    const path = noDeal >= 0 ? subject.entries[noDeal].path : null;
    return {
      id: `${id}.noDeal`,
      kind: "no-deal-value",
      party: id,
      label: "worth at least no deal",
      path,
      value: reading.noDeal[p],
    };
  });
  const { mustSettle, placements } = subject.framings[f];
  const settled = (space.layout.tracks[0]?.baskets ?? [])
    .filter((b) => mustSettle[b] && placements[b] === "together")
    .map((b): Constraint => {
      const { id, label } = subject.baskets[b];
      const path = `framings.${subject.framings[f].id}.mustSettle`;
      return {
        id: `${id}.mustSettle`,
        kind: "must-settle",
        party: null,
        label: `${label} has to be settled`,
        path,
        value: null,
      };
    });
  const tested = new Set(
    space.binding.map(({ line }) => `${subject.parties[line.party].id}.lines.${line.id}`),
  );
  const later = lines.filter((line) => !tested.has(line.id) && space.followOn !== null);
  return [...settled, ...lines.filter((line) => tested.has(line.id)), ...later, ...values];
}

/**
 * Whether a framing has a deal when only these constraints are asked.
 *
 * @param space the framing with all of them, where it is at hand
 */
export function hasDeal(
  subject: Case,
  reading: Reading,
  f: number,
  asked: readonly Constraint[],
  space = framingSpace(subject, reading, f),
): boolean {
  const problem = wholeProblem(relaxedSpace(space, relaxationBut(subject, asked)));
  return feasibleChoice(problem) !== null;
}

/**
 * One minimal set of constraints that cannot all hold: leaving out any one of them would leave a deal. Deletion filter
 * (Chinneck & Dravnieks 1991): each constraint in turn is left out for good if the rest still conflict.
 *
 * @returns empty constraints when there is no deal even without any: nothing but the status quo can be settled
 */
export function oneConflict(space: FramingSpace): Conflict {
  const { subject, reading, framing } = space;
  let asked: readonly Constraint[] = dealConstraints(subject, reading, framing, space);
  for (const constraint of asked) {
    const rest = asked.filter((other) => other !== constraint);
    if (!hasDeal(subject, reading, framing, rest, space)) asked = rest;
  }
  if (asked.length > 0) return { constraints: asked };
  return {
    constraints: [
      {
        id: "statusQuo",
        kind: "not-status-quo",
        party: null,
        label: "A deal has to change something",
        path: null,
        value: null,
      },
    ],
  };
}

/** Each refusal of a principal stands in the way by itself. */
export function agendaConflicts(subject: Case, agenda: FramingAgenda): Conflict[] {
  const label = new Map(subject.baskets.map((basket) => [basket.id, basket.label]));
  return agenda.refusals.map(({ party, basket, placement, path }) => ({
    constraints: [
      {
        id: path,
        kind: "agenda-refusal",
        party,
        label:
          placement === "none"
            ? `will not leave out ${label.get(basket)}`
            : `will not take ${label.get(basket)} (${placement})`,
        path,
        value: null,
      },
    ],
  }));
}

function relaxationBut(subject: Case, asked: readonly Constraint[]): Relaxation {
  const kept = new Set(asked.map((constraint) => constraint.id));
  return {
    lines: new Set(
      subject.principals.flatMap((p) => {
        const { id, lines } = subject.parties[p];
        return lines.filter((line) => !kept.has(`${id}.lines.${line.id}`)).map((line) => `${id}.${line.id}`);
      }),
    ),
    noDeals: new Set(subject.principals.filter((p) => !kept.has(`${subject.parties[p].id}.noDeal`))),
    mustSettle: new Set(
      subject.baskets.flatMap((basket, b) => (kept.has(`${basket.id}.mustSettle`) ? [] : [b])),
    ),
  };
}

/** Why no deal is left, in a sentence: the conflict's constraints by whose they are, values rounded. */
export function conflictInWords(subject: Case, { constraints }: Conflict): string {
  if (constraints.some(({ kind }) => kind === "not-status-quo"))
    return "Nothing but the status quo can be settled.";
  const label = new Map(subject.parties.map((party) => [party.id, party.label]));
  const parts = constraints.map((constraint) => {
    const value =
      constraint.value === null
        ? ""
        : ` (${constraint.value.toLocaleString("en-US", { maximumFractionDigits: 3, useGrouping: false })})`;
    return `${constraint.party === null ? "" : `${label.get(constraint.party)}: `}${constraint.label}${value}`;
  });
  return parts.length === 1
    ? `Nothing permitted meets this: ${parts[0]}.`
    : `Nothing permitted meets all of these: ${parts.join("; ")}.`;
}
