import { expect, test } from "vitest";
import { gaussianCopula, normalFromRankCorrelation } from "./gaussian-copula.ts";
import { nearestCorrelation } from "./nearest-correlation.ts";

const ready = (...args: Parameters<typeof gaussianCopula>) => {
  const copula = gaussianCopula(args[0]);
  if (copula.kind !== "copula") throw new Error("impossible");
  return copula;
};

test("perfect correlation copies, perfect opposition mirrors, and the rest stays", () => {
  const copula = ready([
    { between: [3, 1], rho: 1 },
    { between: [1, 4], rho: -1 },
    { between: [3, 4], rho: -1 },
  ]);
  const row = Float64Array.of(0.11, 0.2, 0.33, 0.9, 0.7, 0.55);
  copula.apply(row);
  expect([...row]).toEqual([0.11, 0.2, 0.33, expect.closeTo(0.2, 15), expect.closeTo(0.8, 15), 0.55]);
  expect(copula.columns).toEqual([3, 4]);
});

test("correlation 0 changes nothing", () => {
  expect(ready([{ between: [0, 1], rho: 0 }]).columns).toEqual([]);
});

test("three that cannot hold at once are named, without the bystander", () => {
  const found = gaussianCopula([
    { between: [0, 2], rho: 0.9 },
    { between: [2, 5], rho: 0.9 },
    { between: [0, 5], rho: -0.9 },
    { between: [5, 7], rho: 0.1 },
  ]);
  expect(found).toMatchObject({ kind: "impossible", conflict: [0, 2, 5] });
  if (found.kind !== "impossible") return;
  // Least eigenvalue of the block with two of 0.9 and one of −0.9: 1 − 2 · 0.9; a little lower with the bystander.
  expect(found.shrink).toBeGreaterThan(0.55);
  expect(found.shrink).toBeLessThanOrEqual(1 / 1.8);
  for (const factor of [found.shrink * 0.999, found.shrink * 1.001]) {
    const shrunk = gaussianCopula(
      [
        [0, 2, 0.9],
        [2, 5, 0.9],
        [0, 5, -0.9],
        [5, 7, 0.1],
      ].map(([a, b, rho]) => ({ between: [a, b], rho: rho * factor })),
    );
    expect(shrunk.kind).toBe(factor < found.shrink ? "copula" : "impossible");
  }
});

// Higham (2002), p. 334: the matrix of ones and a zero corner.
test("Higham's example", () => {
  const nearest = nearestCorrelation([1, 1, 0, 1, 1, 1, 0, 1, 1], 3);
  expect(nearest[1]).toBeCloseTo(0.7607, 4);
  expect(nearest[2]).toBeCloseTo(0.1573, 4);
});

test("rank correlations of 0 and ±1 stay", () => {
  expect([-1, 0, 1].map(normalFromRankCorrelation)).toEqual([
    expect.closeTo(-1, 15),
    0,
    expect.closeTo(1, 15),
  ]);
});

test("what is no correlation is refused", () => {
  expect(() => gaussianCopula([{ between: [1, 1], rho: 0.5 }])).toThrow("1, 1");
  expect(() => gaussianCopula([{ between: [0, 1], rho: 1.5 }])).toThrow("1.5");
});
