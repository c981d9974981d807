import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky } from "./cholesky.ts";
import { type LinearProgram, solveLinearProgram } from "./linear-program.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

const entry = fc.integer({ min: -9, max: 9 });
const size = 4;
const square = fc.array(entry, { minLength: size * size, maxLength: size * size });
const product = (a: ArrayLike<number>, b: ArrayLike<number>, at: number) => {
  const [row, column] = [Math.floor(at / size), at % size];
  let sum = 0;
  for (let k = 0; k < size; k++) sum += a[row * size + k] * b[column * size + k];
  return sum;
};

test("Cholesky: L Lᵀ is the matrix, for every A Aᵀ", () => {
  fc.assert(
    fc.property(square, (a) => {
      const matrix = Float64Array.from(a, (_, at) => product(a, a, at));
      const factor = cholesky(matrix, size);
      expect(factor.kind).toBe("factor");
      if (factor.kind !== "factor") return;
      for (const [at, value] of matrix.entries())
        expect(product(factor.lower, factor.lower, at)).toBeCloseTo(value, 2);
    }),
  );
});

test("eigenvalues: V diag(λ) Vᵀ is the matrix, V Vᵀ the identity, Σ λ the trace", () => {
  fc.assert(
    fc.property(square, (a) => {
      const matrix = Float64Array.from(
        a,
        (value, at) => value + a[(at % size) * size + Math.floor(at / size)],
      );
      const { values, vectors } = symmetricEigen(matrix, size);
      const scaled = vectors.map((v, at) => v * values[at % size]);
      matrix.forEach((value, at) => {
        expect(product(scaled, vectors, at)).toBeCloseTo(value, 9);
        expect(product(vectors, vectors, at)).toBeCloseTo(at % (size + 1) === 0 ? 1 : 0, 9);
      });
    }),
  );
});

const program: fc.Arbitrary<LinearProgram> = fc.record({
  objective: fc.array(entry, { minLength: 3, maxLength: 3 }),
  rows: fc.array(
    fc.record({
      coefficients: fc.array(entry, { minLength: 3, maxLength: 3 }),
      relation: fc.constantFrom("atMost" as const, "atMost" as const, "equal" as const),
      bound: entry,
    }),
    { maxLength: 6 },
  ),
});

/** Every corner of a bounded region of three variables: three rows met with equality. */
function bestCorner({ objective, rows }: LinearProgram): number | undefined {
  const planes = [
    ...rows.map(({ coefficients: c, bound }) => [c[0], c[1], c[2], bound]),
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ];
  let best: number | undefined;
  for (let i = 0; i < planes.length; i++) {
    for (let j = i + 1; j < planes.length; j++) {
      for (let k = j + 1; k < planes.length; k++) {
        const [p, q, r] = [planes[i], planes[j], planes[k]];
        const det = (a: number[], b: number[], c: number[], x: number, y: number, z: number) =>
          a[x] * (b[y] * c[z] - b[z] * c[y]) -
          a[y] * (b[x] * c[z] - b[z] * c[x]) +
          a[z] * (b[x] * c[y] - b[y] * c[x]);
        const d = det(p, q, r, 0, 1, 2);
        if (d === 0) continue;
        const x = [det(p, q, r, 3, 1, 2) / d, det(p, q, r, 0, 3, 2) / d, det(p, q, r, 0, 1, 3) / d];
        if (x.some((v) => v < -1e-9)) continue;
        const meets = rows.every(({ coefficients: c, relation, bound }) => {
          const sum = c[0] * x[0] + c[1] * x[1] + c[2] * x[2];
          return relation === "equal" ? Math.abs(sum - bound) < 1e-9 : sum < bound + 1e-9;
        });
        if (!meets) continue;
        const value = objective[0] * x[0] + objective[1] * x[1] + objective[2] * x[2];
        best = best === undefined ? value : Math.max(best, value);
      }
    }
  }
  return best;
}

test("linear programs: the optimum is that of the best corner", () => {
  fc.assert(
    fc.property(program, (plain) => {
      const bounded = {
        ...plain,
        rows: [...plain.rows, { coefficients: [1, 1, 1], relation: "atMost" as const, bound: 20 }],
      };
      const found = solveLinearProgram(bounded);
      const best = bestCorner(bounded);
      if (best === undefined) expect(found.kind).toBe("infeasible");
      else expect(found).toMatchObject({ kind: "optimal", value: expect.closeTo(best, 6) });
    }),
    { numRuns: 2000 },
  );
});

test("linear programs: the point found meets every row, free variables included", () => {
  fc.assert(
    fc.property(program, (plain) => {
      const rows = [...plain.rows];
      for (let i = 0; i < 3; i++) {
        for (const sign of [-1, 1])
          rows.push({
            coefficients: [0, 0, 0].map((_, k) => (k === i ? sign : 0)),
            relation: "atMost",
            bound: 7,
          });
      }
      const found = solveLinearProgram({ ...plain, rows, free: [0, 1, 2] });
      expect(found.kind).not.toBe("unbounded");
      if (found.kind !== "optimal") return;
      for (const { coefficients, relation, bound } of rows) {
        const sum =
          coefficients[0] * found.x[0] + coefficients[1] * found.x[1] + coefficients[2] * found.x[2];
        expect(sum).toBeLessThan(bound + 1e-6);
        if (relation === "equal") expect(sum).toBeGreaterThan(bound - 1e-6);
      }
    }),
  );
});
