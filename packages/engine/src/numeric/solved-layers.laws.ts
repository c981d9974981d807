import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyProblem } from "./brute-force.oracle.ts";
import { type ChoiceLayer, choiceLayers } from "./choice-layers.ts";
import { type ChoicePlan, choicePlan } from "./choice-plan.ts";
import { finalPoints } from "./final-points.ts";
import { solvedLayers } from "./solved-layers.ts";
import { choiceCounts, choiceLister } from "./tied-choices.ts";

describe.each(["integer", "decimal", "real"] as const)("%s values", (kind) => {
  test.each([
    ["light", { easy: 0, light: 1e6, hard: 1e6 }],
    ["thorough", { easy: 0, light: 0, hard: 1e6 }],
  ])("known points, prices and a %s search change nothing in the outcome", (_, effort) => {
    fc.assert(
      fc.property(anyProblem(kind, { min: 0, max: 4 }, 6), (problem) => {
        const plan = choicePlan(problem, 1e-9) as ChoicePlan;
        if (plan.hopeless) return;
        const wanted = choiceLayers(plan, { ties: "all", limit: 1e6 }) as ChoiceLayer[];
        const found = solvedLayers(plan, "all", effort) as ChoiceLayer[];
        expect(summary(plan, found)).toEqual(summary(plan, wanted));
      }),
      { numRuns: 1500 },
    );
  });
});

function summary(plan: ChoicePlan, layers: ChoiceLayer[]) {
  const last = layers[layers.length - 1];
  const lister = choiceLister(plan, layers, 3);
  return finalPoints(plan, last.values, last.starts[1]).map(({ values, nodes }) => ({
    values: values.map((value) => value.toFixed(7)),
    count: choiceCounts(plan, layers, nodes).reduce((sum, count) => sum + count, 0n),
    choices: lister(nodes),
  }));
}
