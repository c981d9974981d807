import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kolmogorovDistance } from "./kolmogorov-distance.oracle.ts";
import { pert } from "./pert.ts";
import { streamKey } from "./stream-key.ts";
import { streamUniforms } from "./stream-uniforms.ts";
import { triangular } from "./triangular.ts";

const range = fc
  .array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((values) => values.toSorted((a, b) => a - b) as [number, number, number]);
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe.each([
  ["triangular", triangular],
  ["PERT", pert],
] as const)("%s", (name, family) => {
  test("keeps order and stays in the range", () => {
    fc.assert(
      fc.property(range, chance, chance, (ends, u, v) => {
        const q = family(...ends);
        const [low, high] = [q(Math.min(u, v)), q(Math.max(u, v))];
        const slack = name === "PERT" ? 1e-12 * (ends[2] - ends[0]) : 0;
        expect(low).toBeLessThanOrEqual(high + slack);
        expect(low).toBeGreaterThanOrEqual(ends[0]);
        expect(high).toBeLessThanOrEqual(ends[2]);
      }),
      { numRuns: 300 },
    );
  });

  test("moves and stretches with its range", () => {
    fc.assert(
      fc.property(
        range,
        chance,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        ([a, b, c], u, times, plus) => {
          const moved = family(times * a + plus, times * b + plus, times * c + plus)(u);
          expect(moved).toBeCloseTo(times * family(a, b, c)(u) + plus, 6);
        },
      ),
    );
  });
});

test("draws follow the triangular distribution (fixed seed)", () => {
  const u = new Float64Array(10_000);
  streamUniforms(streamKey(5, "range"), 0, u);
  const [a, b, c] = [10, 20, 50];
  const cdf = (x: number) =>
    x < b ? (x - a) ** 2 / ((c - a) * (b - a)) : 1 - (c - x) ** 2 / ((c - a) * (c - b));
  expect(kolmogorovDistance(u.map(triangular(a, b, c)), cdf)).toBeLessThan(1.63 / 100);
});
