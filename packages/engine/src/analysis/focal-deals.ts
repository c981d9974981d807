import type { ChoiceProblem, Factor, Mask } from "../numeric/choice-problem.ts";
import { bestChoice } from "../numeric/best-choice.ts";
import { frontier, type FrontierPoint } from "../numeric/frontier.ts";
import type { FocalRule } from "./deals-result.ts";
import { focalPoints } from "./focal.ts";
import { spanOf } from "./follow-on.ts";
import { dealsOfPoints, firstInOrder, type FoundDeals, LISTED, noDeals } from "./found-deals.ts";
import type { FramingSpace } from "./framing-space.ts";
import { extendFactor } from "./restrict-table.ts";
import { bindingMasks, type Extra, nothingExtra, trackProblem, trackValues, wholeProblem } from "./whole-problem.ts";

/** Points that a rule picks, gains being counted from the given base. */
export function pick(points: readonly FrontierPoint[], base: readonly number[], spans: readonly number[], rule: FocalRule): FrontierPoint[] {
  const gains = points.map((point) => point.values.map((value, at) => value - base[at]));
  return focalPoints(gains, spans, rule).map((at) => points[at]);
}

/** Exact frontier, or a stop: nothing here is answered by half. */
export function pointsOf(problem: ChoiceProblem): readonly FrontierPoint[] {
  const { points, exact, notes } = frontier(problem, { list: LISTED });
  if (!exact) throw new RangeError(notes.join(" "));
  return points;
}

/** A framing's tracks by themselves: efficient points, base values and spans of the principals. */
export interface TrackFrontier {
  readonly problem: ChoiceProblem;
  readonly points: readonly FrontierPoint[];
  readonly base: readonly number[];
  readonly spans: readonly number[];
}

export function trackFrontier(space: FramingSpace, k: number): TrackFrontier {
  const problem = trackProblem(space, k);
  return { problem, points: pointsOf(problem), base: baseOf(space, problem.floors), spans: problem.objectives.map(spanOf) };
}

/** Where a no-deal value is relaxed, gains still count from it. */
function baseOf(space: FramingSpace, floors: readonly number[]): number[] {
  return floors.map((floor, at) => (floor === -Infinity ? space.reading.noDeal[space.subject.principals[at]]! : floor));
}

/** Whether a binding line joins issues of different tracks. */
export function linesCross(space: FramingSpace): boolean {
  const trackOf = new Map(space.layout.tracks.flatMap(({ issues }, k) => issues.map((issue) => [issue, k] as const)));
  return bindingMasks(space).some(
    ({ scope, mask }) => mask.includes(1) && new Set(scope.map((at) => trackOf.get(space.variables.issues[at]))).size > 1,
  );
}

/**
 * Focal deals of a framing, all optima.
 *
 * One track: over the efficient deals. Several: each track's own, put together. Where something joins the tracks (a line,
 * or what `extra` asks), the main track is settled first, among outcomes that the others can complete, and then each other
 * track in case order, among what is left permitted.
 */
export function focalDeals(space: FramingSpace, rule: FocalRule, tracks: readonly TrackFrontier[], extra: Extra = nothingExtra): FoundDeals {
  const joined = extra.bounded.length > 0 || extra.forbidden.length > 0 || linesCross(space);
  if (space.layout.tracks.length === 1) {
    const { base, spans } = tracks[0];
    const problem = wholeProblem(space, extra);
    const points = joined ? pointsOf(problem) : tracks[0].points;
    return dealsOfPoints(pick(points, base, spans, rule), problem);
  }
  if (joined) return oneAfterTheOther(space, rule, tracks, extra);
  const start: FoundDeals = {
    choices: [space.variables.issues.map((issue) => space.variables.fixed[issue])],
    count: 1n,
    counted: true,
    sets: [wholeProblem(space)],
  };
  return tracks.reduce((whole, track, k) => together(space, whole, k, pick(track.points, track.base, track.spans, rule), track), start);
}

