import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

const chance = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const score = fc.double({ min: -8, max: 8, noNaN: true });

test("each undoes the other", () => {
  fc.assert(
    fc.property(chance, (p) => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-15 + 1e-14 * Math.min(p, 1 - p));
    }),
  );
});

test("the two tails are mirrored", () => {
  fc.assert(
    fc.property(score, (z) => {
      expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 15);
      expect(normalQuantile(0.25 + z / 64)).toBeCloseTo(-normalQuantile(0.75 - z / 64), 13);
    }),
  );
});

test("both keep order", () => {
  fc.assert(
    fc.property(score, fc.double({ min: 1e-9, max: 1, noNaN: true }), (z, step) => {
      expect(normalCdf(z + step)).toBeGreaterThanOrEqual(normalCdf(z));
      const p = normalCdf(z);
      if (p < 1 - 1e-9) expect(normalQuantile(p + 1e-10)).toBeGreaterThan(normalQuantile(p));
    }),
  );
});
