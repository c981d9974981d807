import { expect, test } from "vitest";
import { logGamma } from "./log-gamma.ts";

test("factorials", () => {
  let log = 0;
  for (let n = 1; n <= 30; n++) {
    expect(logGamma(n + 1)).toBeCloseTo(log + Math.log(n), 11);
    log += Math.log(n);
  }
});

test("half-integers: Γ(1/2) = √π", () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14);
  expect(logGamma(1.5)).toBeCloseTo(Math.log(0.5 * Math.sqrt(Math.PI)), 14);
});

// scipy.special.gammaln 1.17.1
test.each([
  [0.1, 2.252712651734206],
  [3.7, 1.428072326665388],
  [171.2, 707.60092684767],
])("log Γ(%d)", (x, value) => {
  expect(Math.abs(logGamma(x) / value - 1)).toBeLessThan(1e-14);
});

test("refuses what has no logarithm", () => {
  expect(() => logGamma(0)).toThrow("0");
  expect(() => logGamma(Number.NaN)).toThrow("NaN");
});
