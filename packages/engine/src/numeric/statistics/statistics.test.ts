import { describe, expect, test } from "vitest";
import { addAll, emptySum, total } from "./compensated-sum.ts";
import { joinSketch, percentile, percentileSketch, sketchAll } from "./percentile-sketch.ts";
import { midRanks, rankCorrelation } from "./rank-correlation.ts";
import { tenths } from "./tenths.ts";

test("Neumaier's own example: 1 + 1e100 + 1 − 1e100 is 2", () => {
  expect(total(addAll(emptySum, [1, 1e100, 1, -1e100]))).toBe(2);
});

describe("percentiles", () => {
  test("values on the grid are exact, also those outside it at the ends", () => {
    const sketch = percentileSketch(0, 100, 1001);
    sketchAll(sketch, [58, 20, 30, 58.1, -7, 58, 104]);
    expect([0.01, 0.2, 0.4, 0.5, 0.8, 1].map((p) => percentile(sketch, p))).toEqual(
      [-7, 20, 30, 58, 58.1, 104].map((x) => expect.closeTo(x, 9)),
    );
  });

  test("none of no values; two grids do not mix; what is not finite is refused", () => {
    const sketch = percentileSketch(0, 1, 11);
    expect(percentile(sketch, 0.5)).toBeUndefined();
    expect(() => joinSketch(sketch, percentileSketch(0, 2, 11))).toThrow("two grids");
    expect(() => sketchAll(sketch, [Number.NaN])).toThrow("NaN");
  });
});

describe("rank correlation", () => {
  test("ties share their places", () => {
    expect([...midRanks([10, 20, 10, 30, 20, 20])]).toEqual([1.5, 4, 1.5, 6, 4, 4]);
  });

  // Hours of television and IQ of ten people, the worked example of Wikipedia's "Spearman's rank correlation coefficient": −29/165.
  test("a worked example without ties", () => {
    const iq = midRanks([106, 100, 86, 101, 99, 103, 97, 113, 112, 110]);
    const hours = midRanks([7, 27, 2, 50, 28, 29, 20, 12, 6, 17]);
    const found = rankCorrelation(iq, hours);
    expect(found).toMatchObject({ kind: "correlation", rho: expect.closeTo(-29 / 165, 12) });
  });

  test("what never varies has none", () => {
    expect(rankCorrelation(midRanks([1, 1, 1]), midRanks([1, 2, 3]))).toEqual({ kind: "constant" });
  });
});

describe("tenths", () => {
  test.each([
    [
      [1, 1, 1],
      [4, 3, 3],
    ],
    [
      [0.25, 0.25, 0.5],
      [3, 2, 5],
    ],
    [
      [0.26, 0.29, 0.45],
      [3, 3, 4],
    ],
    [
      [0.3, 0.7],
      [3, 7],
    ],
    [
      [0, 999, 1],
      [0, 10, 0],
    ],
    [
      [0.04, 0.04, 0.04, 0.88],
      [1, 0, 0, 9],
    ],
  ])("%j are %j", (shares, parts) => {
    expect(tenths(shares)).toEqual(parts);
  });

  test("nothing to share is refused", () => {
    expect(() => tenths([0, 0])).toThrow("0, 0");
    expect(() => tenths([1, -1])).toThrow("-1");
  });
});
