import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyProblem } from "./brute-force.oracle.ts";
import { type ChoiceLayer, choiceLayers } from "./choice-layers.ts";
import { type ChoicePlan, choicePlan } from "./choice-plan.ts";
import { finalPoints } from "./final-points.ts";
import { philoxStream } from "./philox.ts";
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

test("problems that need the beam's thinning: the same outcome as without it", () => {
  const draw = philoxStream(11, 0);
  for (let run = 0; run < 12; run++) {
    const sizes = Array.from({ length: 9 }, () => 4);
    const sum = () =>
      sizes.map((_, v) => ({
        scope: [v],
        values: Float64Array.from({ length: 4 }, () => Math.floor(draw() * (run % 2 ? 1e6 : 12))),
      }));
    const mean = (run % 2 ? 1e6 : 12) * 4.5;
    const plan = choicePlan(
      {
        sizes,
        objectives: Array.from({ length: 1 + (run % 3) }, sum),
        floors: Array.from({ length: 1 + (run % 3) }, () => -Infinity),
        bounded: Array.from({ length: 5 }, () => ({
          factors: sum(),
          floor: mean * (0.8 + 0.05 * (run % 5)),
        })),
        forbidden: [{ scope: [0, 4, 7], mask: Uint8Array.from({ length: 64 }, () => Number(draw() < 0.2)) }],
        excluded: [sizes.map(() => 1)],
      },
      1e-9,
    ) as ChoicePlan;
    const wanted = summary(plan, choiceLayers(plan, { ties: "all", limit: 1e7 }) as ChoiceLayer[]);
    expect(
      summary(plan, solvedLayers(plan, "all", { easy: 0, light: 1e7, hard: 1e7 }) as ChoiceLayer[]),
    ).toEqual(wanted);
    expect(
      summary(plan, solvedLayers(plan, "all", { easy: 0, light: 0, hard: 1e7 }) as ChoiceLayer[]),
    ).toEqual(wanted);
  }
});
