import { expect, test } from "vitest";
import { above, descendingOrder } from "./descending-order.ts";

test("indices by descending value, equal values by index", () => {
  expect([...descendingOrder(Float64Array.of(2, 5, -1, 5, 2))]).toEqual([1, 3, 0, 4, 2]);
  expect([...descendingOrder(new Float64Array(0))]).toEqual([]);
});

test("places above, and at or above, a value", () => {
  const sorted = Float64Array.of(1, 2, 2, 3);
  expect([above(sorted, 2, true), above(sorted, 2, false), above(sorted, 9, true)]).toEqual([3, 1, 4]);
});
