import fc from "fast-check";
import { expect, test } from "vitest";
import type { Profile } from "./domain.ts";
import { totalsAbove } from "./totals-above.ts";

const none = { name: "p", reservation: null, cap: 100, remarks: [], reasons: [] };
const issuesOf = (sizes: readonly number[]) =>
  sizes.map((size, i) => ({
    name: `i${i}`,
    options: Array.from({ length: size }, (_, o) => ({ name: `${o}`, number: o })),
    remarks: [],
  }));

function everyOutcome(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (outcomes, size) =>
      outcomes.flatMap((outcome) => Array.from({ length: size }, (_, o) => [...outcome, o])),
    [[]],
  );
}

test("the cells are the outcomes above, and by how much", () => {
  const domain = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(domain, (values) => {
      const sizes = values.map((row) => row.length);
      const found = totalsAbove(
        { ...none, weights: values.map(() => 1), values, boxes: [] },
        issuesOf(sizes),
        100,
      );
      if (found.kind !== "cells") throw new Error("not all found");
      for (const outcome of everyOutcome(sizes)) {
        const total = outcome.reduce((sum, o, i) => sum + values[i][o], 0);
        const cell = found.cells.find(({ at }) => found.scope.every((i, k) => outcome[i] === at[k]));
        expect(cell?.above ?? 0).toBe(Math.max(0, total - 100));
      }
    }),
  );
});

test("with rectangles it says whether some outcome lies above", () => {
  const box = (sizes: readonly number[]) =>
    fc
      .record({
        change: fc.integer({ min: -30, max: 60 }),
        ends: fc.tuple(...sizes.map((size) => fc.tuple(fc.nat(size - 1), fc.nat(size - 1)))),
      })
      .map(({ change, ends }) => ({
        change,
        ranges: ends.flatMap(([a, b], issue) =>
          a === b && a === 0 ? [] : [{ issue, from: Math.min(a, b), to: Math.max(a, b) }],
        ),
      }));
  const sizes = [3, 4, 2];
  fc.assert(
    fc.property(fc.array(box(sizes), { minLength: 1, maxLength: 8 }), (boxes) => {
      const profile: Profile = { ...none, weights: [0, 0, 0], values: [null, null, null], boxes };
      const most = Math.max(
        ...everyOutcome(sizes).map((outcome) =>
          boxes.reduce(
            (sum, { ranges, change }) =>
              sum +
              (ranges.every(({ issue, from, to }) => outcome[issue] >= from && outcome[issue] <= to)
                ? change
                : 0),
            0,
          ),
        ),
      );
      expect(totalsAbove(profile, issuesOf(sizes), 100).kind).toBe(most > 100 ? "boxed" : "cells");
    }),
  );
});
