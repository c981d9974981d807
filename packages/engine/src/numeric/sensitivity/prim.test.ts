import { describe, expect, test } from "vitest";
import { plainDesign } from "../sampling/design.ts";
import { prim } from "./prim.ts";
import { type PrimData, primBox } from "./prim-box.ts";
import { primPaste } from "./prim-paste.ts";
import { primPeel } from "./prim-peel.ts";
import { binomialUpperTail, quasiP } from "./quasi-p.ts";

function planted(
  draws: number,
  inputs: number,
  seed: number,
  inside: (x: readonly number[]) => boolean,
  noise = 0,
): PrimData {
  const design = plainDesign(
    seed,
    Array.from({ length: inputs + 1 }, (_, i) => `input ${i}`),
  );
  const columns = Array.from({ length: inputs + 1 }, (_, i) => {
    const out = new Float64Array(draws);
    design.fill(i, 0, out);
    return out;
  });
  const coin = columns.pop()!;
  const interest = Uint8Array.from(coin, (u, i) =>
    Number(inside(columns.map((column) => column[i])) !== u < noise),
  );
  return { inputs: columns, interest };
}

describe("a planted box: input 1 above 0.6, input 3 from 0.2 to 0.7, of six", () => {
  const inBox = (x: readonly number[]) => x[1] > 0.6 && x[3] > 0.2 && x[3] < 0.7;

  test("is found, and nothing else is restricted", () => {
    const found = prim(planted(4000, 6, 1, inBox));
    if (found.kind !== "box") throw new Error(found.because);
    expect(found.box.limits.map(({ input }) => input)).toEqual([1, 3]);
    const [one, three] = found.box.limits;
    // Of all boxes with density 0.8 the one that covers most: a little wider than the planted one.
    expect(Math.abs(one.from - 0.6)).toBeLessThan(0.1);
    expect(one.to).toBe(Infinity);
    expect(Math.abs(three.from - 0.2)).toBeLessThan(0.1);
    expect(Math.abs(three.to - 0.7)).toBeLessThan(0.1);
    expect(found.box.density).toBeGreaterThan(0.8);
    expect(found.box.coverage).toBeGreaterThan(0.95);
    expect(found.reached).toBe(true);
    for (const chance of found.quasiP) expect(chance).toBeLessThan(1e-6);
  });

  test("with density 1 asked for, its edges are close", () => {
    const found = prim(planted(4000, 6, 1, inBox), { density: 1 });
    if (found.kind !== "box") throw new Error(found.because);
    expect(found.box.density).toBe(1);
    expect(found.box.coverage).toBeGreaterThan(0.97);
    const [one, three] = found.box.limits;
    for (const off of [one.from - 0.6, three.from - 0.2, three.to - 0.7])
      expect(Math.abs(off)).toBeLessThan(0.02);
  });

  test("is found through one outcome in ten turned round", () => {
    const found = prim(planted(4000, 6, 2, inBox, 0.1));
    if (found.kind !== "box") throw new Error(found.because);
    expect(found.box.limits.map(({ input }) => input)).toEqual([1, 3]);
    expect(found.box.density).toBeGreaterThan(0.78);
  });
});

test("chance alone: no draw, every draw; a coin is not found to be restricted by much", () => {
  expect(prim(planted(200, 2, 1, () => false))).toEqual({ kind: "none", because: "no-interest" });
  expect(prim(planted(200, 2, 1, () => true))).toEqual({ kind: "none", because: "all-interest" });
  const found = prim(planted(2000, 4, 3, () => false, 0.3));
  if (found.kind === "box") expect(found.reached).toBe(false);
});

test("the first step of a peel, by hand: ten draws, the five highest of interest", () => {
  const data = {
    inputs: [Float64Array.of(9, 1, 8, 2, 7, 3, 6, 4, 5, 0)],
    interest: Uint8Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0),
  };
  const trajectory = primPeel(data, 0.2, 0.1);
  expect(trajectory[1]).toMatchObject({
    limits: [{ input: 0, from: 1.5, to: Infinity }],
    inside: 8,
    hits: 5,
    density: 5 / 8,
    coverage: 1,
  });
  expect(trajectory.at(-1)).toMatchObject({
    limits: [{ input: 0, from: 4.5 }],
    density: 1,
    coverage: 1,
    support: 0.5,
  });
});

test("equal values leave together", () => {
  const data = { inputs: [Float64Array.of(0, 0, 0, 1, 1, 1)], interest: Uint8Array.of(0, 0, 0, 1, 1, 1) };
  expect(primPeel(data, 0.05, 0.1).map(({ inside }) => inside)).toEqual([6, 3]);
});

test("pasting gives back what was cut too far", () => {
  const data = {
    inputs: [Float64Array.from({ length: 100 }, (_, i) => i)],
    interest: Uint8Array.from({ length: 100 }, (_, i) => Number(i >= 40)),
  };
  const narrow = primBox(data, [{ input: 0, from: 55.5, to: 90.5 }]);
  expect(primPaste(data, narrow)).toMatchObject({
    limits: [{ input: 0, from: 40, to: Infinity }],
    coverage: 1,
    density: 1,
  });
});

describe("quasi-p", () => {
  test("binomial tails by hand: 8 or more of 10 fair coins is 56/1024", () => {
    expect(binomialUpperTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialUpperTail(10, 10, 0.5)).toBeCloseTo(1 / 1024, 12);
    expect([binomialUpperTail(0, 5, 0.3), binomialUpperTail(1, 5, 0), binomialUpperTail(3, 5, 1)]).toEqual([
      1, 0, 1,
    ]);
  });

  test("of a box that keeps the 5 of interest in 10, where 5 of 10 are: (1/2)^5", () => {
    const data = {
      inputs: [Float64Array.from({ length: 10 }, (_, i) => i)],
      interest: Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
    };
    expect(quasiP(data, primBox(data, [{ input: 0, from: 4.5, to: Infinity }]))).toEqual([
      expect.closeTo(1 / 32, 12),
    ]);
  });
});
