import fc from "fast-check";
import { expect, test } from "vitest";
import { finiteNumber, hundredfold, hundredth } from "./hundredfold.ts";

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((value) => value + 0);

test("points written and read again are the same points", () => {
  fc.assert(
    fc.property(number, (points) => {
      expect(hundredfold(hundredth(points))).toBe(points);
    }),
  );
});

test("moving the point is exact where a product is not", () => {
  expect([hundredfold("0.07"), hundredfold(0.57), hundredfold(".29"), hundredfold("1.1e-2")]).toEqual([
    7, 57, 29, 1.1,
  ]);
});

test("numbers as Java writes them, and nothing else", () => {
  expect(["1", "-.5", "1.e3", " 2 ", "1.5d", "1E-2F"].map(finiteNumber)).toEqual([
    1, -0.5, 1000, 2, 1.5, 0.01,
  ]);
  expect(["", "x", "1,5", "0x10", "NaN", "Infinity", "1e999", "--1", undefined].map(finiteNumber)).toEqual(
    Array(9).fill(undefined),
  );
});
