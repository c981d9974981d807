import type { Option } from "../model/case.ts";
import type { ChoiceProblem } from "../numeric/choice-problem.ts";
import { countChoices } from "../numeric/count-choices.ts";
import type { FrontierPoint as Point } from "../numeric/frontier-result.ts";
import type { Conflict } from "./comparison.ts";
import { conflictInWords, oneConflict } from "./conflict-set.ts";
import {
  type ByParty,
  type Count,
  type Deals,
  type Focal,
  type FocalDeal,
  type FocalRule,
  type FrontierPoint,
  focalRules,
  type Outcome,
  type TrackResult,
} from "./deals-result.ts";
import { FOCAL_TOLERANCE } from "./focal.ts";
import { focalFinder, linesCross, type TrackFrontier, trackFrontier } from "./focal-deals.ts";
import { type FoundDeals, LISTED, noDeals } from "./found-deals.ts";
import type { FramingSpace } from "./framing-space.ts";
import { sumAt } from "./restrict-table.ts";
import { fillOutcome, outcomeOf, type Variables } from "./variables.ts";
import { wholeFrontier } from "./whole-frontier.ts";
import { type Extra, nothingExtra, trackProblem, wholeProblem } from "./whole-problem.ts";
import { worthOfOutcome } from "./worth-of-outcome.ts";

export type FoundByRule = Readonly<Record<FocalRule, FoundDeals>>;

/** Deals under some further constraints, as choices and as results. */
export interface Settled {
  readonly found: FoundByRule;
  readonly deals: Count;
  readonly frontier: readonly FrontierPoint[];
  readonly focal: Focal;
  readonly focalCounts: Readonly<Record<FocalRule, string>>;
}

/** Count, frontier and focal deals of a framing, with what `extra` asks beyond a deal. */
export function settle(
  space: FramingSpace,
  tracks: readonly TrackFrontier[],
  extra: Extra = nothingExtra,
): Settled {
  const points = wholeFrontier(space, tracks, extra);
  const find = points.length === 0 ? () => noDeals : focalFinder(space, tracks, extra);
  const found = byRule(find);
  return {
    found,
    deals: points.length === 0 ? noneCounted : countDeals(space, extra),
    frontier: frontierPoints(space, space.variables, points, (outcome, p) => expectedAt(space, p, outcome)),
    focal: byRule((rule) => found[rule].choices.map((choice) => focalDeal(space, choice))),
    focalCounts: byRule((rule) => found[rule].count.toString()),
  };
}

export const noneCounted: Count = { count: "0", exact: true, relativeError: null };

export function byRule<T>(of: (rule: FocalRule) => T): Record<FocalRule, T> {
  return Object.fromEntries(focalRules.map((rule) => [rule, of(rule)])) as Record<FocalRule, T>;
}

/** Counts the feasible choices of a problem. */
export function countOf(problem: ChoiceProblem): Count {
  const result = countChoices(problem);
  if (result.exact) return { count: result.count.toString(), exact: true, relativeError: null };
  return {
    count: BigInt(Math.round(result.estimate)).toString(),
    exact: false,
    relativeError: result.relativeError,
  };
}

/** Deals of all tracks together; where nothing joins the tracks, the product of each track's own. */
function countDeals(space: FramingSpace, extra: Extra): Count {
  const joined = extra.bounded.length > 0 || extra.forbidden.length > 0 || linesCross(space);
  if (joined || space.layout.tracks.length === 1) return countOf(wholeProblem(space, extra));
  const counts = space.layout.tracks.map((_, k) => countOf(trackProblem(space, k)));
  const errors = counts.flatMap(({ relativeError }) => (relativeError === null ? [] : [relativeError]));
  return {
    count: counts.reduce((product, { count }) => product * BigInt(count), 1n).toString(),
    exact: errors.length === 0,
    relativeError: errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0),
  };
}

/** A framing settled: its deals, the choices behind the focal ones, and, where there are none, what conflicts. */
export interface SettledFraming {
  readonly deals: Deals;
  readonly settled: Settled;
  readonly tracks: readonly TrackFrontier[];
  readonly conflict: Conflict | null;
}

/** The deals of a framing that can be computed. */
export function dealsInSpace(space: FramingSpace): SettledFraming {
  const { subject, layout, variables } = space;
  const tracks = layout.tracks.map((_, k) => trackFrontier(space, k));
  const settled = settle(space, tracks);
  const { deals, frontier, focal, focalCounts } = settled;
  const framing = subject.framings[space.framing];
  const result: Deals = {
    method: layout.tracks.length === 1 ? "exact frontier of one track" : "exact frontiers, track by track",
    exact: deals.exact,
    parameters: { tolerance: FOCAL_TOLERANCE, listed: LISTED },
    notes: notesOf(space, settled),
    scale: subject.document.scale,
    linkage: layout.linkage,
    onTable: variables.issues.map((i) => subject.issues[i].id),
    outcomes: variables.sizes.reduce((product, size) => product * BigInt(size), 1n).toString(),
    deals,
    frontier,
    focal,
    focalCounts,
    noDeal: principalValues(space, (p) => space.reading.noDeal[p]!),
    tracks: layout.tracks.map((_, k) => trackResult(space, k, tracks[k], settled)),
    followOn:
      space.followOn === null
        ? null
        : {
            baskets: layout.later.map((b) => subject.baskets[b].id),
            issues: layout.laterIssues.map((i) => subject.issues[i].id),
            chance: space.followOn.chance,
            provisions: framing.provisions.map((at) => subject.provisions[at].id),
            dependsOnNow: space.followOn.conditions.length > 0,
          },
  };
  if (frontier.length > 0) return { deals: result, settled, tracks, conflict: null };
  const conflict = oneConflict(space);
  return {
    deals: { ...result, none: { kind: "no-zone", because: conflictInWords(subject, conflict) } },
    settled,
    tracks,
    conflict,
  };
}

