import { symmetricEigen } from "../linear/symmetric-eigen.ts";

/**
 * The correlation matrix nearest to a symmetric matrix (least sum of squared differences), by alternating projections with
 * Dykstra's correction: Higham (2002), "Computing the nearest correlation matrix", IMA J. Numer. Anal. 22.
 *
 * @param matrix `[row * size + column]`
 * @returns unit diagonal, no eigenvalue below −1e-7; entries exact to about 1e-7
 */
export function nearestCorrelation(matrix: ArrayLike<number>, size: number): Float64Array {
  const y = Float64Array.from(matrix);
  const correction = new Float64Array(size * size);
  for (let round = 0; round < 1000; round++) {
    const r = y.map((value, i) => value - correction[i]);
    const x = withoutNegative(r, size);
    let change = 0;
    for (let i = 0; i < x.length; i++) {
      correction[i] = x[i] - r[i];
      const next = i % (size + 1) === 0 ? 1 : x[i];
      change = Math.max(change, Math.abs(next - y[i]));
      y[i] = next;
    }
    if (change < 1e-9) break;
  }
  return y;
}

/** The nearest positive semidefinite matrix: negative eigenvalues become 0. */
function withoutNegative(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    if (values[k] <= 0) continue;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        result[i * size + j] += values[k] * vectors[i * size + k] * vectors[j * size + k];
    }
  }
  return result;
}
