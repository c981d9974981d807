import { expect, test } from "vitest";
import { choiceOrder, openAfter } from "./choice-order.ts";

test("variables that share no table come last, from the highest index down; single options first", () => {
  expect(choiceOrder([2, 3, 1, 2], [])).toEqual([2, 3, 1, 0]);
  expect(choiceOrder([2, 3, 2, 2], [[1, 3]]).slice(2)).toEqual([2, 0]);
});

test("along a chain no more than one variable stays open", () => {
  const scopes = [
    [0, 4],
    [4, 1],
    [1, 3],
    [3, 2],
  ];
  const order = choiceOrder([5, 5, 5, 5, 5], scopes);
  for (let taken = 1; taken <= order.length; taken++)
    expect(openAfter(order.slice(0, taken), scopes).length).toBeLessThanOrEqual(1);
});

test("a variable is open until all its tables are complete", () => {
  expect(
    openAfter(
      [2, 0],
      [
        [0, 1, 2],
        [0, 3],
      ],
    ),
  ).toEqual([2, 0]);
  expect(
    openAfter(
      [2, 0, 1],
      [
        [0, 1, 2],
        [0, 3],
      ],
    ),
  ).toEqual([0]);
});