/** Value of a complete outcome to a party, the follow-on expected. */
export function expectedAt(space: FramingSpace, p: number, outcome: ArrayLike<number>): number {
  const now = worthOfOutcome(space.worths[p]!, outcome);
  const adds = space.followOn?.adds[p] ?? null;
  return adds === null ? now : now + sumAt([adds], space.variables, outcome);
}

/** Ids of the options of a complete outcome. */
export function outcomeIds(space: FramingSpace, outcome: ArrayLike<number>): Outcome {
  const { issues } = space.subject;
  const ids: Record<string, string> = {};
  for (let i = 0; i < issues.length; i++) ids[issues[i].id] = (issues[i].options[outcome[i]] as Option).id;
  return ids;
}

export function focalDeal(space: FramingSpace, choice: readonly number[]): FocalDeal {
  const outcome = outcomeOf(space.variables, choice);
  const valued = (of: (p: number) => number): ByParty =>
    Object.fromEntries(
      space.subject.parties.flatMap((party, p) => (space.worths[p] === null ? [] : [[party.id, of(p)]])),
    );
  const values = valued((p) => expectedAt(space, p, outcome));
  if (space.followOn === null) return { values, outcome: outcomeIds(space, outcome) };
  return {
    values,
    valuesNow: valued((p) => worthOfOutcome(space.worths[p]!, outcome)),
    outcome: outcomeIds(space, outcome),
    followOn: outcomeIds(space, space.followOn.complete(outcome)),
  };
}

/** Points as results. There may be a hundred thousand, which share one outcome to work in. */
function frontierPoints(
  space: FramingSpace,
  variables: Variables,
  points: readonly Point[],
  valueAt: (outcome: Int32Array, p: number) => number,
): FrontierPoint[] {
  const outcome = variables.fixed.slice();
  const { principals, parties } = space.subject;
  const idsOf = (choice: readonly number[]) => {
    fillOutcome(variables, choice, outcome);
    return outcomeIds(space, outcome);
  };
  return points.map((point) => {
    const { choices } = point;
    fillOutcome(variables, choices[0], outcome);
    const values: Record<string, number> = {};
    for (const p of principals) values[parties[p].id] = valueAt(outcome, p);
    const { count, truncated } = point;
    return { values, count: count === 1n ? "1" : count.toString(), outcomes: choices.map(idsOf), truncated };
  });
}

function principalValues(space: FramingSpace, of: (p: number) => number): ByParty {
  const { principals, parties } = space.subject;
  const values: Record<string, number> = {};
  for (const p of principals) values[parties[p].id] = of(p);
  return values;
}

function trackResult(space: FramingSpace, k: number, track: TrackFrontier, whole: Settled): TrackResult {
  const { subject, layout } = space;
  const { kind, baskets, issues } = layout.tracks[k];
  const problem = trackProblem(space, k, "status-quo");
  const agreements = layout.tracks.length === 1 ? whole.deals : countOf(problem);
  const pays = (at: number) =>
    track.points.some((point) => point.values[at] - track.base[at] > FOCAL_TOLERANCE * track.spans[at]);
  const variables: Variables = { ...space.variables, issues, sizes: problem.sizes };
  const valueAt = (outcome: Int32Array, p: number) =>
    k === 0 ? expectedAt(space, p, outcome) : worthOfOutcome(space.worths[p]!, outcome);
  return {
    kind,
    baskets: baskets.map((b) => subject.baskets[b].id),
    issues: issues.map((i) => subject.issues[i].id),
    agreements,
    empty: agreements.count === "0",
    paysNothingTo: subject.principals.filter((_, at) => !pays(at)).map((p) => subject.parties[p].id),
    frontier:
      layout.tracks.length === 1 ? whole.frontier : frontierPoints(space, variables, track.points, valueAt),
  };
}

function notesOf(space: FramingSpace, settled: Settled): string[] {
  const { subject, reading, layout } = space;
  const notes: string[] = [];
  for (const p of subject.principals) {
    if (reading.noDealFrom[p] === "status-quo") {
      notes.push(
        `${subject.parties[p].label}: no value of no deal is entered; its value of the status quo stands for it.`,
      );
    }
  }
  if (layout.tracks.length > 1) {
    notes.push(
      "Each track is settled by itself, without trade between tracks, so that focal deals put together may be inefficient as a whole.",
    );
  }
  if (
    space.followOn !== null &&
    subject.framings[space.framing].followOnChance < 0 &&
    subject.followOnChance < 0
  ) {
    notes.push("No chance that later talks deliver is entered; they count for nothing.");
  }
  if (focalRules.some((rule) => !settled.found[rule].counted))
    notes.push("Not all tied focal deals were looked at; their counts are at least.");
  return notes;
}
