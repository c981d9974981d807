import { type ChoiceLayer, choiceLayers, type TooMany } from "./choice-layers.ts";
import type { ChoicePlan } from "./choice-plan.ts";
import { floorPrices } from "./floor-prices.ts";
import { knownLayers } from "./known-points.ts";
import type { Outlook } from "./outlook.ts";
import { promisingSums, searchCorners } from "./promising-sums.ts";
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
export function solvedLayers(
  plan: ChoicePlan,
  ties: SumRules["ties"],
  effort: Effort = EFFORT,
): ChoiceLayer[] | TooMany {
  const floored = plan.sums > plan.objectives;
  const plain = choiceLayers(plan, { ties, limit: floored ? effort.easy : effort.hard });
  if (!floored || !("kind" in plain)) return plain;
  const prospects = prospectsOf(plan);
  if (prospects === "none") return choiceLayers({ ...plan, hopeless: true }, { ties, limit: effort.hard });
  const light = choiceLayers(plan, { ties, limit: effort.light, light: true, outlooks: prospects });
  return "kind" in light ? choiceLayers(plan, { ties, limit: effort.hard, outlooks: prospects }) : light;
}

/** `none`: prices prove that no choice reaches all floors. */
function prospectsOf(plan: ChoicePlan): Outlook[][] | "none" {
  const { objectives, sums } = plan;
  const lone = floorPrices(plan, new Float64Array(objectives));
  if (lone.bound < -1e-9) return "none";
  const mixOf = (prices: ArrayLike<number>, objective: number) =>
    Float64Array.from({ length: sums }, (_, s) =>
      s < objectives ? Number(s === objective) : prices[s - objectives],
    );
  const found = [promisingSums(plan, [mixOf(lone.prices, -1)], [Float64Array.of(0)])];
  if (objectives > 0) {
    const last = knownLayers(plan, BEAM)[plan.steps.length];
    const known = Array.from({ length: last.starts[1] }, (_, node) =>
      last.values.slice(node * sums, node * sums + objectives),
    );
    const corners = searchCorners(plan, known);
    const weights = Float64Array.from(
      { length: objectives },
      (_, j) => 1 / (plan.most[0][j] - plan.least[0][j] || 1) / objectives,
    );
    const { prices } = floorPrices(plan, weights);
    const priced = Array.from(weights, (weight, j) =>
      mixOf(
        prices.map((price) => price / objectives / weight),
        j,
      ),
    );
    found.push(promisingSums(plan, priced, corners));
    if (objectives <= 2 && prices.some((price) => price > 0)) {
      found.push(
        promisingSums(
          plan,
          Array.from(weights, (_, j) =>
            mixOf(
              prices.map(() => 0),
              j,
            ),
          ),
          corners,
        ),
      );
    }
  }
  return found[0].map((states, i) =>
    states.map((_, state) => allOf(found.map((outlooks) => outlooks[i][state]))),
  );
}

function allOf(outlooks: readonly Outlook[]): Outlook {
  return { promising: (held) => outlooks.every((outlook) => outlook.promising(held)) };
}
