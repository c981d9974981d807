import type { Refusal, StanceAnswer } from "./agenda-result.ts";
import type { Comparison, FramingComparison, Share, ZoneWidth } from "./comparison.ts";
import { type FocalRule, focalRules } from "./deals-result.ts";

/** One difference between two comparisons, ready to be put into words. Ids; null where a side has nothing to compare. */
export type Change =
  | { readonly kind: "framing"; readonly framing: string; readonly change: "added" | "left-out" }
  | {
      readonly kind: "agenda";
      readonly framing: string;
      readonly before: boolean;
      readonly after: boolean;
      readonly gone: readonly Refusal[];
      readonly new: readonly Refusal[];
    }
  | {
      readonly kind: "answer";
      readonly framing: string;
      readonly party: string;
      readonly before: Answer;
      readonly after: Answer;
    }
  | { readonly kind: "room"; readonly framing: string; readonly before: Room; readonly after: Room }
  | {
      readonly kind: "no-deal";
      readonly framing: string;
      readonly party: string;
      readonly before: number | null;
      readonly after: number | null;
    }
  /** The first deal that a rule singles out. */
  | {
      readonly kind: "focal";
      readonly framing: string;
      readonly rule: FocalRule;
      readonly terms: readonly TermChange[];
      readonly values: readonly {
        readonly party: string;
        readonly before: number | null;
        readonly after: number | null;
      }[];
    }
  | {
      readonly kind: "better";
      readonly framing: string;
      readonly party: string;
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly kind: "success";
      readonly framing: string;
      readonly party: string;
      readonly before: Share | null;
      readonly after: Share | null;
    }
  | {
      readonly kind: "threshold";
      readonly framing: string;
      readonly party: string;
      readonly before: ThresholdState | null;
      readonly after: ThresholdState | null;
    }
  | {
      readonly kind: "line-broken";
      readonly framing: string;
      readonly party: string;
      readonly line: string;
      readonly before: Share;
      readonly after: Share;
    }
  | {
      readonly kind: "sufficient";
      readonly framing: string;
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly kind: "duties";
      readonly framing: string;
      readonly party: string;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: "conflict";
      readonly framing: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | {
      readonly kind: "preferred";
      readonly party: string;
      readonly gained: readonly string[];
      readonly lost: readonly string[];
    }
  | { readonly kind: "acceptable"; readonly gained: readonly string[]; readonly lost: readonly string[] };

export interface Answer {
  readonly accepts: boolean;
  readonly word: StanceAnswer;
}
export interface Room {
  readonly word: ZoneWidth["word"];
  readonly deals: string;
}
export interface ThresholdState {
  readonly value: number;
  readonly atNash: Share;
  readonly reachable: boolean;
}
/** An issue settled differently; null: not on that side's table, or no deal there. */
export interface TermChange {
  readonly issue: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Values nearer than this share of 100 points count as the same. */
const sameValue = 1e-7;

/**
 * What is different in a second comparison: by framing in its order, then by what was left out, then over the whole.
 * Framings, parties, issues and options are matched by id. Empty when nothing changes.
 */
export function whatChanges(before: Comparison, after: Comparison): Change[] {
  const changes: Change[] = [];
  for (const framing of after.framings) {
    const earlier = before.framings.find(({ id }) => id === framing.id);
    if (earlier === undefined) changes.push({ kind: "framing", framing: framing.id, change: "added" });
    else changes.push(...framingChanges(earlier, framing));
  }
  for (const { id } of before.framings) {
    if (!after.framings.some((framing) => framing.id === id))
      changes.push({ kind: "framing", framing: id, change: "left-out" });
  }
  for (const party of ids(Object.keys(before.preferred), Object.keys(after.preferred))) {
    const { gained, lost } = moved(before.preferred[party] ?? [], after.preferred[party] ?? []);
    if (gained.length + lost.length > 0) changes.push({ kind: "preferred", party, gained, lost });
  }
  const { gained, lost } = moved(before.acceptableToAll, after.acceptableToAll);
  if (gained.length + lost.length > 0) changes.push({ kind: "acceptable", gained, lost });
  return changes;
}

function framingChanges(before: FramingComparison, after: FramingComparison): Change[] {
  const framing = after.id;
  return [
    ...agendaChanges(framing, before, after),
    ...roomChanges(framing, before, after),
    ...focalRules.flatMap((rule) => focalChange(framing, rule, before, after)),
    ...partyChanges(framing, before, after),
    ...outsideChanges(framing, before, after),
  ];
}

function agendaChanges(framing: string, before: FramingComparison, after: FramingComparison): Change[] {
  const changes: Change[] = [];
  const key = ({ party, basket, placement }: Refusal) => `${party} ${basket} ${placement}`;
  const missing = (some: readonly Refusal[], others: readonly Refusal[]) =>
    some.filter((one) => !others.some((other) => key(other) === key(one)));
  const gone = missing(before.agenda.refusals, after.agenda.refusals);
  const fresh = missing(after.agenda.refusals, before.agenda.refusals);
  if (before.agenda.accepted !== after.agenda.accepted || gone.length + fresh.length > 0) {
    changes.push({
      kind: "agenda",
      framing,
      before: before.agenda.accepted,
      after: after.agenda.accepted,
      gone,
      new: fresh,
    });
  }
  for (const { party, accepts, word } of after.agenda.answers) {
    const earlier = before.agenda.answers.find((answer) => answer.party === party);
    if (earlier === undefined || (earlier.accepts === accepts && earlier.word === word)) continue;
    changes.push({
      kind: "answer",
      framing,
      party,
      before: { accepts: earlier.accepts, word: earlier.word },
      after: { accepts, word },
    });
  }
  return changes;
}

function roomChanges(framing: string, before: FramingComparison, after: FramingComparison): Change[] {
  const changes: Change[] = [];
  const room = ({ width, deals }: FramingComparison): Room => ({ word: width.word, deals: deals.count });
  const [was, is] = [room(before), room(after)];
  if (was.word !== is.word || was.deals !== is.deals)
    changes.push({ kind: "room", framing, before: was, after: is });
  const conflictIds = ({ conflicts }: FramingComparison) =>
    conflicts.flatMap(({ constraints }) =>
      constraints.filter(({ kind }) => kind !== "agenda-refusal").map(({ id }) => id),
    );
  const [conflictsBefore, conflictsAfter] = [conflictIds(before), conflictIds(after)];
  if (conflictsBefore.join(" ") !== conflictsAfter.join(" "))
    changes.push({ kind: "conflict", framing, before: conflictsBefore, after: conflictsAfter });
  if (before.sufficient.exists !== after.sufficient.exists) {
    changes.push({
      kind: "sufficient",
      framing,
      before: before.sufficient.exists,
      after: after.sufficient.exists,
    });
  }
  return changes;
}

function focalChange(
  framing: string,
  rule: FocalRule,
  before: FramingComparison,
  after: FramingComparison,
): Change[] {
  const [was, is] = [before.focal[rule][0], after.focal[rule][0]];
  const option = (deal: typeof was, onTable: readonly string[], issue: string) =>
    onTable.includes(issue) ? (deal?.outcome[issue] ?? null) : null;
  const terms = ids(before.onTable, after.onTable)
    .map(
      (issue): TermChange => ({
        issue,
        before: option(was, before.onTable, issue),
        after: option(is, after.onTable, issue),
      }),
    )
    .filter((term) => term.before !== term.after);
  const values = ids(Object.keys(was?.values ?? {}), Object.keys(is?.values ?? {}))
    .map((party) => ({ party, before: was?.values[party] ?? null, after: is?.values[party] ?? null }))
    .filter((value) => isOther(value.before, value.after));
  return terms.length + values.length === 0 ? [] : [{ kind: "focal", framing, rule, terms, values }];
}

function partyChanges(framing: string, before: FramingComparison, after: FramingComparison): Change[] {
  const changes: Change[] = [];
  for (const result of after.principals) {
    const { party } = result;
    const earlier = before.principals.find((other) => other.party === party);
    if (earlier === undefined) continue;
    if (isOther(earlier.noDeal, result.noDeal))
      changes.push({ kind: "no-deal", framing, party, before: earlier.noDeal, after: result.noDeal });
    if (earlier.better !== result.better)
      changes.push({ kind: "better", framing, party, before: earlier.better, after: result.better });
    const [was, is] = [earlier.success?.met.nash ?? null, result.success?.met.nash ?? null];
    if (was !== is) changes.push({ kind: "success", framing, party, before: was, after: is });
  }
  for (const party of ids(Object.keys(before.duties), Object.keys(after.duties))) {
    const [was, is] = [before.duties[party] ?? 0, after.duties[party] ?? 0];
    if (was !== is) changes.push({ kind: "duties", framing, party, before: was, after: is });
  }
  return changes;
}

function outsideChanges(framing: string, before: FramingComparison, after: FramingComparison): Change[] {
  const changes: Change[] = [];
  const state = (side: FramingComparison, party: string): ThresholdState | null => {
    const found = side.thresholds.find((threshold) => threshold.party === party);
    return found === undefined
      ? null
      : { value: found.value, atNash: found.satisfiedBy.nash, reachable: found.reachable };
  };
  for (const party of ids(
    before.thresholds.map((t) => t.party),
    after.thresholds.map((t) => t.party),
  )) {
    const [was, is] = [state(before, party), state(after, party)];
    const same =
      was !== null &&
      is !== null &&
      !isOther(was.value, is.value) &&
      was.atNash === is.atNash &&
      was.reachable === is.reachable;
    if (!same) changes.push({ kind: "threshold", framing, party, before: was, after: is });
  }
  const brokenAtNash = (side: FramingComparison, party: string, line: string): Share =>
    side.brokenLines.find((broken) => broken.party === party && broken.line === line)?.brokenBy.nash ??
    "none";
  for (const line of ids(before.brokenLines.map(lineKey), after.brokenLines.map(lineKey))) {
    const [party, id] = line.split(".");
    const [was, is] = [brokenAtNash(before, party, id), brokenAtNash(after, party, id)];
    if (was !== is) changes.push({ kind: "line-broken", framing, party, line: id, before: was, after: is });
  }
  return changes;
}

const lineKey = ({ party, line }: { readonly party: string; readonly line: string }) => `${party}.${line}`;

function isOther(a: number | null, b: number | null): boolean {
  return a === null || b === null
    ? a !== b
    : Math.abs(a - b) > sameValue * Math.max(100, Math.abs(a), Math.abs(b));
}

/** Ids of either side, those of the first first. */
function ids(before: readonly string[], after: readonly string[]): string[] {
  return [...new Set([...before, ...after])];
}

function moved(
  before: readonly string[],
  after: readonly string[],
): { readonly gained: string[]; readonly lost: string[] } {
  return {
    gained: after.filter((id) => !before.includes(id)),
    lost: before.filter((id) => !after.includes(id)),
  };
}
