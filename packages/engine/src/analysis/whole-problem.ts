import type { ChoiceProblem, Factor, Mask } from "../numeric/choice-problem.ts";
import type { FramingSpace } from "./framing-space.ts";
import { extendFactor, restrictFactor, restrictMask } from "./restrict-table.ts";
import { valueFactors } from "./value-factors.ts";
import { statusQuoOf, type Variables, variablesOf } from "./variables.ts";
import { worthOfOutcome } from "./worth-of-outcome.ts";

/** Constraints beyond those of a deal, over what is settled now: thresholds and lines of parties that need not agree. */
export interface Extra {
  readonly bounded: readonly { readonly factors: readonly Factor[]; readonly floor: number }[];
  readonly forbidden: readonly Mask[];
}

export const nothingExtra: Extra = { bounded: [], forbidden: [] };

/** What one track has to give each principal, the rest at the status quo, over the track's own variables. */
export interface TrackValues {
  readonly variables: Variables;
  /** By principal: expected value on the main track, value on another. */
  readonly objectives: readonly (readonly Factor[])[];
  /** By principal: value of no deal on the main track, of the status quo on another. */
  readonly floors: readonly number[];
}

export function trackValues(space: FramingSpace, k: number): TrackValues {
  const { subject, layout, variables: whole } = space;
  const variables = variablesOf(subject, layout.tracks[k].issues);
  if (k === 0) {
    const objectives = subject.principals.map((p) =>
      layout.tracks.length === 1
        ? space.expected[p]
        : space.expected[p].map((factor) => restrictFactor(factor, whole, variables)),
    );
    return { variables, objectives, floors: space.floors };
  }
  const statusQuo = statusQuoOf(subject);
  return {
    variables,
    objectives: subject.principals.map((p) => valueFactors(space.worths[p]!, variables)),
    floors: subject.principals.map((p) => worthOfOutcome(space.worths[p]!, statusQuo)),
  };
}

/** What no deal may contain: held lines of principals, and the status quo where a basket must be settled. */
export function bindingMasks(space: FramingSpace): Mask[] {
  return [...space.binding.map(({ mask }) => mask), ...space.mustSettle];
}

/**
 * One track settled by itself, under the lines that lie within it.
 *
 * @param without `agreement`: the track's status quo is left out; on the main track it always is
 */
export function trackProblem(space: FramingSpace, k: number, without?: "status-quo"): ChoiceProblem {
  const { variables, objectives, floors } = trackValues(space, k);
  const inside = (mask: Mask) => mask.scope.every((at) => variables.place[space.variables.issues[at]] >= 0);
  return {
    sizes: variables.sizes,
    objectives,
    floors,
    bounded: [],
    forbidden: bindingMasks(space)
      .filter(inside)
      .map((mask) => restrictMask(mask, space.variables, variables)),
    excluded: k === 0 || without === "status-quo" ? statusQuoChoice(variables) : [],
  };
}

/**
 * All deals of a framing over what is settled now: complete outcomes that break no binding line, whose main track is worth
 * no deal to every principal and is not the status quo, and whose other tracks leave nobody worse off, each by itself.
 * Objectives are the principals' expected values of the whole.
 */
export function wholeProblem(space: FramingSpace, extra: Extra = nothingExtra): ChoiceProblem {
  const { subject, layout, variables } = space;
  const objectives = subject.principals.map((p) => space.expected[p]);
  const forbidden = [...bindingMasks(space), ...extra.forbidden];
  if (layout.tracks.length === 1) {
    const excluded = statusQuoChoice(variables);
    return {
      sizes: variables.sizes,
      objectives,
      floors: space.floors,
      bounded: extra.bounded,
      forbidden,
      excluded,
    };
  }
  return {
    sizes: variables.sizes,
    objectives,
    floors: subject.principals.map(() => -Infinity),
    bounded: [
      ...movesSomething(space),
      ...layout.tracks.flatMap((_, k) => trackFloors(space, k)),
      ...extra.bounded,
    ],
    forbidden,
  };
}

/** What a track gives each principal, over the variables of the whole. */
export function trackObjectives(space: FramingSpace, k: number): Factor[][] {
  const { variables, objectives } = trackValues(space, k);
  return objectives.map((factors) =>
    factors.map((factor) => extendFactor(factor, variables, space.variables)),
  );
}

/** What a track asks, over the variables of the whole. */
export function trackFloors(space: FramingSpace, k: number): Extra["bounded"] {
  const { floors } = trackValues(space, k);
  return trackObjectives(space, k).flatMap((factors, at) =>
    floors[at] === -Infinity ? [] : [{ factors, floor: floors[at] }],
  );
}

/** At least one issue of the main track leaves the status quo, as a count; nothing where the track has none. */
export function movesSomething(space: FramingSpace): Extra["bounded"] {
  const main = variablesOf(space.subject, space.layout.tracks[0].issues);
  if (statusQuoChoice(main).length === 0) return [];
  const factors = main.issues.map((issue): Factor => {
    const at = space.variables.place[issue];
    const values = new Float64Array(space.variables.sizes[at]).fill(1);
    values[main.fixed[issue]] = 0;
    return { scope: [at], values };
  });
  return [{ factors, floor: 1 }];
}

function statusQuoChoice(variables: Variables): number[][] {
  const choice = variables.issues.map((issue) => variables.fixed[issue]);
  return choice.includes(-1) ? [] : [choice];
}
