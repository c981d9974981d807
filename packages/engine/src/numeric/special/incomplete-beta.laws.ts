import fc from "fast-check";
import { expect, test } from "vitest";
import { beta } from "./incomplete-beta.ts";

const parameter = fc.double({ min: 0.5, max: 200, noNaN: true });
const pert = fc.double({ min: 1, max: 5, noNaN: true });
const chance = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

test("the quantile undoes the distribution function", () => {
  fc.assert(
    fc.property(parameter, parameter, chance, (a, b, p) => {
      const { cdf, quantile } = beta(a, b);
      const x = quantile(p);
      // Near 1 a step of the last digit of x alone can move the chance by more.
      const digit = Math.abs(cdf(Math.min(1, x + 2.3e-16)) - cdf(x - 2.3e-16));
      expect(Math.abs(cdf(x) - p)).toBeLessThan(1e-12 + digit);
    }),
    { numRuns: 500 },
  );
});

test("the quantiles of a PERT range are accurate to 1e-12", () => {
  fc.assert(
    fc.property(pert, chance, (a, p) => {
      const { cdf, quantile } = beta(a, 6 - a);
      const x = quantile(p);
      const slack = 1e-12;
      expect(cdf(x - slack)).toBeLessThanOrEqual(p + 1e-14);
      expect(cdf(x + slack)).toBeGreaterThanOrEqual(p - 1e-14);
    }),
    { numRuns: 500 },
  );
});

test("mirrored: I_x(a, b) = 1 − I_{1−x}(b, a)", () => {
  fc.assert(
    fc.property(parameter, parameter, fc.integer({ min: 0, max: 4096 }), (a, b, step) => {
      // Steps of a power of two, so that 1 − x is exact.
      const x = step / 4096;
      expect(beta(a, b).cdf(x) + beta(b, a).cdf(1 - x)).toBeCloseTo(1, 11);
    }),
  );
});

test("the quantile keeps order", () => {
  fc.assert(
    fc.property(pert, chance, fc.double({ min: 1e-9, max: 0.1, noNaN: true }), (a, p, step) => {
      const { quantile } = beta(a, 6 - a);
      expect(quantile(Math.min(1, p + step))).toBeGreaterThan(quantile(p));
    }),
    { numRuns: 300 },
  );
});
