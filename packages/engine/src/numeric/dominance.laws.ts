import fc from "fast-check";
import { expect, test } from "vitest";
import { nonDominated } from "./dominance.ts";

test.each([1, 2, 3, 4, 6])("%i dimensions: kept are exactly those that no other dominates", (dims) => {
  const point = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -40, max: 40 })), {
    minLength: dims,
    maxLength: dims,
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 150 }), (points) => {
      const dominates = (q: number[], p: number[]) =>
        q.every((v, j) => v >= p[j]) && q.some((v, j) => v > p[j]);
      const wanted = points.map((_, i) => i).filter((i) => !points.some((q) => dominates(q, points[i])));
      expect([...nonDominated(Float64Array.from(points.flat()), dims)]).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
});

test("neither the order of points nor the unit of a dimension matters", () => {
  const points = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(points, (list) => {
      const survivors = (of: readonly (readonly number[])[]) =>
        new Set([...nonDominated(Float64Array.from(of.flat()), 3)].map((i) => of[i].join()));
      const scaled = list.map(([a, b, c]) => [a, b * 1e6, c / 1024]);
      const wanted = survivors(list);
      expect(survivors([...list].reverse())).toEqual(wanted);
      expect(survivors(scaled).size).toBe(wanted.size);
    }),
  );
});
