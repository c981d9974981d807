import { type ChoiceLayer, choiceLayers, type TooMany } from "./choice-layers.ts";
import type { ChoicePlan } from "./choice-plan.ts";
import { knownPoints } from "./known-points.ts";
import { floorPrices } from "./floor-prices.ts";
import { type Outlook, promisingSums } from "./promising-sums.ts";
import type { SumRules } from "./sum-merger.ts";

/** Entries allowed at each attempt; see `choiceLayers`. */
export interface Effort {
  readonly easy: number;
  readonly light: number;
  readonly hard: number;
}

const EFFORT: Effort = { easy: 3_000, light: 200_000, hard: 12_000_000 };
const BEAM = 120;

/**
 * All steps of a plan. First plainly; where bounded sums make that long, again with a few feasible points found by a beam,
 * and prices for the floors, so that partial choices which can lead to nothing better are left out.
 */
export function solvedLayers(plan: ChoicePlan, ties: SumRules["ties"], effort: Effort = EFFORT): ChoiceLayer[] | TooMany {
  const floored = plan.sums > plan.objectives;
  const plain = choiceLayers(plan, { ties, limit: floored ? effort.easy : effort.hard });
  if (!floored || !("kind" in plain)) return plain;
  const outlooks = priced(plan);
  const light = choiceLayers(plan, { ties, limit: effort.light, light: true, outlooks });
  return "kind" in light ? choiceLayers(plan, { ties, limit: effort.hard, outlooks }) : light;
}

function priced(plan: ChoicePlan): Outlook[][] | undefined {
  const { objectives } = plan;
  if (objectives === 0) return undefined;
  const known = knownPoints(plan, BEAM);
  const weights = Float64Array.from({ length: objectives }, (_, j) => 1 / (plan.most[0][j] - plan.least[0][j] || 1) / objectives);
  const { prices } = floorPrices(plan, weights);
  const perObjective = Array.from(weights, (weight) => prices.map((price) => price / objectives / weight));
  const outlooks = promisingSums(plan, known, perObjective);
  if (objectives > 2 || prices.every((price) => price === 0)) return outlooks;
  const free = promisingSums(plan, known, perObjective.map((of) => of.map(() => 0)));
  return outlooks.map((states, i) => states.map((one, state) => both(one, free[i][state])));
}

function both(a: Outlook, b: Outlook): Outlook {
  return { promising: (held) => a.promising(held) && b.promising(held) };
}
