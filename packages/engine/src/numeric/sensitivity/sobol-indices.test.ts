import { describe, expect, test } from "vitest";
import { type Design, plainDesign, sobolDesign } from "../sampling/design.ts";
import { pickFreeze } from "./pick-freeze.ts";
import { type SobolIndices, sobolIndices } from "./sobol-indices.ts";

type Model = (x: readonly number[]) => number;

function indicesOf(
  model: Model,
  groups: readonly (readonly number[])[],
  design: Design,
  rows: number,
): SobolIndices {
  const inputs = groups.flat().length;
  const columns = Array.from({ length: 2 * inputs }, (_, i) => {
    const out = new Float64Array(rows);
    design.fill(i, 0, out);
    return out;
  });
  const [a, b] = [columns.slice(0, inputs), columns.slice(inputs)];
  const run = (x: readonly Float64Array[]) =>
    Float64Array.from({ length: rows }, (_, i) => model(x.map((column) => column[i])));
  return sobolIndices(
    { a: run(a), b: run(b), mixed: groups.map((group) => run(pickFreeze(a, b, group))) },
    design.scrambles > 1 ? design.scrambles : 16,
  );
}

const idsOf = (inputs: number) => Array.from({ length: 2 * inputs }, (_, i) => `input ${i}`);

// Ishigami & Homma (1990) with a = 7, b = 0.1; indices as in Saltelli et al. (2008), "Global sensitivity analysis", p. 179.
const ishigami: Model = (u) => {
  const [x, y, z] = u.map((v) => Math.PI * (2 * v - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

// Sobol's g-function: S_i = V_i / V, V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) − 1, total V_i Π_{j≠i} (1 + V_j) / V.
const constants = [0, 1, 4.5, 9, 99, 99];
const gFunction: Model = (u) =>
  u.reduce((product, x, i) => product * ((Math.abs(4 * x - 2) + constants[i]) / (1 + constants[i])), 1);
const own = constants.map((a) => 1 / (3 * (1 + a) ** 2));
const variance = own.reduce((product, v) => product * (1 + v), 1) - 1;

const truths = [
  ["Ishigami", ishigami, 13.8446, [0.3139, 0.4424, 0], [0.5576, 0.4424, 0.2437]],
  [
    "g-function",
    gFunction,
    variance,
    own.map((v) => v / variance),
    own.map((v) => (v * (variance + 1)) / (1 + v) / variance),
  ],
] as const;

describe.each(truths)("%s", (_, model, wholeVariance, first, total) => {
  const each = first.map((__, i) => [i]);

  test("scrambled, 16 × 512 rows: within 0.01", () => {
    const found = indicesOf(model, each, sobolDesign(1, idsOf(first.length)), 8192);
    if (found.kind !== "indices") throw new Error("constant");
    expect(Math.abs(found.variance / wholeVariance - 1)).toBeLessThan(0.01);
    for (const [i, group] of found.groups.entries()) {
      expect(Math.abs(group.first - first[i])).toBeLessThan(0.01);
      expect(Math.abs(group.total - total[i])).toBeLessThan(0.01);
    }
  });

  test("plain, 8,192 rows: within four of the stated errors, and these are small", () => {
    const found = indicesOf(model, each, plainDesign(1, idsOf(first.length)), 8192);
    if (found.kind !== "indices") throw new Error("constant");
    for (const [i, group] of found.groups.entries()) {
      expect(Math.abs(group.first - first[i])).toBeLessThan(4 * group.firstError + 1e-9);
      expect(Math.abs(group.total - total[i])).toBeLessThan(4 * group.totalError + 1e-9);
      expect(group.firstError).toBeLessThan(0.03);
    }
  });
});

test("groups: what one input does alone and two do together sum to all", () => {
  const found = indicesOf(([x, y, z]) => x + y * z, [[0], [1, 2]], sobolDesign(3, idsOf(3)), 4096);
  if (found.kind !== "indices") throw new Error("constant");
  // Var x = 1/12, var yz = 1/9 − 1/16 = 7/144.
  expect(found.groups[0].first).toBeCloseTo(12 / 19, 2);
  expect(found.groups[1].first).toBeCloseTo(7 / 19, 2);
  expect(found.groups[1].total).toBeCloseTo(7 / 19, 2);
});

test("what never varies is named; too few rows are refused", () => {
  expect(indicesOf(() => 3, [[0]], plainDesign(1, idsOf(1)), 64)).toEqual({ kind: "constant" });
  expect(() => indicesOf(() => 3, [[0]], plainDesign(1, idsOf(1)), 20)).toThrow("20");
});
