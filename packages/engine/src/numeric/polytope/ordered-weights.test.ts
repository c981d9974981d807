import { expect, test } from "vitest";
import { levelOrder } from "./level-order.ts";
import { orderedWeights } from "./ordered-weights.ts";
import { rankedValues } from "./ranked-values.ts";
import { simplexPoint } from "./simplex-point.ts";

test("a simplex point: exponential numbers over their sum", () => {
  const out = new Float64Array(3);
  simplexPoint([Math.exp(-1), Math.exp(-2), Math.exp(-5)], out);
  expect([...out]).toEqual([expect.closeTo(1 / 8, 15), expect.closeTo(2 / 8, 15), expect.closeTo(5 / 8, 15)]);
});

test("sorted values go to the levels, within a level by the raw numbers", () => {
  const out = new Float64Array(4);
  levelOrder([[2], [0, 3], [1]])([0.2, 0.9, 0.1, 0.7], [0.4, 0.3, 0.2, 0.1], out);
  expect([...out]).toEqual([0.2, 0.1, 0.4, 0.3]);
});

test("weights of 2 > {0, 1}", () => {
  const out = new Float64Array(3);
  orderedWeights([[2], [0, 1]])([Math.exp(-2), Math.exp(-5), Math.exp(-1)], out);
  expect([...out]).toEqual([expect.closeTo(1 / 8, 15), expect.closeTo(2 / 8, 15), expect.closeTo(5 / 8, 15)]);
});

test("ranked values: ends fixed, the middle where its number lies between the extremes", () => {
  const out = new Float64Array(4);
  rankedValues([[1], [0, 2], [3]], 0, 100)([0.9, 0.1, 0.4, 0.5], out);
  expect([...out]).toEqual([expect.closeTo(50, 12), 100, expect.closeTo(37.5, 12), 0]);
});

test("one option has the low end, two the ends", () => {
  const [one, two] = [new Float64Array(1), new Float64Array(2)];
  rankedValues([[0]], 0, 100)([0.3], one);
  rankedValues([[1], [0]], 0, 100)([0.3, 0.2], two);
  expect([...one, ...two]).toEqual([0, 0, 100]);
});
