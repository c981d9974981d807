import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "../special/normal-quantile.ts";
import { plainDesign } from "./design.ts";
import { type Correlation, gaussianCopula } from "./gaussian-copula.ts";
import { kolmogorovDistance } from "./kolmogorov-distance.oracle.ts";

function columnsOf(seed: number, count: number, draws: number): Float64Array[] {
  const design = plainDesign(
    seed,
    Array.from({ length: count }, (_, i) => `input ${i}`),
  );
  return Array.from({ length: count }, (_, i) => {
    const out = new Float64Array(draws);
    design.fill(i, 0, out);
    return out;
  });
}

const rho = fc.double({ min: -0.5, max: 0.5, noNaN: true });

test("rows and columns give the same; unnamed columns keep their bytes", () => {
  fc.assert(
    fc.property(fc.nat(1e6), rho, rho, (seed, r1, r2) => {
      const copula = gaussianCopula([
        { between: [0, 2], rho: r1 },
        { between: [2, 3], rho: r2 },
      ]);
      if (copula.kind !== "copula") throw new Error("two correlations of at most a half are always possible");
      const before = columnsOf(seed, 5, 7);
      const after = before.map((column) => column.slice());
      copula.applyColumns(after, 7);
      for (let draw = 0; draw < 7; draw++) {
        const row = Float64Array.from(before, (column) => column[draw]);
        copula.apply(row);
        expect([...row]).toEqual(after.map((column) => column[draw]));
      }
      for (const untouched of [0, 1, 4]) expect(after[untouched]).toEqual(before[untouched]);
    }),
  );
});

test("a correlated input added at the end moves none before it", () => {
  fc.assert(
    fc.property(fc.nat(1e6), rho, rho, rho, (seed, r1, r2, r3) => {
      const old: Correlation[] = [
        { between: [0, 1], rho: r1 },
        { between: [1, 2], rho: r2 },
      ];
      const [before, after] = [columnsOf(seed, 4, 5), columnsOf(seed, 4, 5)];
      const [first, second] = [gaussianCopula(old), gaussianCopula([...old, { between: [0, 3], rho: r3 }])];
      if (first.kind !== "copula" || second.kind !== "copula") return;
      first.applyColumns(before, 5);
      second.applyColumns(after, 5);
      for (const column of [0, 1, 2]) expect(after[column]).toEqual(before[column]);
    }),
  );
});

test("marginals stay uniform and the correlations are those asked for (fixed seed)", () => {
  const asked: readonly Correlation[] = [
    { between: [0, 1], rho: 0.8 },
    { between: [1, 2], rho: -0.5 },
    { between: [0, 2], rho: -0.3 },
  ];
  const copula = gaussianCopula(asked);
  if (copula.kind !== "copula") throw new Error("impossible");
  const draws = 20_000;
  const columns = columnsOf(9, 3, draws);
  copula.applyColumns(columns, draws);
  for (const column of columns)
    expect(kolmogorovDistance(column, (u) => u)).toBeLessThan(1.63 / Math.sqrt(draws));
  const normal = columns.map((column) => column.map(normalQuantile));
  for (const { between, rho } of asked) {
    const [a, b] = between.map((i) => normal[i]);
    const found = a.reduce((sum, z, i) => sum + z * b[i], 0) / draws;
    expect(Math.abs(found - rho)).toBeLessThan(0.03);
  }
});

test("either possible, or a conflict that any column less would resolve", () => {
  const any = fc.integer({ min: -20, max: 20 }).map((n) => n / 20);
  fc.assert(
    fc.property(fc.array(any, { minLength: 10, maxLength: 10 }), (rhos) => {
      const pairs = rhos.map((r, k) => ({
        between: [
          [0, 1],
          [0, 2],
          [0, 3],
          [0, 4],
          [1, 2],
          [1, 3],
          [1, 4],
          [2, 3],
          [2, 4],
          [3, 4],
        ][k] as [number, number],
        rho: r,
      }));
      const within = (columns: readonly number[]) =>
        gaussianCopula(pairs.filter(({ between }) => between.every((c) => columns.includes(c)))).kind;
      const found = gaussianCopula(pairs);
      if (found.kind === "copula") return;
      expect(within(found.conflict)).toBe("impossible");
      for (const left of found.conflict)
        expect(within(found.conflict.filter((c) => c !== left))).toBe("copula");
      // The nearest matrix: pulled in by a hair, it is possible.
      expect(
        gaussianCopula(found.nearest.map(({ between, rho: r }) => ({ between, rho: r * 0.9999 }))).kind,
      ).toBe("copula");
    }),
  );
});
