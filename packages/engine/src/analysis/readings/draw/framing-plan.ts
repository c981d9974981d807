import type { Case } from "../../../model/case.ts";
import { cannotBeComputed } from "../../deals-of.ts";
import type { NoDeals } from "../../deals-result.ts";
import { trackLayout } from "../../tracks.ts";
import { type Term, termsOf } from "./expression-terms.ts";
import type { Ban } from "./track-tables.ts";

/** A line of a party, said in terms over issues. */
export interface PlannedLine {
  readonly party: number;
  readonly line: number;
  /** Issues it names. */
  readonly issues: readonly number[];
  readonly terms: readonly Term[];
}

/** What of a framing does not change from draw to draw. */
export interface FramingPlan {
  readonly framing: number;
  /** Why terms cannot be judged at all; null when they can. */
  readonly none: NoDeals | null;
  /** Issues by track, the main one first. */
  readonly tracks: readonly (readonly number[])[];
  /** Baskets of the main track. */
  readonly mainBaskets: readonly number[];
  readonly laterIssues: readonly number[];
  /** By track: what it must not settle, given the tracks before it. */
  readonly bans: readonly (readonly Ban[])[];
  /** By track: ways of breaking a line that touch it or a later track, tested on the whole first stage. */
  readonly bansFrom: readonly (readonly Ban[])[];
  /** What the follow-on must not settle. */
  readonly laterBans: readonly Ban[];
  /** Lines of parties that need not agree: what names an issue settled now, and what names one settled at all. */
  readonly others: readonly (PlannedLine & { readonly now: boolean; readonly later: boolean })[];
  /** Two framings with the same key always settle the same. */
  readonly key: string;
}

export function framingPlan(subject: Case, f: number): FramingPlan {
  const layout = trackLayout(subject, f);
  const { mustSettle, placements, followOnChance, provisions } = subject.framings[f];
  const tracks = layout.tracks.map(({ issues }) => issues);
  const trackOf = new Map(tracks.flatMap((issues, k) => issues.map((issue) => [issue, k] as const)));
  const later = new Set(layout.laterIssues);
  const lines = subject.parties.flatMap((party, p) =>
    party.lines.map(
      (line, l): PlannedLine => ({
        party: p,
        line: l,
        issues: line.issues,
        terms: termsOf(subject, f, line.forbids),
      }),
    ),
  );
  const isPrincipal = (p: number) => subject.parties[p].role === "principal";
  const bansOf = (list: readonly PlannedLine[]) =>
    list.flatMap(({ party, line, terms }) => terms.map((term): Ban => ({ party, line, term })));
  const stageOne = bansOf(
    lines.filter(({ party, issues }) => isPrincipal(party) && issues.some((i) => trackOf.has(i))),
  );
  const last = ({ term }: Ban) => Math.max(-1, ...term.map(({ issue }) => trackOf.get(issue) ?? -1));
  const touches = ({ term }: Ban, k: number) => term.some(({ issue }) => trackOf.get(issue) === k);
  const undertaking = (layout.tracks[0]?.baskets ?? [])
    .filter((b) => mustSettle[b] && placements[b] === "together")
    .flatMap((b) => [...subject.baskets[b].issues])
    .filter((i) => subject.issues[i].statusQuo >= 0)
    .map((issue): Ban => {
      const { options, statusQuo } = subject.issues[issue];
      const allowed = Uint8Array.from(options, (_, o) => (o === statusQuo ? 1 : 0));
      return { party: -1, line: -1, term: [{ issue, allowed }] };
    });
  const bans = tracks.map((_, k) => [
    ...stageOne.filter((ban) => last(ban) <= k && (touches(ban, k) || (k === 0 && last(ban) < 0))),
    ...(k === 0 ? undertaking : []),
  ]);
  const laterBans = bansOf(
    lines.filter(({ party, issues }) => isPrincipal(party) && issues.some((i) => later.has(i))),
  );
  return {
    framing: f,
    none: cannotBeComputed(subject, f),
    tracks,
    mainBaskets: layout.tracks[0]?.baskets ?? [],
    laterIssues: layout.laterIssues,
    bans,
    bansFrom: tracks.map((_, k) => stageOne.filter((ban) => last(ban) >= k)),
    laterBans,
    others: lines
      .filter(({ party }) => !isPrincipal(party))
      .map((line) => ({
        ...line,
        now: line.issues.some((i) => trackOf.has(i)),
        later: line.issues.some((i) => later.has(i)),
      }))
      .filter(({ now, later }) => now || later),
    key: JSON.stringify([
      tracks,
      layout.laterIssues,
      layout.laterIssues.length === 0 ? 0 : followOnChance >= 0 ? [followOnChance] : provisions,
      bans.map((list) => list.map(spelledBan)),
      laterBans.map(spelledBan),
    ]),
  };
}

/** A ban in characters: equal bans, equal characters. */
export function spelledBan({ party, line, term }: Ban): unknown {
  return [party, line, term.map(({ issue, allowed }) => [issue, allowed.join("")])];
}
