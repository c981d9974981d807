import { type ChoiceLayer, choiceLayers, type TooMany } from "./choice-layers.ts";
import type { ChoicePlan } from "./choice-plan.ts";
import { knownPoints } from "./known-points.ts";
import { promisingSums } from "./promising-sums.ts";
import type { SumRules } from "./sum-merger.ts";

const EASY = 20_000;
const HARD = 12_000_000;
const BEAM = 240;

/**
 * All steps of a plan. First plainly; where bounded sums make that long, again with a few feasible points found by a beam,
 * so that partial choices which can lead to nothing better are left out.
 */
export function solvedLayers(plan: ChoicePlan, ties: SumRules["ties"]): ChoiceLayer[] | TooMany {
  const floored = plan.sums > plan.objectives;
  const plain = choiceLayers(plan, { ties, limit: floored ? EASY : HARD });
  if (!floored || !("kind" in plain)) return plain;
  const known = plan.objectives > 0 ? knownPoints(plan, BEAM) : [];
  if (known.length === 0) return choiceLayers(plan, { ties, limit: HARD });
  return choiceLayers(plan, { ties, limit: HARD, outlooks: promisingSums(plan, known) });
}
