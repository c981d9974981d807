import { describe, expect, test } from "vitest";
import { rankedOptionValues, rankOrderCentroid } from "./rank-order-centroid.ts";

const close = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [at, value] of actual.entries()) expect(value).toBeCloseTo(expected[at], 12);
};

describe("rankOrderCentroid", () => {
  test("strict rankings: Barron & Barrett (1996), table 1", () => {
    close(rankOrderCentroid([1, 1]), [0.75, 0.25]);
    close(rankOrderCentroid([1, 1, 1]), [11 / 18, 5 / 18, 2 / 18]);
    close(rankOrderCentroid([1, 1, 1, 1]), [25 / 48, 13 / 48, 7 / 48, 3 / 48]);
  });

  test("a level shares the average of the positions it occupies", () => {
    close(rankOrderCentroid([1, 2]), [11 / 18, 7 / 36]);
    close(rankOrderCentroid([2, 1]), [8 / 18, 2 / 18]);
  });

  test("nothing known: all alike", () => close(rankOrderCentroid([4]), [0.25]));

  test("nothing to weigh", () => close(rankOrderCentroid([]), []));
});

describe("rankedOptionValues", () => {
  test("equally spaced from 100 to 0", () => close(rankedOptionValues([1, 1, 1]), [100, 50, 0]));
  test("a level shares the average", () => close(rankedOptionValues([1, 2, 1]), [100, 50, 0]));
  test("one option", () => close(rankedOptionValues([1]), [0]));
});
