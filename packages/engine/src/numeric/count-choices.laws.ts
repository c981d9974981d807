import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyProblem, everyFeasible } from "./brute-force.oracle.ts";
import { countChoices } from "./count-choices.ts";
import { reachingPairs } from "./reaching-pairs.ts";

describe.each(["integer", "decimal", "real"] as const)("%s values", (kind) => {
  test("the count is that of looking at every choice", () => {
    fc.assert(
      fc.property(anyProblem(kind), (problem) => {
        expect(countChoices(problem)).toEqual({ exact: true, count: BigInt(everyFeasible(problem).length) });
      }),
      { numRuns: 1000 },
    );
  });

  test("an estimate says how far off it may be", () => {
    let far = 0;
    let all = 0;
    fc.assert(
      fc.property(anyProblem(kind), fc.nat(1000), (problem, seed) => {
        const wanted = everyFeasible(problem).length;
        const found = countChoices(problem, { exact: false, seed });
        if (found.exact) {
          expect(Number(found.count)).toBe(wanted);
          return;
        }
        all++;
        if (wanted < found.low - 1e-6 || wanted > found.high + 1e-6) far++;
        expect(found.estimate).toBeGreaterThan(0.9 * wanted - 1e-6);
        expect(found.estimate).toBeLessThan(1.1 * wanted + 1e-6);
      }),
      { numRuns: 100, seed: 4 },
    );
    expect(far).toBeLessThan(0.15 * all + 1);
  });
});

test("pairs that reach, in any number of dimensions", () => {
  const points = (dims: number) =>
    fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: dims, maxLength: dims }),
      ),
      { maxLength: 70 },
    );
  const lists = fc
    .integer({ min: 0, max: 6 })
    .chain((dims) =>
      fc.tuple(
        fc.constant(dims),
        points(dims),
        points(dims),
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: dims, maxLength: dims }),
      ),
    );
  fc.assert(
    fc.property(lists, ([dims, a, b, floors]) => {
      let wanted = 0;
      for (const [w, p] of a)
        for (const [u, q] of b) if (floors.every((f, j) => p[j] + q[j] >= f)) wanted += w * u;
      const weighted = (list: typeof a) => ({
        values: Float64Array.from(list.flatMap(([, p]) => p)),
        weights: Float64Array.from(list, ([w]) => w),
      });
      expect(reachingPairs(weighted(a), weighted(b), dims, floors)).toBe(BigInt(wanted));
    }),
    { numRuns: 1000 },
  );
});
