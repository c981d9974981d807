import { describe, expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

describe("distribution function", () => {
  // scipy.stats.norm.cdf 1.17.1; at −10, where that is off by 7e-15, Mills' ratio.
  test.each([
    [-10, 7.619853024160525e-24],
    [-3, 0.0013498980316300946],
    [-1, 0.15865525393145707],
    [-0.3, 0.3820885778110474],
    [0.5, 0.6914624612740131],
    [2, 0.9772498680518208],
    [6, 0.9999999990134123],
  ])("at %d", (z, chance) => {
    expect(Math.abs(normalCdf(z) / chance - 1)).toBeLessThan(3e-15);
  });

  test("at the ends", () => {
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
  });
});

describe("quantile", () => {
  // Wichura (1988), p. 480: the values that PPND16 must give.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
  ])("at %d", (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(2e-15);
  });

  test("at the middle and the ends", () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    expect(() => normalQuantile(1.1)).toThrow("1.1");
  });
});
