import { expect, test } from "vitest";
import { tenths } from "./readings-tenths.ts";

test.each([
  [
    [1, 0, 0],
    [10, 0, 0],
  ],
  [
    [0.3, 0.2, 0.5],
    [3, 2, 5],
  ],
  // 3.5, 3.3 and 3.2: one is left, and the largest remainder is the first's.
  [
    [0.35, 0.33, 0.32],
    [4, 3, 3],
  ],
  // Equal remainders: the first.
  [
    [1 / 3, 1 / 3, 1 / 3],
    [4, 3, 3],
  ],
  // 0.1 + 0.2 is a little more than 0.3, and 0.7 - 0.4 a little less.
  [
    [0.1 + 0.2, 0.7 - 0.4, 0.4],
    [3, 3, 4],
  ],
  [
    [0.04, 0.96],
    [0, 10],
  ],
])("%j in tenths is %j", (shares, expected) => {
  expect(tenths(shares)).toEqual(expected);
});
