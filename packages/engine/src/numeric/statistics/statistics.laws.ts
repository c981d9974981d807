import fc from "fast-check";
import { expect, test } from "vitest";
import { midRanks, rankCorrelation } from "./rank-correlation.ts";
import { tenths } from "./tenths.ts";

test("tenths sum to ten, each less than one from its share, and a larger share never gets fewer", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }), (counts) => {
      const sum = counts.reduce((all, n) => all + n, 0);
      if (sum === 0) return;
      const parts = tenths(counts);
      expect(parts.reduce((all, n) => all + n, 0)).toBe(10);
      for (const [i, part] of parts.entries()) {
        expect(Math.abs(part - (10 * counts[i]) / sum)).toBeLessThan(1);
        for (const [j, other] of parts.entries())
          if (counts[i] > counts[j]) expect(part).toBeGreaterThanOrEqual(other);
      }
    }),
  );
});

const list = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 10, maxLength: 10 });
const rho = (a: readonly number[], b: readonly number[]) => {
  const found = rankCorrelation(midRanks(a), midRanks(b));
  return found.kind === "constant" ? undefined : found.rho;
};

test("rank correlation: symmetric, blind to rising changes of scale, −1 to 1, 1 with itself", () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      const found = rho(a, b);
      expect(rho(b, a)).toBe(found);
      expect(
        rho(
          a.map((x) => x ** 3 + 2 * x),
          b.map(Math.atan),
        ),
      ).toBe(found);
      if (found === undefined) return;
      expect(Math.abs(found)).toBeLessThanOrEqual(1);
      expect(rho(a, a)).toBeCloseTo(1, 12);
      expect(
        rho(
          a,
          b.map((x) => -x),
        ),
      ).toBeCloseTo(-found, 12);
    }),
  );
});

test("ranks sum to n (n + 1) / 2", () => {
  fc.assert(
    fc.property(list, (a) => {
      expect(midRanks(a).reduce((sum, r) => sum + r, 0)).toBe(55);
    }),
  );
});
