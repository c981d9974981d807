import fc from "fast-check";
import { expect, test } from "vitest";
import { addAll, emptySum, joinedSum, total } from "./compensated-sum.ts";
import { joinedMoments, moments } from "./moments.ts";
import {
  joinSketch,
  packSketch,
  percentile,
  percentileSketch,
  sketchAll,
  unpackSketch,
} from "./percentile-sketch.ts";

const value = fc.double({ min: -50, max: 150, noNaN: true });
const chunks = fc.array(fc.array(value, { maxLength: 12 }), { minLength: 1, maxLength: 8 });

test("moments of parts are those of the whole", () => {
  fc.assert(
    fc.property(chunks, (parts) => {
      const joined = parts.map(moments).reduce(joinedMoments);
      const whole = moments(parts.flat());
      expect(joined.count).toBe(whole.count);
      expect(joined.mean).toBeCloseTo(whole.mean, 10);
      expect(joined.variance).toBeCloseTo(whole.variance, 7);
    }),
  );
});

test("moments are the textbook's", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (values) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
      const found = moments(values);
      expect(found.mean).toBeCloseTo(mean, 10);
      expect(found.variance).toBeCloseTo(variance, 8);
    }),
  );
});

test("sums of parts, joined in order, are the exact sum to the last digits", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), { maxLength: 8 }), { maxLength: 8 }),
      (parts) => {
        const scaled = parts.map((part) => part.map((n) => n / 1024));
        const found = total(scaled.map((part) => addAll(emptySum, part)).reduce(joinedSum, emptySum));
        const exact = Number(parts.flat().reduce((sum, n) => sum + BigInt(n), 0n)) / 1024;
        expect(found).toBe(exact);
      },
    ),
  );
});

test("sketches joined in any order have the same bytes, and packing keeps them", () => {
  fc.assert(
    fc.property(chunks, fc.infiniteStream(fc.nat()), (parts, shuffle) => {
      const sketchOf = (list: readonly (readonly number[])[]) => {
        const all = percentileSketch(0, 100, 201);
        for (const part of list) {
          const one = percentileSketch(0, 100, 201);
          sketchAll(one, part);
          joinSketch(all, unpackSketch(JSON.parse(JSON.stringify(packSketch(one)))));
        }
        return all;
      };
      const other = parts
        .map((part) => ({ part, key: shuffle.next().value as number }))
        .sort((a, b) => a.key - b.key);
      expect(sketchOf(other.map(({ part }) => part))).toEqual(sketchOf(parts));
    }),
  );
});

test("percentiles are the sorted list's to half a bin", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 99 }),
      (values, p) => {
        const sketch = percentileSketch(0, 100, 201);
        sketchAll(sketch, values);
        const wanted = values.toSorted((a, b) => a - b)[Math.ceil((p * values.length) / 100) - 1];
        expect(Math.abs(percentile(sketch, p / 100)! - wanted)).toBeLessThanOrEqual(0.25 + 1e-9);
      },
    ),
  );
});
