import fc from "fast-check";
import { expect, test } from "vitest";
import { kolmogorovDistance } from "../sampling/kolmogorov-distance.oracle.ts";
import { streamKey } from "../sampling/stream-key.ts";
import { chainSampler } from "./chain-sampler.ts";
import { type Halfspace, narrowed, orderPolytope, type Polytope } from "./polytope.ts";
import { isEmpty, polytopeCentre } from "./polytope-centre.ts";
import { smallestConflict } from "./smallest-conflict.ts";
import { weightSampler } from "./weight-sampler.ts";

const statement: fc.Arbitrary<Halfspace> = fc.record({
  coefficients: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }),
  bound: fc.constantFrom(0, 0, 0, -1, 1),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 5 });
const levels = fc.constantFrom([[0, 1, 2, 3]], [[2], [0, 1], [3]], [[3], [2], [1], [0]]);

function slackest({ atMost }: Polytope, x: ArrayLike<number>): number {
  return Math.max(
    ...atMost.map(({ coefficients, bound }) =>
      [0, 1, 2, 3].reduce((sum, i) => sum + coefficients[i] * x[i], -bound),
    ),
  );
}

test("a centre meets every row; no centre, no point", () => {
  fc.assert(
    fc.property(levels, statements, (order, rows) => {
      const region = narrowed(orderPolytope(order), rows);
      const centre = polytopeCentre(region);
      expect(centre.kind === "empty").toBe(isEmpty(region));
      if (centre.kind === "centre") expect(slackest(region, centre.point)).toBeLessThan(1e-7);
    }),
  );
});

test("every draw of every method meets every row, and is its own function of key and draw", () => {
  fc.assert(
    fc.property(levels, statements, fc.nat(1e6), (order, rows, seed) => {
      const sampler = weightSampler(order, rows);
      if (sampler.kind === "empty") return;
      const region = narrowed(orderPolytope(order), rows);
      const key = streamKey(seed, "w");
      const [w, again] = [new Float64Array(4), new Float64Array(4)];
      for (const draw of [5, 0, 9]) {
        sampler.draw(key, draw, w);
        expect(slackest(region, w)).toBeLessThan(1e-7);
        expect(w.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
      }
      sampler.draw(key, 0, again);
      sampler.draw(key, 9, again);
      expect(again).toEqual(w);
    }),
    { numRuns: 60 },
  );
});

test("a conflict cannot hold, and any statement less can", () => {
  fc.assert(
    fc.property(levels, fc.array(statements, { minLength: 1, maxLength: 4 }), (order, groups) => {
      const region = orderPolytope(order);
      const found = smallestConflict(region, groups);
      const empty = (chosen: readonly number[]) =>
        isEmpty(
          narrowed(
            region,
            chosen.flatMap((at) => groups[at]),
          ),
        );
      if (found.kind === "consistent") expect(empty([...groups.keys()])).toBe(false);
      if (found.kind !== "conflict") return;
      expect(empty(found.statements)).toBe(true);
      for (const left of found.statements)
        expect(empty(found.statements.filter((at) => at !== left))).toBe(false);
    }),
  );
});

test("a chain's draws are those of the exact sampler: strict order of 5 (fixed seed)", () => {
  const order = [[0], [1], [2], [3], [4]];
  const region = orderPolytope(order);
  const centre = polytopeCentre(region);
  const exact = weightSampler(order, []);
  if (centre.kind !== "centre" || exact.kind !== "sampler") throw new Error("empty");
  const chain = chainSampler(region, centre);
  const draws = 8000;
  const take = (draw: typeof chain.draw, id: string) => {
    const out = new Float64Array(5);
    const columns = order.map(() => new Float64Array(draws));
    for (let n = 0; n < draws; n++) {
      draw(streamKey(4, id), n, out);
      for (const [k, column] of columns.entries()) column[n] = out[k];
    }
    return columns;
  };
  const [a, b] = [take(chain.draw, "chain"), take(exact.draw, "exact")];
  for (const k of order.keys()) {
    const sorted = b[k].toSorted();
    let below = 0;
    const share = (x: number) => {
      while (below < draws && sorted[below] <= x) below++;
      return below / draws;
    };
    expect(kolmogorovDistance(a[k], share)).toBeLessThan(1.63 * Math.sqrt(2 / draws));
  }
  // The least weight is a fifth of a Beta(1, 4).
  expect(kolmogorovDistance(a[4], (w) => 1 - Math.max(0, 1 - 5 * w) ** 4)).toBeLessThan(
    1.63 / Math.sqrt(draws),
  );
});
