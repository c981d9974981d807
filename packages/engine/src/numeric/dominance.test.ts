import { expect, test } from "vitest";
import { nonDominated } from "./dominance.ts";

const kept = (points: number[][], tolerance?: number[]) => [
  ...nonDominated(Float64Array.from(points.flat()), points[0].length, tolerance),
];

test("two dimensions: the staircase, equal points included", () => {
  expect(
    kept([
      [3, 1],
      [2, 2],
      [1, 3],
      [1, 2],
      [2, 2],
      [3, 0],
    ]),
  ).toEqual([0, 1, 2, 4]);
});

test("one dimension: all that equal the largest", () => {
  expect(kept([[1], [3], [2], [3]])).toEqual([1, 3]);
});

test("as large everywhere and larger in one dimension is enough", () => {
  expect(
    kept([
      [1, 1, 1],
      [1, 1, 2],
      [0, 5, 0],
    ]),
  ).toEqual([1, 2]);
});

test("an advantage within the tolerance does not dominate", () => {
  expect(
    kept(
      [
        [1, 1],
        [1, 1 + 1e-12],
      ],
      [1e-9, 1e-9],
    ),
  ).toEqual([0, 1]);
  expect(
    kept(
      [
        [1, 1],
        [1, 1 + 1e-6],
      ],
      [1e-9, 1e-9],
    ),
  ).toEqual([1]);
});

test("no points, no survivors", () => {
  expect([...nonDominated(new Float64Array(0), 3)]).toEqual([]);
});
