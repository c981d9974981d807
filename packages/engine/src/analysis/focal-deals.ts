import { bestChoice } from "../numeric/best-choice.ts";
import type { ChoiceProblem, Factor, Mask } from "../numeric/choice-problem.ts";
import { countChoices } from "../numeric/count-choices.ts";
import { frontier } from "../numeric/frontier.ts";
import type { FrontierPoint } from "../numeric/frontier-result.ts";
import { TooLargeError } from "../numeric/too-large-error.ts";
import { completionMask } from "./completion-mask.ts";
import type { Table } from "./focal.ts";
import { dealsOfPoints, type FoundDeals, firstInOrder, LISTED } from "./found-deals.ts";
import type { FramingSpace } from "./framing-space.ts";
import { type Rule, ruleRows } from "./further-rules.ts";
import { restrictFactor, restrictMask } from "./restrict-table.ts";
import { spanOf } from "./span-of.ts";
import { type Variables, variablesOf } from "./variables.ts";
import {
  bindingMasks,
  type Extra,
  movesSomething,
  nothingExtra,
  trackFloors,
  trackObjectives,
  trackProblem,
  trackValues,
  wholeProblem,
} from "./whole-problem.ts";

/** Points that a rule picks, gains being counted from the given base. */
function pick(
  points: readonly FrontierPoint[],
  base: readonly number[],
  spans: readonly number[],
  rule: Rule,
): FrontierPoint[] {
  return ruleRows(gainsOf(points, base), spans, rule).map((at) => points[at]);
}

function gainsOf(points: readonly FrontierPoint[], base: readonly number[]): Table {
  const width = base.length;
  const cells = new Float64Array(points.length * width);
  for (let row = 0; row < points.length; row++) {
    const { values } = points[row];
    for (let p = 0; p < width; p++) cells[row * width + p] = values[p] - base[p];
  }
  return { rows: points.length, width, cells };
}

/** Exact frontier, or a stop: nothing here is answered by half. */
export function pointsOf(problem: ChoiceProblem): readonly FrontierPoint[] {
  const { points, exact, notes } = frontier(problem, { list: LISTED });
  if (!exact) throw new TooLargeError(notes.join(" "));
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
  return {
    problem,
    points: pointsOf(problem),
    base: baseOf(space, problem.floors),
    spans: problem.objectives.map(spanOf),
  };
}

/** Where a no-deal value is relaxed, gains still count from it. */
function baseOf(space: FramingSpace, floors: readonly number[]): number[] {
  return floors.map((floor, at) =>
    floor === -Infinity ? space.reading.noDeal[space.subject.principals[at]]! : floor,
  );
}

/** Whether a binding line joins issues of different tracks. */
export function linesCross(space: FramingSpace): boolean {
  const trackOf = new Map(
    space.layout.tracks.flatMap(({ issues }, k) => issues.map((issue) => [issue, k] as const)),
  );
  return bindingMasks(space).some(
    ({ scope, mask }) =>
      mask.includes(1) && new Set(scope.map((at) => trackOf.get(space.variables.issues[at]))).size > 1,
  );
}

/**
 * Focal deals of a framing by rule, all optima.
 *
 * One track: over the efficient deals. Several: each track's own, put together. Where something joins the tracks (a line,
 * or what `extra` asks), the main track is settled first, among outcomes that the others can complete, and then each other
 * track in case order, among what is left permitted.
 */
export function focalFinder(
  space: FramingSpace,
  tracks: readonly TrackFrontier[],
  extra: Extra = nothingExtra,
): (rule: Rule) => FoundDeals {
  const joined = extra.bounded.length > 0 || extra.forbidden.length > 0 || linesCross(space);
  if (space.layout.tracks.length === 1) {
    const { base, spans } = tracks[0];
    const problem = wholeProblem(space, extra);
    const points = joined ? pointsOf(problem) : tracks[0].points;
    const gains = gainsOf(points, base);
    return (rule) =>
      dealsOfPoints(
        ruleRows(gains, spans, rule).map((at) => points[at]),
        problem,
      );
  }
  if (joined) return oneAfterTheOther(space, tracks, extra);
  const start: FoundDeals = {
    choices: [space.variables.issues.map((issue) => space.variables.fixed[issue])],
    count: 1n,
    counted: true,
    sets: [wholeProblem(space)],
  };
  return (rule) =>
    tracks.reduce(
      (whole, track, k) =>
        together(space, whole, k, pick(track.points, track.base, track.spans, rule), track),
      start,
    );
}

/** Every pair. A deal among the first in order has each part among the first in order. */
function together(
  space: FramingSpace,
  whole: FoundDeals,
  k: number,
  points: readonly FrontierPoint[],
  track: TrackFrontier,
): FoundDeals {
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
  const own = trackObjectives(space, k);
  const sets = whole.sets.flatMap((set) =>
    points.map((point) => ({
      ...set,
      bounded: [...set.bounded, ...own.map((factors, j) => ({ factors, floor: point.values[j] }))],
    })),
  );
  return { choices: firstInOrder(choices), count: whole.count * found.count, counted: whole.counted, sets };
}

/** Variables of the whole that belong to a track. */
function placesOf(space: FramingSpace, k: number): number[] {
  return space.layout.tracks[k].issues.map((issue) => space.variables.place[issue]);
}

