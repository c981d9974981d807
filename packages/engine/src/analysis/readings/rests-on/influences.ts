import type { Case } from "../../../model/case.ts";
import { normalQuantile } from "../../../numeric/special/normal-quantile.ts";
import { midRanks, rankCorrelation } from "../../../numeric/statistics/rank-correlation.ts";
import type { RankedSample } from "../chunk/gather.ts";
import type { Bearing, Influence } from "./rests-on-result.ts";

/** One column of a matrix held row by row. */
export function columnOf(rows: Float64Array, width: number, at: number): Float64Array {
  return Float64Array.from(
    { length: width === 0 ? 0 : rows.length / width },
    (_, row) => rows[row * width + at],
  );
}

/**
 * How closely each judgement moves with what it bears on most: the largest absolute Spearman correlation with a framing's
 * chance of ending durable, given all judgements, or with the difference of two. Chances are integrated first, so that no
 * coin's variance hides what its odds do. Framings that seldom last are left out (`bearingFramings`).
 *
 * @param judgements ids, in the order of the sample's columns
 * @returns in the same order
 */
export function influencesOf(
  subject: Case,
  sample: RankedSample,
  judgements: readonly string[],
): Influence[] {
  const bearings = bearingsOf(subject, sample);
  const noise = noiseOf(sample.draws, judgements.length * bearings.length);
  return judgements.map((judgement, j): Influence => {
    const ranks = midRanks(columnOf(sample.judgements, judgements.length, j));
    let most: Influence = { judgement, influence: 0, standardError: 0, direction: 0, on: null, clear: false };
    for (const bearing of bearings) {
      const found = rankCorrelation(ranks, bearing.ranks);
      if (found.kind === "constant" || Math.abs(found.rho) <= most.influence) continue;
      most = {
        judgement,
        influence: Math.abs(found.rho),
        standardError: found.standardError,
        direction: found.rho > 0 ? 1 : -1,
        on: bearing.on,
        clear: Math.abs(found.rho) > noise,
      };
    }
    return most;
  });
}

/** A correlation that, of so many without any bearing, the largest exceeds once in twenty: by Bonferroni's bound. */
export function noiseOf(draws: number, correlations: number): number {
  if (draws < 3 || correlations === 0) return 1;
  return Math.min(1, -normalQuantile(0.05 / (2 * correlations)) / Math.sqrt(draws - 1));
}

interface Ranked {
  readonly on: Bearing;
  readonly ranks: Float64Array;
}

/** Framings that end durable in a smaller share of the sample than this bear on nothing. */
const leastShare = 0.02;

/**
 * Framings whose chances are looked at, by place: those that end durable in at least 2 % of the sample; all of them where fewer
 * than two do. What almost never lasts has ranks, and even differences, that say nothing about the choice.
 */
export function bearingFramings({ framings }: Case, { draws, durable }: RankedSample): number[] {
  const all = framings.map((_, f) => f);
  const mean = (f: number) =>
    columnOf(durable, framings.length, f).reduce((sum, one) => sum + one, 0) / draws;
  const often = all.filter((f) => mean(f) >= leastShare);
  return often.length < 2 ? all : often;
}

function bearingsOf(subject: Case, sample: RankedSample): Ranked[] {
  const { framings } = subject;
  const places = bearingFramings(subject, sample);
  const columns = places.map((f) => columnOf(sample.durable, framings.length, f));
  return places.flatMap((f, at): Ranked[] => [
    { on: { kind: "framing", framing: framings[f].id }, ranks: midRanks(columns[at]) },
    ...places.slice(at + 1).map((g, next): Ranked => {
      const difference = columns[at].map((value, i) => value - columns[at + 1 + next][i]);
      return {
        on: { kind: "difference", first: framings[f].id, second: framings[g].id },
        ranks: midRanks(difference),
      };
    }),
  ]);
}
