import { describe, expect, test } from "vitest";
import { type FocalRule, focalRules } from "./deals-result.ts";
import { focalPoints } from "./focal.ts";

const all = (gains: readonly (readonly number[])[], spans = gains[0].map(() => 10)) =>
  Object.fromEntries(focalRules.map((rule: FocalRule) => [rule, focalPoints(gains, spans, rule)]));

describe("focalPoints", () => {
  test("the four rules part", () => {
    const gains = [
      [10, 0.5],
      [6, 2],
      [3, 3],
      [0.5, 4],
    ];
    // Products 5, 12, 9, 2; shares of the ideal (10, 4): least 0.125, 0.5, 0.3, 0.05; least gains 0.5, 2, 3, 0.5.
    expect(all(gains)).toEqual({ nash: [1], kalaiSmorodinsky: [1], egalitarian: [2], utilitarian: [0] });
  });

  test("all that tie", () => {
    expect(
      all([
        [4, 1],
        [2, 2],
        [1, 4],
      ]),
    ).toEqual({ nash: [0, 1, 2], kalaiSmorodinsky: [1], egalitarian: [1], utilitarian: [0, 2] });
  });

  test("a party that cannot gain leaves product and ratio", () => {
    expect(
      all([
        [0, 3, 1],
        [0, 1, 3],
        [0, 2, 1.9],
      ]).nash,
    ).toEqual([2]);
  });

  test("a product of 0 everywhere: leximin of gain over ideal gain", () => {
    // Ideal gains 4, 2, 1: shares (1, 0, 1), (0, 1, 1), (0.5, 0, 1).
    expect(
      all([
        [4, 0, 1],
        [0, 2, 1],
        [2, 0, 1],
      ]).nash,
    ).toEqual([0, 1]);
  });

  test("nobody gains: all tie", () =>
    expect(
      all([
        [0, 0],
        [0, 0],
      ]).nash,
    ).toEqual([0, 1]));
  test("nothing to choose from", () => expect(focalPoints([], [], "nash")).toEqual([]));
});
