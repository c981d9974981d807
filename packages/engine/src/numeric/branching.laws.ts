import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { branchedBest, branchedCount, branchedFirst } from "./branched-choice.ts";
import { branchedFrontier } from "./branched-frontier.ts";
import { anyProblem, bruteFrontier, everyFeasible } from "./brute-force.oracle.ts";
import type { ChoiceProblem } from "./choice-problem.ts";

const TOLERANCE = 1e-9;

/** Bounds from tables one by one, and from all of them joined. */
const efforts = fc.constantFrom(
  { limit: Infinity, joined: 1 },
  { limit: Infinity, joined: 16 },
  { limit: Infinity },
);

/** Some problem of the oracle, half of the time with boxes over all of its variables, which leave options alike. */
function wideProblem(kind: "integer" | "decimal" | "real", objectives: { min: number; max: number }) {
  const size = { integer: 1, decimal: 0.1, real: Math.SQRT2 }[kind];
  return fc
    .tuple(anyProblem(kind, objectives), fc.boolean(), fc.array(fc.array(fc.nat(3), { minLength: 11 })))
    .map(([problem, boxed, draws]): ChoiceProblem => {
      if (!boxed) return problem;
      const { sizes } = problem;
      const scope = sizes.map((_, v) => v);
      const entries = sizes.reduce((product, of) => product * of, 1);
      const boxes = (draw: readonly number[]) => {
        const values = new Float64Array(entries);
        for (let at = 0; at < entries; at++) {
          let [rest, inside] = [at, true];
          for (let v = sizes.length - 1; v >= 0; v--) {
            const option = rest % sizes[v];
            rest = (rest - option) / sizes[v];
            inside &&= option >= draw[2 * v] - 1 && option <= draw[2 * v + 1] + 1;
          }
          if (inside) values[at] = (draw[10] - 1) * size;
        }
        return { scope, values };
      };
      return {
        ...problem,
        objectives: problem.objectives.map((_, j) =>
          draws.flatMap((draw, i) => (i % problem.objectives.length === j ? [boxes(draw)] : [])),
        ),
      };
    });
}

describe.each(["integer", "decimal", "real"] as const)("%s values", (kind) => {
  test("branching finds the frontier of looking at every choice: points, counts, listed choices", () => {
    fc.assert(
      fc.property(
        wideProblem(kind, { min: 0, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        efforts,
        (problem, list, effort) => {
          const found = branchedFrontier(problem, list, TOLERANCE, true, effort);
          if (found.kind !== "solved") throw new Error("not solved");
          const wanted = bruteFrontier(problem, list);
          const plain = (points: readonly (typeof wanted)[number][]) =>
            points.map(({ count, choices, truncated }) => ({ count, choices, truncated }));
          expect(plain(found.points as typeof wanted)).toEqual(plain(wanted));
          for (const [i, { values }] of found.points.entries())
            for (const [j, value] of values.entries()) expect(value).toBeCloseTo(wanted[i].values[j], 8);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("and the same best value, first choice, and count", () => {
    fc.assert(
      fc.property(wideProblem(kind, { min: 1, max: 1 }), efforts, (problem, effort) => {
        const feasible = everyFeasible(problem);
        const best = branchedBest(problem, TOLERANCE, effort);
        const plain: ChoiceProblem = {
          ...problem,
          objectives: [],
          floors: [],
          bounded: [...problem.bounded, { factors: problem.objectives[0], floor: problem.floors[0] }],
        };
        const first = branchedFirst(plain, TOLERANCE, effort);
        const some = branchedBest(plain, TOLERANCE, effort);
        expect(branchedCount(plain, TOLERANCE, effort)).toBe(BigInt(feasible.length));
        if (feasible.length === 0) {
          expect([best, first, some]).toEqual([null, null, null]);
          return;
        }
        if (best?.kind !== "best" || first?.kind !== "first" || some?.kind !== "best")
          throw new Error("not solved");
        expect(best.value).toBeCloseTo(Math.max(...feasible.map(({ values }) => values[0])), 9);
        expect(first.choice).toEqual(feasible[0].choice);
        for (const { choice } of [best, some])
          expect(feasible.some((one) => one.choice.join() === choice.join())).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("more work than allowed: nothing is said", () => {
  const values = Float64Array.from({ length: 64 }, (_, i) => (i * 37) % 64);
  const problem: ChoiceProblem = {
    sizes: [4, 4, 4],
    objectives: [
      [{ scope: [0, 1, 2], values }],
      [{ scope: [0, 1, 2], values: values.map((value) => -value) }],
    ],
    floors: [-Infinity, -Infinity],
    bounded: [],
    forbidden: [],
  };
  expect(branchedFrontier(problem, 1, TOLERANCE, true, { limit: 20 })).toEqual({
    kind: "too-large",
    limit: 20,
  });
  expect(branchedCount({ ...problem, objectives: [], floors: [] }, TOLERANCE, { limit: 0 })).toBe(64n);
});
