import type { Case } from "../model/case.ts";
import { centralReading } from "./central-reading.ts";
import type { FramingDeals, FurtherFocal } from "./comparison.ts";
import { byRule, dealsInSpace, focalDeal, noneCounted } from "./deals-in-space.ts";
import type { ByParty, Deals, NoDeals } from "./deals-result.ts";
import { FOCAL_TOLERANCE } from "./focal.ts";
import { focalFinder, type TrackFrontier } from "./focal-deals.ts";
import { LISTED } from "./found-deals.ts";
import { type FramingSpace, framingSpace } from "./framing-space.ts";
import type { Rule } from "./further-rules.ts";
import type { Reading } from "./reading.ts";
import { noDealsToBeSufficient, sufficientDeals } from "./sufficiency.ts";
import { trackLayout } from "./tracks.ts";

/**
 * The deals that one framing leaves open in the central reading, whoever sits down.
 *
 * @param framing id; throws a `RangeError` when the case has no such framing
 */
export function dealsOf(subject: Case, framing: string): FramingDeals {
  const f = subject.framings.findIndex(({ id }) => id === framing);
  if (f < 0) throw new RangeError(`no such framing: ${framing}`);
  const { reading, exact, notes } = centralReading(subject);
  const nothing = cannotBeComputed(subject, f);
  if (nothing !== null) {
    const deals = dealsWithout(subject, reading, f, nothing);
    const further = { raiffa: [], weightedNash: [], weights: {} };
    return { ...deals, exact, notes: [...notes, ...deals.notes], further, sufficient: noDealsToBeSufficient };
  }
  const space = framingSpace(subject, reading, f);
  const { deals, settled, tracks } = dealsInSpace(space);
  const sufficient = sufficientDeals(space, tracks, settled);
  const further = furtherFocal(space, tracks, deals.none === undefined);
  return { ...deals, exact: deals.exact && exact, notes: [...notes, ...deals.notes], further, sufficient };
}

/** Raiffa's deals, and Nash's with the principals' recognition as weights. */
function furtherFocal(
  space: FramingSpace,
  tracks: readonly TrackFrontier[],
  thereAreDeals: boolean,
): FurtherFocal {
  const { subject, reading } = space;
  const recognition = subject.principals.map((p) => {
    const entry = subject.parties[p].recognition;
    return entry < 0 ? 1 : reading.entries[entry];
  });
  const total = recognition.reduce((sum, weight) => sum + weight, 0) || 1;
  const weights = recognition.map((weight) => weight / total);
  const find = thereAreDeals ? focalFinder(space, tracks) : null;
  const dealsBy = (rule: Rule) => find?.(rule).choices.map((choice) => focalDeal(space, choice)) ?? [];
  return {
    raiffa: dealsBy("raiffa"),
    weightedNash: dealsBy({ weights }),
    weights: Object.fromEntries(subject.principals.map((p, at) => [subject.parties[p].id, weights[at]])),
  };
}

/** Why deals of a framing cannot be computed at all; null when they can. */
export function cannotBeComputed(subject: Case, f: number): NoDeals | null {
  const { tracks, linkage, now } = trackLayout(subject, f);
  const missing = subject.principals
    .filter((p) => subject.parties[p].values === null)
    .map((p) => subject.parties[p].label);
  if (subject.principals.length === 0) return { kind: "no-values", because: "The case has no principals." };
  if (missing.length > 0) {
    return {
      kind: "no-values",
      because: `No values are entered for ${missing.join(" and ")}; only the agenda can be judged.`,
    };
  }
  if (tracks.length === 0)
    return {
      kind: "no-track",
      because: "Nothing is placed together or separate, so there is nothing to settle now.",
    };
  const needed = subject.issues.filter(
    (issue, i) => issue.statusQuo < 0 && (linkage !== "package" || !now.includes(i)),
  );
  if (needed.length > 0) {
    return {
      kind: "no-status-quo",
      because: `No status quo is entered for ${needed.map(({ label }) => label).join(", ")}, so these cannot be left unsettled.`,
    };
  }
  return null;
}

/** Empty deals with the reason. */
export function dealsWithout(subject: Case, reading: Reading, f: number, none: NoDeals): Deals {
  const { now, linkage } = trackLayout(subject, f);
  const entered = subject.principals.flatMap((p) =>
    reading.noDeal[p] === null ? [] : [[subject.parties[p].id, reading.noDeal[p]]],
  );
  const outcomes = now.reduce((product, i) => product * BigInt(subject.issues[i].options.length), 1n);
  return {
    method: "none",
    exact: true,
    parameters: { tolerance: FOCAL_TOLERANCE, listed: LISTED },
    notes: [],
    scale: subject.document.scale,
    linkage,
    onTable: now.map((i) => subject.issues[i].id),
    outcomes: outcomes.toString(),
    deals: noneCounted,
    frontier: [],
    focal: byRule(() => []),
    focalCounts: byRule(() => "0"),
    noDeal: Object.fromEntries(entered) as ByParty,
    tracks: [],
    followOn: null,
    none,
  };
}
