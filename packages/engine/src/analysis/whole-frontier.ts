import type { ChoiceProblem, Factor } from "../numeric/choice-problem.ts";
import { frontier } from "../numeric/frontier.ts";
import type { FrontierPoint } from "../numeric/frontier-result.ts";
import { TooLargeError } from "../numeric/too-large-error.ts";
import { linesCross, pointsOf, type TrackFrontier } from "./focal-deals.ts";
import { firstInOrder, LISTED } from "./found-deals.ts";
import type { FramingSpace } from "./framing-space.ts";
import { type Extra, wholeProblem } from "./whole-problem.ts";

const mostPairs = 200_000;

/**
 * Efficient points among all deals of a framing: with several tracks, among all that can be put together, whatever each
 * track would settle by itself.
 *
 * Where nothing joins the tracks (no line, no interaction, no further constraint) an efficient whole is made of efficient
 * parts, so that only these are put together. Otherwise all issues are taken at once.
 */
export function wholeFrontier(
  space: FramingSpace,
  tracks: readonly TrackFrontier[],
  extra: Extra,
): readonly FrontierPoint[] {
  const free = extra.bounded.length === 0 && extra.forbidden.length === 0;
  if (free && tracks.length === 1) return tracks[0].points;
  if (tracks.length > 1) {
    if (tracks.some(({ points }) => points.length === 0) && free) return [];
    const pairs = tracks.reduce((product, { points }) => product * points.length, 1);
    if (free && pairs <= mostPairs && !linesCross(space) && !valuesCross(space))
      return putTogether(space, tracks);
  }
  return pointsOf(wholeProblem(space, extra));
}

/** Whether some principal's value joins issues of different tracks, or the follow-on depends on a track beside the main one. */
function valuesCross(space: FramingSpace): boolean {
  const { subject, layout, variables } = space;
  const trackOf = new Map(
    layout.tracks.flatMap(({ issues }, k) => issues.map((issue) => [issue, k] as const)),
  );
  return subject.principals.some((p) => {
    const adds = space.followOn?.adds[p] ?? null;
    return space.expected[p].some(({ scope, values }) => {
      if (values.every((value) => value === values[0])) return false;
      const touched = new Set(scope.map((at) => trackOf.get(variables.issues[at])!));
      return (
        touched.size > 1 || (adds !== null && values === adds.values && !touched.has(0) && touched.size > 0)
      );
    });
  });
}

/** One variable for each track, one option for each of its efficient points. */
function putTogether(space: FramingSpace, tracks: readonly TrackFrontier[]): FrontierPoint[] {
  const { subject, variables, layout } = space;
  const problem: ChoiceProblem = {
    sizes: tracks.map(({ points }) => points.length),
    objectives: subject.principals.map((_, at) =>
      tracks.map(
        ({ points }, k): Factor => ({
          scope: [k],
          values: Float64Array.from(points, (point) => point.values[at]),
        }),
      ),
    ),
    floors: subject.principals.map(() => -Infinity),
    bounded: [],
    forbidden: [],
  };
  const { points, exact, notes } = frontier(problem, { list: mostPairs });
  if (!exact) throw new TooLargeError(notes.join(" "));
  return points.map((point) => {
    let count = 0n;
    const choices: (readonly number[])[] = [];
    for (const parts of point.choices) {
      const picked = parts.map((part, k) => tracks[k].points[part]);
      count += picked.reduce((product, part) => product * part.count, 1n);
      let some: readonly (readonly number[])[] = [variables.issues.map(() => 0)];
      picked.forEach((part, k) => {
        some = firstInOrder(
          some.flatMap((whole) =>
            part.choices.map((choice) => {
              const both = [...whole];
              layout.tracks[k].issues.forEach((issue, i) => {
                both[variables.place[issue]] = choice[i];
              });
              return both;
            }),
          ),
        );
      });
      choices.push(...some);
    }
    return { values: point.values, count, choices: firstInOrder(choices), truncated: count > BigInt(LISTED) };
  });
}
