import { expect, test } from "vitest";
import { cholesky } from "./cholesky.ts";

test("a matrix that a reader can multiply back", () => {
  const factor = cholesky([4, 2, 2, 5], 2);
  expect(factor).toEqual({ kind: "factor", lower: Float64Array.of(2, 0, 1, 2) });
});

test("perfect correlation is a factor with nothing left to vary", () => {
  expect(cholesky([1, -1, -1, 1], 2)).toEqual({ kind: "factor", lower: Float64Array.of(1, 0, -1, 0) });
});

test("says at which row it fails", () => {
  expect(cholesky([1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1], 3)).toEqual({
    kind: "not-semidefinite",
    row: 2,
  });
  expect(cholesky([1, 1, 0.5, 1, 1, 0, 0.5, 0, 1], 3)).toEqual({ kind: "not-semidefinite", row: 2 });
});