/** Every pair. A deal among the first in order has each part among the first in order. */
function together(space: FramingSpace, whole: FoundDeals, k: number, points: readonly FrontierPoint[], track: TrackFrontier): FoundDeals {
  const found = dealsOfPoints(points, track.problem);
  const at = placesOf(space, k);
  const choices = whole.choices.flatMap((choice) =>
    found.choices.map((part) => {
      const both = [...choice];
      at.forEach((variable, i) => {
        both[variable] = part[i];
      });
      return both;
    }),
  );
  const own = ownObjectives(space, k);
  const sets = whole.sets.flatMap((set) =>
    points.map((point) => ({
      ...set,
      bounded: [...set.bounded, ...own.map((factors, j) => ({ factors, floor: point.values[j] }))],
    })),
  );
  return { choices: firstInOrder(choices), count: whole.count * found.count, counted: whole.counted, sets };
}

/** What a track gives each principal, over the variables of the whole. */
function ownObjectives(space: FramingSpace, k: number): Factor[][] {
  const { variables, objectives } = trackValues(space, k);
  return objectives.map((factors) => factors.map((factor) => extendFactor(factor, variables, space.variables)));
}

/** Variables of the whole that belong to a track. */
function placesOf(space: FramingSpace, k: number): number[] {
  return space.layout.tracks[k].issues.map((issue) => space.variables.place[issue]);
}

function oneAfterTheOther(space: FramingSpace, rule: FocalRule, tracks: readonly TrackFrontier[], extra: Extra): FoundDeals {
  const whole = wholeProblem(space, extra);
  const found: (readonly number[])[] = [];
  let counted = true;
  const settle = (k: number, fixed: readonly Mask[]) => {
    if (found.length >= LISTED) {
      counted = false;
      return;
    }
    const own = ownObjectives(space, k);
    const problem: ChoiceProblem = {
      ...whole,
      objectives: own,
      floors: own.map(() => -Infinity),
      forbidden: [...whole.forbidden, ...fixed],
    };
    const { base, spans } = tracks[k];
    for (const point of pick(pointsOf(problem), base, spans, rule)) {
      const at = placesOf(space, k);
      const parts = point.truncated
        ? partsByDescent({ ...problem, floors: point.values }, at)
        : distinct(point.choices.map((choice) => at.map((v) => choice[v])));
      if (parts.length > LISTED) counted = false;
      for (const part of parts.slice(0, LISTED)) {
        const more = [...fixed, ...part.map((option, i) => only(at[i], option, space.variables.sizes))];
        if (k + 1 < space.layout.tracks.length) settle(k + 1, more);
        else found.push(more.map(({ mask }) => mask.indexOf(0)));
      }
    }
  };
  settle(0, []);
  if (found.length === 0) return noDeals;
  const order = space.layout.tracks.flatMap((_, k) => placesOf(space, k));
  const choices = found.map((options) => {
    const choice = new Array<number>(options.length);
    order.forEach((variable, i) => {
      choice[variable] = options[i];
    });
    return choice;
  });
  return { choices: firstInOrder(choices), count: BigInt(choices.length), counted, sets: [] };
}

/** Forbids every other option of a variable. */
function only(variable: number, option: number, sizes: readonly number[]): Mask {
  const mask = new Uint8Array(sizes[variable]).fill(1);
  mask[option] = 0;
  return { scope: [variable], mask };
}

function distinct(parts: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(parts.map((part) => [part.join(), part])).values()];
}

/** The options that some variables can have in feasible choices, one variable after the other, one more than are listed at most. */
function partsByDescent(problem: ChoiceProblem, at: readonly number[]): (readonly number[])[] {
  const parts: (readonly number[])[] = [];
  const descend = (part: readonly number[], forbidden: readonly Mask[]) => {
    if (parts.length > LISTED) return;
    const here = bestChoice({ ...problem, forbidden }, []);
    if (here === null) return;
    if (part.length === at.length) {
      parts.push(part);
      return;
    }
    const variable = at[part.length];
    for (let option = 0; option < problem.sizes[variable]; option++) {
      descend([...part, option], [...forbidden, only(variable, option, problem.sizes)]);
    }
  };
  descend([], problem.forbidden);
  return parts;
}
