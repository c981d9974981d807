import fc from "fast-check";
import { expect, test } from "vitest";
import { tenths } from "./readings-tenths.ts";

const counts = fc
  .array(fc.nat(5000), { minLength: 1, maxLength: 9 })
  .filter((list) => list.some((count) => count > 0));

test("tenths sum to ten, each within a tenth of its share, and none above a larger share's", () => {
  fc.assert(
    fc.property(counts, (list) => {
      const total = list.reduce((sum, count) => sum + count, 0);
      const found = tenths(list.map((count) => count / total));
      expect(found.reduce((sum, count) => sum + count, 0)).toBe(10);
      list.forEach((count, i) => {
        expect(Math.abs(found[i] - (10 * count) / total)).toBeLessThan(1);
        list.forEach((other, j) => {
          if (count > other) expect(found[i]).toBeGreaterThanOrEqual(found[j]);
        });
      });
    }),
  );
});
