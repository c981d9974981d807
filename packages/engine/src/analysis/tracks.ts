import type { Case } from "../model/case.ts";
import type { Linkage } from "./deals-result.ts";

export interface Track {
  readonly kind: "main" | "separate";
  /** Basket positions, ascending. */
  readonly baskets: readonly number[];
  /** Issue positions, ascending. */
  readonly issues: readonly number[];
}

/** How a framing divides the baskets. Positions in case order; baskets discussed or placed nowhere are in none of these. */
export interface TrackLayout {
  /** The main track first, the others in case order. Empty when nothing is placed together or separate. */
  readonly tracks: readonly Track[];
  /** Baskets of the follow-on. */
  readonly later: readonly number[];
  /** Issues settled now, ascending. */
  readonly now: readonly number[];
  /** Issues of the follow-on, ascending. */
  readonly laterIssues: readonly number[];
  readonly linkage: Linkage;
}

/**
 * The main track holds the baskets placed together; where there are none, the first separate one is the main track.
 * Every other separate basket is a track of its own; all later baskets make one follow-on.
 */
export function trackLayout(subject: Case, f: number): TrackLayout {
  const { placements } = subject.framings[f];
  const placed = (placement: string) =>
    subject.baskets.flatMap((_, b) => (placements[b] === placement ? [b] : []));
  const issuesOf = (baskets: readonly number[]) =>
    baskets.flatMap((b) => [...subject.baskets[b].issues]).toSorted((a, b) => a - b);
  const together = placed("together");
  const separate = placed("separate").map((b) => [b]);
  const groups = together.length > 0 ? [together, ...separate] : separate;
  const tracks = groups.map(
    (baskets, k): Track => ({ kind: k === 0 ? "main" : "separate", baskets, issues: issuesOf(baskets) }),
  );
  const later = placed("later");
  return {
    tracks,
    later,
    now: issuesOf(groups.flat()),
    laterIssues: issuesOf(later),
    linkage: linkageOf(tracks.length, later.length > 0),
  };
}

function linkageOf(tracks: number, staged: boolean): Linkage {
  if (tracks === 0) return "none";
  if (tracks === 1) return staged ? "staged" : "package";
  return staged ? "separate-staged" : "separate";
}
