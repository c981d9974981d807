import { describe, expect, test } from "vitest";
import { weightCentroid } from "./weight-centroid.ts";

describe("weightCentroid", () => {
  test("without statements: the rank-order centroid, exactly", () => {
    const { weights, exact, error } = weightCentroid({ levels: [[1], [0]], statements: [] }, 0);
    expect([...weights]).toEqual([0.25, 0.75]);
    expect([exact, error]).toEqual([true, 0]);
  });

  test("w0 at least twice w1: uniform on 2/3 … 1, so 5/6", () => {
    const { weights, exact, error } = weightCentroid({ levels: [[0, 1]], statements: [[1, -2]] }, 0);
    expect(exact).toBe(false);
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(weights[0] - 5 / 6)).toBeLessThan(0.005);
    expect(weights[0] + weights[1]).toBeCloseTo(1, 12);
  });

  test("w0 ≥ w1 ≥ w2 as statements comes near the rank-order centroid", () => {
    const { weights } = weightCentroid(
      {
        levels: [[0, 1, 2]],
        statements: [
          [1, -1, 0],
          [0, 1, -1],
        ],
      },
      3,
    );
    const expected = [11 / 18, 5 / 18, 2 / 18];
    for (const [at, value] of expected.entries()) expect(Math.abs(weights[at] - value)).toBeLessThan(0.01);
  });

  test("the same region gives the same bytes", () => {
    const region = { levels: [[0], [1, 2]], statements: [[1, -3, 0]] };
    expect(weightCentroid(region, 1)).toEqual(weightCentroid(region, 1));
  });

  test("a statement against the order", () => {
    const { weights, contradictory } = weightCentroid({ levels: [[0], [1]], statements: [[-1, 0.5]] }, 0);
    expect(contradictory).toBe(true);
    expect([...weights]).toEqual([0.75, 0.25]);
  });
});
