import type { Mask } from "../numeric/choice-problem.ts";
import { feasibleChoice } from "../numeric/feasible-choice.ts";
import type { FramingSpace } from "./framing-space.ts";
import { restrictFactor, restrictMask } from "./restrict-table.ts";
import { eachCell, type Variables, variablesOf } from "./variables.ts";
import { trackFloors } from "./whole-problem.ts";

/** With more combinations than this on the joined issues, the tracks are better solved together. */
const MOST_CELLS = 4096;

/**
 * Forbids, over one track's own issues, what would leave the tracks after it without a permitted completion. Only the
 * issues that a line joins to later tracks matter, so that what can follow is settled once for each of their combinations.
 *
 * @param own the track's issues open, those of earlier tracks fixed
 * @param masks what no deal may contain, over the framing's variables
 * @returns null where the joined issues have too many combinations
 */
export function completionMask(
  space: FramingSpace,
  k: number,
  own: Variables,
  masks: readonly Mask[],
): Mask | null {
  const { subject, layout, variables: whole } = space;
  const later = layout.tracks
    .flatMap(({ issues }, other) => (other > k ? issues : []))
    .toSorted((a, b) => a - b);
  const isLater = (at: number) => later.includes(whole.issues[at]);
  const touching = masks.filter((mask) => mask.mask.includes(1) && mask.scope.some(isLater));
  const joined = touching
    .flatMap(({ scope }) => scope.map((at) => own.place[whole.issues[at]]))
    .filter((at) => at >= 0);
  const scope = [...new Set(joined)].sort((a, b) => a - b);
  const cells = scope.reduce((product, at) => product * own.sizes[at], 1);
  if (cells > MOST_CELLS) return null;
  const asked = layout.tracks.flatMap((_, other) => (other > k ? trackFloors(space, other) : []));
  const mask = new Uint8Array(cells);
  eachCell(scope, own, (cell, outcome) => {
    const rest = variablesOf(subject, later, outcome);
    const completion = feasibleChoice({
      sizes: rest.sizes,
      objectives: [],
      floors: [],
      bounded: asked.map(({ factors, floor }) => ({
        factors: factors.map((f) => restrictFactor(f, whole, rest)),
        floor,
      })),
      forbidden: touching.map((line) => restrictMask(line, whole, rest)),
    });
    mask[cell] = completion === null ? 1 : 0;
  });
  return { scope, mask };
}
