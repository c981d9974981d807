import { describe, expect, test } from "vitest";
import { beta } from "./incomplete-beta.ts";

describe("distribution function", () => {
  test("closed forms: uniform, powers, the arcsine law", () => {
    expect(beta(1, 1).cdf(0.37)).toBeCloseTo(0.37, 13);
    expect(beta(5, 1).cdf(0.8)).toBeCloseTo(0.8 ** 5, 13);
    expect(beta(1, 4).cdf(0.3)).toBeCloseTo(1 - 0.7 ** 4, 13);
    expect(beta(0.5, 0.5).cdf(0.2)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 13);
  });

  // scipy.special.betainc 1.17.1
  test.each([
    [2, 4, 0.3, 0.47178],
    [30, 2, 0.95, 0.5365969098573434],
    [500, 400, 0.55, 0.3678576196996226],
    [8, 3, 0.001, 4.4920036000000015e-23],
  ])("I(a = %d, b = %d, x = %d)", (a, b, x, value) => {
    expect(Math.abs(beta(a, b).cdf(x) / value - 1)).toBeLessThan(2e-13);
  });
});

describe("quantile", () => {
  // scipy.stats.beta.ppf 1.17.1
  test.each([
    [2, 4, 0.1, 0.11223495854585855],
    [1, 5, 0.5, 0.12944943670387585],
    [3.4, 2.6, 0.9, 0.8113808400863658],
    [5, 1, 0.001, 0.251188643150958],
    [1.2, 4.8, 0.999, 0.7810410072917724],
  ])("a = %d, b = %d, p = %d", (a, b, p, x) => {
    expect(Math.abs(beta(a, b).quantile(p) - x)).toBeLessThan(1e-13);
  });

  test("of 0 and 1", () => {
    expect([beta(2, 3).quantile(0), beta(2, 3).quantile(1)]).toEqual([0, 1]);
  });
});

test("refuses parameters that are no distribution", () => {
  expect(() => beta(0, 1)).toThrow("0, 1");
});
