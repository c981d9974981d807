import type { Obligation } from "../model/case.ts";
import type { ObligationCount } from "./comparison.ts";
import type { FramingSpace } from "./framing-space.ts";

/**
 * Who has to do what under an outcome: obligations of the options that differ from the status quo, and how many of them can
 * be checked. Principals are always there, others where they bear any.
 *
 * @param now what is settled now, an option by issue; null: no deal
 */
export function obligationCounts(space: FramingSpace, now: ArrayLike<number> | null): ObligationCount[] {
  const { subject, followOn, layout } = space;
  const duties = now === null ? [] : obligationsOf(space, layout.now, now);
  const laterDuties =
    now === null || followOn === null ? [] : obligationsOf(space, layout.laterIssues, followOn.complete(now));
  return subject.parties.flatMap((party, p) => {
    const own = duties.filter(({ by }) => by === p);
    const later = laterDuties.filter(({ by }) => by === p);
    if (party.role !== "principal" && own.length === 0 && later.length === 0) return [];
    return [
      {
        party: party.id,
        asked: own.length,
        checked: checkedOf(own),
        later: later.length,
        laterChecked: checkedOf(later),
      },
    ];
  });
}

/** Issues settled now that an outcome moves from the status quo, and how many of them oblige somebody in a way that can be checked throughout. */
export function termCounts(
  space: FramingSpace,
  now: ArrayLike<number> | null,
): { readonly count: number; readonly checked: number } {
  if (now === null) return { count: 0, checked: 0 };
  const moved = movedIssues(space, space.layout.now, now).map(
    (i) => space.subject.issues[i].options[now[i]].obligations,
  );
  return {
    count: moved.length,
    checked: moved.filter((list) => list.length > 0 && list.every(({ checked }) => checked)).length,
  };
}

function obligationsOf(
  space: FramingSpace,
  issues: readonly number[],
  outcome: ArrayLike<number>,
): Obligation[] {
  return movedIssues(space, issues, outcome).flatMap((i) => [
    ...space.subject.issues[i].options[outcome[i]].obligations,
  ]);
}

function movedIssues(space: FramingSpace, issues: readonly number[], outcome: ArrayLike<number>): number[] {
  return issues.filter((i) => outcome[i] !== space.subject.issues[i].statusQuo);
}

function checkedOf(duties: readonly Obligation[]): number {
  return duties.filter(({ checked }) => checked).length;
}
