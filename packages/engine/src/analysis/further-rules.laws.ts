import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "./focal.ts";
import { type Rule, ruleRows } from "./further-rules.ts";

const rowsOf = (gains: readonly (readonly number[])[]): Table => ({
  rows: gains.length,
  width: 3,
  cells: Float64Array.from(gains.flat()),
});

const gain = fc.integer({ min: 0, max: 20 });
const anyGains = fc.array(fc.tuple(gain, gain, gain), { minLength: 1, maxLength: 30 });
const rules: readonly Rule[] = ["raiffa", { weights: [1, 2, 3] }];
const spans = [20, 20, 20];

test("scaling a party's gains picks the same deals", () => {
  fc.assert(
    fc.property(anyGains, fc.constantFrom(0.25, 2, 8), fc.nat(2), (gains, factor, party) => {
      const scaled = gains.map((row) => row.map((value, p) => (p === party ? value * factor : value)));
      const widened = spans.map((span, p) => (p === party ? span * factor : span));
      for (const rule of rules)
        expect(ruleRows(rowsOf(scaled), widened, rule)).toEqual(ruleRows(rowsOf(gains), spans, rule));
    }),
  );
});

test("weighted Nash is the largest weighted product by looking at every deal", () => {
  fc.assert(
    fc.property(
      anyGains,
      fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 4 }))),
      (gains, weights) => {
        const products = gains.map((row) =>
          row.reduce((product, value, p) => product * value ** weights[p], 1),
        );
        const best = Math.max(...products);
        if (best === 0) return;
        const expected = products.flatMap((product, row) => (product > best * (1 - 1e-9) ? [row] : []));
        expect(ruleRows(rowsOf(gains), spans, { weights })).toEqual(expected);
      },
    ),
  );
});

test("Raiffa gives every party at least its share of what it could get at best, where some deal does", () => {
  fc.assert(
    fc.property(anyGains, (gains) => {
      const third = [0, 1, 2].map((p) => Math.max(...gains.map((row) => row[p])) / 3);
      const fair = (row: readonly number[]) => row.every((value, p) => value >= third[p] - 1e-9);
      const picked = ruleRows(rowsOf(gains), spans, "raiffa");
      expect(picked.length).toBeGreaterThan(0);
      if (gains.some(fair)) expect(picked.every((row) => fair(gains[row]))).toBe(true);
    }),
  );
});
