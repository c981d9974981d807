export type Factor =
  | {
      readonly kind: "factor" /** `[row * size + column]`, 0 above the diagonal. */;
      readonly lower: Float64Array;
    }
  | {
      readonly kind: "not-semidefinite" /** Rows before this one are consistent among themselves; with it they are not. */;
      readonly row: number;
    };

/**
 * Cholesky's factor L of a symmetric positive semidefinite matrix, M = L Lᵀ. Where nothing is left to vary a column of L
 * is 0, so that perfect correlation is allowed.
 *
 * Rows come in the order given: row k of L depends on the first k rows of M only. Cost O(size³ / 6).
 * Semidefinite case: Higham (1990), "Analysis of the Cholesky decomposition of a semi-definite matrix".
 *
 * @param matrix `[row * size + column]`; the lower half is read
 * @param tolerance what counts as 0, relative to a diagonal entry
 */
export function cholesky(matrix: ArrayLike<number>, size: number, tolerance = 1e-10): Factor {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column];
      for (let k = 0; k < column; k++) rest -= lower[row * size + k] * lower[column * size + k];
      const scale = Math.sqrt(matrix[row * size + row] * matrix[column * size + column]);
      if (row === column) {
        if (rest < -tolerance * scale) return { kind: "not-semidefinite", row };
        lower[row * size + row] = rest > tolerance * scale ? Math.sqrt(rest) : 0;
      } else if (lower[column * size + column] > 0) {
        lower[row * size + column] = rest / lower[column * size + column];
      } else if (Math.abs(rest) > Math.sqrt(tolerance) * scale) {
        return { kind: "not-semidefinite", row };
      }
    }
  }
  return { kind: "factor", lower };
}
