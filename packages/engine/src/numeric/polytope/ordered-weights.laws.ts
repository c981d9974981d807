import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kolmogorovDistance } from "../sampling/kolmogorov-distance.oracle.ts";
import { streamKey } from "../sampling/stream-key.ts";
import { drawStream } from "../sampling/stream-uniforms.ts";
import { orderedWeights } from "./ordered-weights.ts";
import { rankedValues } from "./ranked-values.ts";

const uniform = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
/** Up to six positions in levels of any size. */
const levelled = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    uniforms: fc.array(uniform, { minLength: n, maxLength: n }),
    levels: fc
      .tuple(
        fc.shuffledSubarray([...Array(n).keys()], { minLength: n }),
        fc.array(fc.boolean(), { minLength: n, maxLength: n }),
      )
      .map(([order, cuts]) => {
        const levels: number[][] = [[]];
        for (const [k, position] of order.entries()) {
          if (cuts[k] && levels[levels.length - 1].length > 0) levels.push([]);
          levels[levels.length - 1].push(position);
        }
        return levels;
      }),
  }),
);

const respects = (levels: readonly (readonly number[])[], values: Float64Array) => {
  for (let k = 0; k + 1 < levels.length; k++) {
    for (const high of levels[k])
      for (const low of levels[k + 1]) expect(values[high]).toBeGreaterThanOrEqual(values[low]);
  }
};

test("weights keep the order, sum to 1, and are the same whatever was drawn before", () => {
  fc.assert(
    fc.property(levelled, ({ levels, uniforms }) => {
      const sample = orderedWeights(levels);
      const [first, again] = [new Float64Array(uniforms.length), new Float64Array(uniforms.length)];
      sample(uniforms, first);
      sample(uniforms.toReversed(), again);
      sample(uniforms, again);
      expect(again).toEqual(first);
      respects(levels, first);
      expect(first.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
    }),
  );
});

test("values of ranked options keep the order and touch both ends", () => {
  fc.assert(
    fc.property(levelled, ({ levels, uniforms }) => {
      const values = new Float64Array(uniforms.length);
      rankedValues(levels, 10, 90)(uniforms, values);
      respects(levels, values);
      expect(Math.min(...values)).toBe(10);
      expect(Math.max(...values)).toBe(uniforms.length === 1 ? 10 : 90);
    }),
  );
});

function columnsOf(
  count: number,
  draws: number,
  sample: (uniforms: Float64Array, out: Float64Array) => void,
): Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(draws));
  const [uniforms, out] = [new Float64Array(count), new Float64Array(count)];
  for (let draw = 0; draw < draws; draw++) {
    const next = drawStream(streamKey(2, "laws"), draw);
    for (let k = 0; k < count; k++) uniforms[k] = next();
    sample(uniforms, out);
    for (let k = 0; k < count; k++) columns[k][draw] = out[k];
  }
  return columns;
}

const mean = (column: Float64Array) => column.reduce((sum, x) => sum + x, 0) / column.length;

describe("distributions (fixed seed, 20,000 draws)", () => {
  const draws = 20_000;
  const far = 1.63 / Math.sqrt(draws);

  test("simplex of 4: each weight is Beta(1, 3)", () => {
    for (const column of columnsOf(4, draws, orderedWeights([[0, 1, 2, 3]]))) {
      expect(kolmogorovDistance(column, (w) => 1 - (1 - w) ** 3)).toBeLessThan(far);
    }
  });

  test("strict order of 3: means 11/18, 5/18, 2/18; the least is 1/3 Beta(1, 2)", () => {
    const columns = columnsOf(3, draws, orderedWeights([[1], [0], [2]]));
    expect(mean(columns[1])).toBeCloseTo(11 / 18, 2);
    expect(mean(columns[0])).toBeCloseTo(5 / 18, 2);
    expect(mean(columns[2])).toBeCloseTo(2 / 18, 2);
    expect(kolmogorovDistance(columns[2], (w) => 1 - Math.max(0, 1 - 3 * w) ** 2)).toBeLessThan(far);
  });

  test("a level of two below one: its members are alike, and by rejection the same", () => {
    const columns = columnsOf(3, draws, orderedWeights([[0], [1, 2]]));
    const all = columnsOf(3, draws, orderedWeights([[0, 1, 2]]));
    const kept = [...all[0].keys()].filter((n) => all[0][n] >= Math.max(all[1][n], all[2][n]));
    for (const k of [0, 1, 2]) {
      const sorted = Float64Array.from(kept, (n) => all[k][n]).sort();
      const share = (x: number) => sorted.findLastIndex((value) => value <= x) + 1;
      expect(kolmogorovDistance(columns[k].subarray(0, 2000), (x) => share(x) / sorted.length)).toBeLessThan(
        0.045,
      );
    }
  });

  test("ranked values of 4: the two in the middle are order statistics of two uniform numbers", () => {
    const columns = columnsOf(4, draws, rankedValues([[0], [1], [2], [3]], 0, 1));
    expect(kolmogorovDistance(columns[1], (x) => x * x)).toBeLessThan(far);
    expect(kolmogorovDistance(columns[2], (x) => 1 - (1 - x) ** 2)).toBeLessThan(far);
  });
});
