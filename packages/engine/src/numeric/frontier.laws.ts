import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestChoice } from "./best-choice.ts";
import { anyProblem, bruteFrontier, everyFeasible } from "./brute-force.oracle.ts";
import { enumeratedFrontier } from "./enumerated-frontier.ts";
import { frontier } from "./frontier.ts";

describe.each(["integer", "decimal", "real"] as const)("%s values", (kind) => {
  test("the frontier is that of looking at every choice", () => {
    fc.assert(
      fc.property(anyProblem(kind), fc.integer({ min: 1, max: 5 }), (problem, list) => {
        const result = frontier(problem, { list });
        expect(result.exact).toBe(true);
        same(result.points, bruteFrontier(problem, list));
      }),
      { numRuns: 1500 },
    );
  });

  test("so is that of the fallback", () => {
    fc.assert(
      fc.property(anyProblem(kind), (problem) => {
        same(enumeratedFrontier(problem, 3, 1e-9, "a test").points, bruteFrontier(problem, 3));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["ties carried along", undefined],
    ["one optimum first", { easy: 0, light: 0, hard: 0 }],
  ])("the best choice is the first of the best: %s", (_, effort) => {
    fc.assert(
      fc.property(anyProblem(kind, { min: 2, max: 3 }), (problem) => {
        const [objective] = problem.objectives;
        const feasible = everyFeasible({
          ...problem,
          objectives: [objective, ...problem.objectives],
          floors: [-Infinity, ...problem.floors],
        });
        const best = feasible.reduce((most, { values }) => Math.max(most, values[0]), -Infinity);
        const found = bestChoice(problem, objective, effort);
        if (feasible.length === 0) expect(found).toBeNull();
        else {
          expect(found!.value).toBeCloseTo(best, 9);
          expect(found!.choice).toEqual(feasible.find(({ values }) => values[0] >= best - 1e-9)!.choice);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function same(found: ReturnType<typeof frontier>["points"], wanted: ReturnType<typeof bruteFrontier>): void {
  const plain = (points: typeof found) =>
    points.map(({ count, choices, truncated }) => ({ count, choices, truncated }));
  expect(plain(found)).toEqual(plain(wanted));
  for (const [i, { values }] of found.entries()) {
    for (const [j, value] of values.entries()) expect(value).toBeCloseTo(wanted[i].values[j], 8);
  }
}