/** An option for each issue of the tracks settled so far, in their order. */
type Settled = readonly number[];

/** What the next track can still be, given those before it. */
interface Step {
  /** Over the issues not yet settled; objectives are the next track's. */
  readonly problem: ChoiceProblem;
  readonly points: readonly FrontierPoint[];
  /** The next track's issues as variables of the problem. */
  readonly at: readonly number[];
}

function oneAfterTheOther(
  space: FramingSpace,
  tracks: readonly TrackFrontier[],
  extra: Extra,
): (rule: Rule) => FoundDeals {
  const order = space.layout.tracks.flatMap(({ issues }) => issues);
  const known = new Map<string, Step>();
  const next = (k: number, settled: Settled): Step => {
    const key = settled.join();
    const step = known.get(key) ?? stepOf(space, extra, k, order, settled);
    known.set(key, step);
    return step;
  };
  return (rule) => {
    const found: Settled[] = [];
    let counted = true;
    const settle = (k: number, settled: Settled) => {
      if (k === tracks.length) {
        found.push(settled);
        return;
      }
      const { problem, points, at } = next(k, settled);
      for (const point of pick(points, tracks[k].base, tracks[k].spans, rule)) {
        const parts = partsOf(problem, point, at);
        for (const part of parts) {
          if (found.length < LISTED) settle(k + 1, [...settled, ...part]);
          else counted = false;
        }
      }
    };
    settle(0, []);
    const choices = found.map((options) => {
      const choice = new Array<number>(order.length);
      order.forEach((issue, i) => {
        choice[space.variables.place[issue]] = options[i];
      });
      return choice;
    });
    return { choices: firstInOrder(choices), count: BigInt(choices.length), counted, sets: [] };
  };
}

function stepOf(
  space: FramingSpace,
  extra: Extra,
  k: number,
  order: readonly number[],
  settled: Settled,
): Step {
  const { subject, layout, variables: from } = space;
  const outcome = from.fixed.slice();
  settled.forEach((option, i) => {
    outcome[order[i]] = option;
  });
  const alone =
    extra.bounded.length === 0 && extra.forbidden.length === 0 ? stepAlone(space, k, outcome) : null;
  if (alone !== null) return alone;
  const open = order.slice(settled.length).toSorted((a, b) => a - b);
  const to = variablesOf(subject, open, outcome);
  const others = layout.tracks.flatMap((_, other) => (other > k ? trackFloors(space, other) : []));
  const problem = stepProblem(space, k, to, [...others, ...extra.bounded], extra.forbidden);
  return { problem, points: pointsOf(problem), at: layout.tracks[k].issues.map((issue) => to.place[issue]) };
}

/** A track over its own issues, kept to what the later ones can complete; null where too many issues are joined. */
function stepAlone(space: FramingSpace, k: number, outcome: Int32Array): Step | null {
  const own = variablesOf(space.subject, space.layout.tracks[k].issues, outcome);
  const completion = completionMask(space, k, own, bindingMasks(space));
  if (completion === null) return null;
  const within = stepProblem(space, k, own, [], []);
  const problem = { ...within, forbidden: [...within.forbidden, completion] };
  return { problem, points: pointsOf(problem), at: own.issues.map((_, at) => at) };
}

/** What track `k` maximises over the open issues, and what it and `asked` require. */
function stepProblem(
  space: FramingSpace,
  k: number,
  to: Variables,
  asked: Extra["bounded"],
  forbidden: readonly Mask[],
): ChoiceProblem {
  const { variables: from } = space;
  const restrict = (factors: readonly Factor[]) => factors.map((factor) => restrictFactor(factor, from, to));
  // Lines that reach issues still to come are left to `completionMask` where those issues are not open here.
  const settledHere = (mask: Mask) =>
    mask.scope.every((at) => isSettledOrOpen(space, k, to, from.issues[at]));
  return {
    sizes: to.sizes,
    objectives: trackObjectives(space, k).map(restrict),
    floors: trackValues(space, k).floors,
    bounded: [...(k === 0 ? movesSomething(space) : []), ...asked].map(({ factors, floor }) => ({
      factors: restrict(factors),
      floor,
    })),
    forbidden: [...bindingMasks(space), ...forbidden]
      .filter(settledHere)
      .map((mask) => restrictMask(mask, from, to)),
  };
}

function isSettledOrOpen(space: FramingSpace, k: number, to: Variables, issue: number): boolean {
  return (
    to.place[issue] >= 0 ||
    space.layout.tracks.some(({ issues }, track) => track < k && issues.includes(issue))
  );
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

/** The options that some variables have in the choices of a point; of very many, one more than are listed at most. */
function partsOf(problem: ChoiceProblem, point: FrontierPoint, at: readonly number[]): (readonly number[])[] {
  const parts = distinct(point.choices.map((choice) => at.map((v) => choice[v])));
  if (!point.truncated) return parts;
  const same = { ...problem, floors: point.values };
  let found = 0n;
  for (const part of parts) {
    const fixed = part.map((option, i) => only(at[i], option, problem.sizes));
    const count = countChoices({ ...same, forbidden: [...same.forbidden, ...fixed] });
    if (!count.exact) return partsByDescent(same, at);
    found += count.count;
  }
  return found === point.count ? parts : partsByDescent(same, at);
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
