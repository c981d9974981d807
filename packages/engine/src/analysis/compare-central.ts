import type { Case } from "../model/case.ts";
import { framingAgenda } from "./agenda.ts";
import { centralReading } from "./central-reading.ts";
import type { Comparison, FramingComparison } from "./comparison.ts";
import { agendaConflicts } from "./conflict-set.ts";
import { dealsInSpace } from "./deals-in-space.ts";
import { cannotBeComputed, dealsWithout } from "./deals-of.ts";
import type { NoDeals } from "./deals-result.ts";
import { obligationCounts, termCounts } from "./duties.ts";
import { FOCAL_TOLERANCE } from "./focal.ts";
import { framingSpace } from "./framing-space.ts";
import { principalResults, zoneWidth } from "./principal-results.ts";
import type { Reading } from "./reading.ts";
import { brokenLines, sufficiency } from "./sufficiency.ts";
import { thresholdResult, thresholdTests } from "./thresholds.ts";
import { trackMonths } from "./track-months.ts";
import { outcomeOf } from "./variables.ts";

/** Every framing of a case in the central reading: agenda, deals, each party against what it asks, what stands in the way. */
export function compareCentral(subject: Case): Comparison {
  const { reading, exact, notes } = centralReading(subject);
  const framings = subject.framings.map((_, f) => compareFraming(subject, reading, f));
  const accepts = (f: number, party: string) =>
    framings[f].agenda.answers.some((answer) => answer.party === party && answer.accepts);
  const isBetter = (f: number, party: string) =>
    framings[f].principals.some((result) => result.party === party && result.better);
  const entered = [...subject.entries, ...subject.worded];
  const basisOf = (basis: string) => entered.filter((entry) => entry.basis === basis).length;
  return {
    case: { id: subject.id, title: subject.title, asOf: subject.asOf, hash: subject.hash },
    reading: {
      method: "central",
      exact,
      parameters: { tolerance: FOCAL_TOLERANCE },
      notes: [...notes, ...unjudged(subject)],
    },
    parties: subject.parties.map(({ id, label, role }) => ({ id, label, role })),
    basis: {
      entries: entered.length,
      said: basisOf("said"),
      official: basisOf("official"),
      judged: basisOf("judged"),
      nothing: basisOf("nothing"),
    },
    framings,
    preferred: Object.fromEntries(
      subject.principals.map((p) => {
        const { id } = subject.parties[p];
        return [
          id,
          framings.filter((_, f) => accepts(f, id) && isBetter(f, id)).map((framing) => framing.id),
        ];
      }),
    ),
    acceptableToAll: framings
      .filter(({ agenda, frontier }) => agenda.accepted && frontier.length > 0)
      .map(({ id }) => id),
  };
}

/** One framing in one reading. */
export function compareFraming(subject: Case, reading: Reading, f: number): FramingComparison {
  const { id, label } = subject.framings[f];
  const agenda = framingAgenda(subject, reading, f);
  const months = trackMonths(subject, reading, f);
  const nothing = cannotBeComputed(subject, f);
  if (nothing !== null)
    return {
      ...withoutDeals(subject, reading, f, nothing),
      id,
      label,
      agenda,
      months,
      conflicts: agendaConflicts(subject, agenda),
    };
  const space = framingSpace(subject, reading, f);
  const { deals, settled, conflict } = dealsInSpace(space);
  const { found } = settled;
  const first = found.nash.choices[0];
  const nash = first === undefined ? null : outcomeOf(space.variables, first);
  const tests = thresholdTests(space);
  const principals = principalResults(space, deals, found);
  const obligations = obligationCounts(space, nash);
  const thereAreDeals = deals.frontier.length > 0;
  return {
    ...deals,
    id,
    label,
    agenda,
    width: zoneWidth(space, principals),
    principals,
    thresholds: tests.map((test) => thresholdResult(space, test, found)),
    brokenLines: brokenLines(space, found),
    sufficient: sufficiency(space, tests, thereAreDeals),
    duties: Object.fromEntries(obligations.map(({ party, asked }) => [party, asked])),
    obligations,
    terms: termCounts(space, nash),
    months,
    conflicts: [...agendaConflicts(subject, agenda), ...(conflict === null ? [] : [conflict])],
  };
}

function withoutDeals(
  subject: Case,
  reading: Reading,
  f: number,
  none: NoDeals,
): Omit<FramingComparison, "id" | "label" | "agenda" | "months" | "conflicts"> {
  return {
    ...dealsWithout(subject, reading, f, none),
    width: { word: "none", share: null, least: null },
    principals: subject.principals.map((p) => ({
      party: subject.parties[p].id,
      noDeal: reading.noDeal[p],
      noDealFrom: reading.noDealFrom[p],
      atNash: null,
      gain: null,
      bestGain: null,
      better: false,
      success: null,
    })),
    thresholds: [],
    brokenLines: [],
    sufficient: { exists: false, none: { kind: "no-deals", because: none.because } },
    duties: Object.fromEntries(subject.principals.map((p) => [subject.parties[p].id, 0])),
    obligations: subject.principals.map((p) => ({
      party: subject.parties[p].id,
      asked: 0,
      checked: 0,
      later: 0,
      laterChecked: 0,
    })),
    terms: { count: 0, checked: 0 },
  };
}

/** Thresholds that nothing can be held against. */
function unjudged(subject: Case): string[] {
  return subject.parties
    .filter((party) => party.threshold !== null && party.values === null)
    .map((party) => `${party.label}: a threshold is entered but no values, so it is not tested.`);
}
