import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Design, plainDesign, sobolDesign } from "./design.ts";

const seed = fc.nat(1e9);
const designs: readonly (readonly [string, (seed: number, ids: readonly string[]) => Design])[] = [
  ["plain", plainDesign],
  ["sobol", (s, ids) => sobolDesign(s, ids, 4)],
];

function column(design: Design, input: number, first: number, count: number): Float64Array {
  const out = new Float64Array(count);
  design.fill(input, first, out);
  return out;
}

describe.each(designs)("%s design", (_, make) => {
  test("chunks in any order are parts of the whole", () => {
    fc.assert(
      fc.property(seed, fc.nat(500), fc.nat(40), fc.nat(40), (s, first, before, count) => {
        const design = make(s, ["a", "b", "c"]);
        expect(column(design, 2, first + before, count)).toEqual(
          column(design, 2, first, before + count).slice(before),
        );
      }),
    );
  });

  test("an input added at the end moves no other column", () => {
    fc.assert(
      fc.property(seed, fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 }), (s, ids) => {
        const [before, after] = [make(s, ids), make(s, [...ids, "one more"])];
        for (const i of ids.keys()) expect(column(before, i, 0, 20)).toEqual(column(after, i, 0, 20));
      }),
    );
  });
});

test("plain: an input added anywhere moves no other column", () => {
  expect(column(plainDesign(3, ["new", "a"]), 1, 0, 50)).toEqual(column(plainDesign(3, ["a"]), 0, 0, 50));
});

test("sobol: 2^k points of a scramble fall one into each of 2^k equal parts, in every dimension", () => {
  const ids = Array.from({ length: 1030 }, (_, i) => `input ${i}`);
  const design = sobolDesign(11, ids, 16);
  for (const input of [0, 1, 2, 17, 300, 1023]) {
    const draws = column(design, input, 0, 16 * 64);
    for (let scramble = 0; scramble < 16; scramble++) {
      const cells = new Set<number>();
      for (let n = 0; n < 64; n++) cells.add(Math.floor(64 * draws[16 * n + scramble]));
      expect(cells.size).toBe(64);
    }
  }
  expect(design.plainFrom).toBe(1024);
  expect(column(design, 1029, 0, 50)).toEqual(column(plainDesign(11, ids), 1029, 0, 50));
});

test("sobol: in the first two dimensions every elementary rectangle gets one point", () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 0, max: 6 }), (s, k) => {
      const design = sobolDesign(s, ["a", "b"], 2);
      const [a, b] = [column(design, 0, 0, 128), column(design, 1, 0, 128)];
      const cells = new Set<number>();
      for (let n = 0; n < 64; n++)
        cells.add(Math.floor(2 ** k * a[2 * n]) * 2 ** (6 - k) + Math.floor(2 ** (6 - k) * b[2 * n]));
      expect(cells.size).toBe(64);
    }),
  );
});

test("sobol: a smooth mean is known far better than from plain draws", () => {
  // Mean of Π (1 + (u_i − 1/2) / i) is 1; error over 20 seeds.
  const ids = ["a", "b", "c", "d", "e"];
  const error = (design: Design) => {
    const columns = ids.map((_, i) => column(design, i, 0, 4096));
    let sum = 0;
    for (let n = 0; n < 4096; n++)
      sum += columns.reduce((product, u, i) => product * (1 + (u[n] - 0.5) / (i + 1)), 1);
    return (sum / 4096 - 1) ** 2;
  };
  let [plain, sobol] = [0, 0];
  for (let s = 0; s < 20; s++) {
    plain += error(plainDesign(s, ids));
    sobol += error(sobolDesign(s, ids));
  }
  expect(Math.sqrt(sobol / plain)).toBeLessThan(1 / 30);
});
