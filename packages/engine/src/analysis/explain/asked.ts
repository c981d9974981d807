import type { Case, Line } from "../../model/case.ts";
import { dealConstraints } from "../conflict-set.ts";
import type { Constraint } from "../constraint.ts";
import type { FramingSpace } from "../framing-space.ts";
import type { Reading } from "../reading.ts";
import { thresholdTests } from "../thresholds.ts";

/** One thing that a deal, or a sufficient deal, has to meet, and that could be given up. Sets of them are bit masks by position. */
export interface Ask {
  readonly constraint: Constraint;
  /** Party index; -1 for what the framing itself asks. */
  readonly party: number;
  readonly line: Line | null;
  /** A principal's line that names an issue of the follow-on: giving it up changes what later talks would settle. */
  readonly later: boolean;
  /** Asked of sufficient deals only. */
  readonly onlySufficient: boolean;
}

/**
 * Everything asked under a framing: first what a deal has to meet, then what makes it sufficient (lines of parties that need
 * not agree, thresholds). Refusals of the agenda are not among them: each stands in the way by itself.
 */
export function asksOf(subject: Case, reading: Reading, f: number, space: FramingSpace): Ask[] {
  const indexOf = new Map(subject.parties.map(({ id }, p) => [id, p]));
  const lineOf = new Map<string, Line>(
    subject.parties.flatMap((party) =>
      party.lines.map((line) => [`${party.id}.lines.${line.id}`, line] as const),
    ),
  );
  const deal = dealConstraints(subject, reading, f).map((constraint): Ask => {
    const line = lineOf.get(constraint.id) ?? null;
    const later =
      line !== null && space.world.issuesOf(line.forbids).some((i) => space.layout.laterIssues.includes(i));
    const party = constraint.party === null ? -1 : indexOf.get(constraint.party)!;
    return { constraint, party, line, later, onlySufficient: false };
  });
  const lines = space.others.map(({ line }): Ask => {
    const path = `${subject.parties[line.party].id}.lines.${line.id}`;
    const constraint: Constraint = {
      id: path,
      kind: "line",
      party: subject.parties[line.party].id,
      label: line.label,
      path,
      value: null,
    };
    return { constraint, party: line.party, line, later: false, onlySufficient: true };
  });
  const thresholds = thresholdTests(space).map(({ party: p, level, dependsOnTerms }): Ask => {
    const { id } = subject.parties[p];
    const constraint: Constraint = {
      id: `${id}.threshold`,
      kind: "threshold",
      party: id,
      label: "a value at which it would stand by the agreement",
      path: `${id}.threshold`,
      value: dependsOnTerms ? null : level.values[0],
    };
    return { constraint, party: p, line: null, later: false, onlySufficient: true };
  });
  return [...deal, ...lines, ...thresholds];
}

/** The set of those that pass a test. */
export function setOf(asks: readonly Ask[], test: (ask: Ask, at: number) => boolean): bigint {
  return asks.reduce((set, ask, at) => (test(ask, at) ? set | (1n << BigInt(at)) : set), 0n);
}

/** Positions in a set, ascending. */
export function membersOf(set: bigint): number[] {
  const members: number[] = [];
  for (let at = 0, left = set; left !== 0n; at++, left >>= 1n) if ((left & 1n) === 1n) members.push(at);
  return members;
}
