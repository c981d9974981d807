import { describe, expect, test } from "vitest";
import { replicateInterval, shareInterval } from "./replicate-interval.ts";
import { studentQuantile } from "./student-quantile.ts";
import { wilsonInterval } from "./wilson-interval.ts";

describe("Wilson", () => {
  // Newcombe (1998), Statistics in Medicine 17, table I: score method without continuity correction.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i", (yes, draws, low, high) => {
    const found = wilsonInterval(yes, draws);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test("all of them reaches 1; nonsense is refused", () => {
    expect(wilsonInterval(20, 20).high).toBe(1);
    expect(() => wilsonInterval(3, 2)).toThrow("3 of 2");
  });
});

// Fisher & Yates (1963), table III, two-sided 5 %; digits of scipy.stats.t.ppf 1.17.1.
test.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [5, 2.5705818356363146],
  [15, 2.131449545559776],
  [31, 2.039513446396408],
  [100, 1.9839715185235518],
])("t of 97.5 %% with %i degrees of freedom", (degrees, t) => {
  expect(Math.abs(studentQuantile(0.975, degrees) / t - 1)).toBeLessThan(1e-12);
  expect(studentQuantile(0.025, degrees)).toBeCloseTo(-t, 10);
});

test("t with one degree of freedom is Cauchy's: tan(π (p − 1/2))", () => {
  for (const p of [0.5, 0.6, 0.7, 0.8, 0.999])
    expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 9);
});

describe("scrambles", () => {
  test("sixteen means 0 and 1 by turns: 0.5 ± 2.1314 · √(16/60) / 4", () => {
    const means = Array.from({ length: 16 }, (_, i) => i % 2);
    const found = replicateInterval(means);
    expect(found.mean).toBe(0.5);
    expect(found.high - 0.5).toBeCloseTo((2.131449545559776 * Math.sqrt(4 / 15)) / 4, 12);
  });

  test("fifteen are too few", () => {
    expect(() => replicateInterval(new Float64Array(15))).toThrow("15");
  });

  test("a share that no draw showed may be up to 3 in all the draws", () => {
    expect(shareInterval(new Float64Array(16), 1600)).toMatchObject({
      low: 0,
      high: expect.closeTo(3 / 1600, 5),
    });
    expect(shareInterval(new Float64Array(16).fill(1), 1600)).toMatchObject({
      low: expect.closeTo(1 - 3 / 1600, 5),
      high: 1,
    });
  });
});
