import { expect, test } from "vitest";
import { symmetricEigen } from "./symmetric-eigen.ts";

test("[[2, 1], [1, 2]] has 1 and 3; equal correlations ρ of n have 1 − ρ and 1 + (n − 1) ρ", () => {
  expect([...symmetricEigen([2, 1, 1, 2], 2).values].sort()).toEqual([
    expect.closeTo(1, 14),
    expect.closeTo(3, 14),
  ]);
  const rho = 0.4;
  const values = symmetricEigen([1, rho, rho, rho, 1, rho, rho, rho, 1], 3).values.toSorted();
  expect([...values]).toEqual([expect.closeTo(0.6, 14), expect.closeTo(0.6, 14), expect.closeTo(1.8, 14)]);
});
