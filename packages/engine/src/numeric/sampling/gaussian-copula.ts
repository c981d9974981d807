import { cholesky } from "../linear/cholesky.ts";
import { symmetricEigen } from "../linear/symmetric-eigen.ts";
import { normalCdf } from "../special/normal-cdf.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { nearestCorrelation } from "./nearest-correlation.ts";

/** One stated correlation between two columns. */
export interface Correlation {
  readonly between: readonly [column: number, column: number];
  /** Of the underlying normal numbers, in [−1, 1]. */
  readonly rho: number;
}

export interface Copula {
  readonly kind: "copula";
  /** The columns that change, in rising order; every other column stays as it is, byte for byte. */
  readonly columns: readonly number[];
  /** Puts the dependence into one row of independent uniform numbers, in place; the result is uniform again. */
  apply(row: Float64Array): void;
  /** The same for consecutive draws held by column; only the columns named above are read and written. */
  applyColumns(columns: readonly Float64Array[], count: number): void;
}

/** No joint distribution has these correlations. */
export interface ImpossibleCorrelations {
  readonly kind: "impossible";
  /** Columns that contradict one another, of which no smaller part does. */
  readonly conflict: readonly number[];
  /** All correlations times this, or less, would be possible. */
  readonly shrink: number;
  /** Every pair in the nearest possible matrix (Higham 2002) that is not 0 there or was stated; unstated pairs may move from 0. */
  readonly nearest: readonly Correlation[];
}

/**
 * Gaussian copula: uniform numbers become normal ones, take on the correlations by Cholesky's factor and become uniform
 * again. Row by row, so that no draw depends on another (unlike Iman & Conover 1982). Pairs not named have correlation 0.
 *
 * Within each linked block the first column keeps its numbers exactly, and the k-th depends on the first k only; so
 * an input added at the end moves none before it. Nelsen (2006), "An introduction to copulas", ch. 2.3. About 80 ns a column.
 */
export function gaussianCopula(correlations: readonly Correlation[]): Copula | ImpossibleCorrelations {
  for (const { between, rho } of correlations) {
    if (!(rho >= -1 && rho <= 1) || between[0] === between[1])
      throw new RangeError(`no correlation: ${between.join(", ")}: ${rho}`);
  }
  const involved = [
    ...new Set(correlations.filter(({ rho }) => rho !== 0).flatMap(({ between }) => between)),
  ].sort((a, b) => a - b);
  const size = involved.length;
  const matrix = matrixOf(correlations, involved);
  const factor = cholesky(matrix, size);
  if (factor.kind === "not-semidefinite") return impossible(correlations, involved, matrix);
  const { lower } = factor;
  // A column that nothing before it moves keeps its numbers.
  const moved = involved.map((_, row) =>
    lower.subarray(row * size, row * size + row).some((entry) => entry !== 0),
  );
  const normal = new Float64Array(size);
  const correlated = (row: number): number => {
    let z = 0;
    for (let k = 0; k <= row; k++) z += lower[row * size + k] * normal[k];
    return Math.min(largest, Math.max(smallest, normalCdf(z)));
  };
  return {
    kind: "copula",
    columns: involved.filter((_, row) => moved[row]),
    apply(values) {
      for (let k = 0; k < size; k++) normal[k] = normalQuantile(values[involved[k]]);
      for (let row = 0; row < size; row++) if (moved[row]) values[involved[row]] = correlated(row);
    },
    applyColumns(columns, count) {
      const own = involved.map((column) => columns[column]);
      for (let draw = 0; draw < count; draw++) {
        for (let k = 0; k < size; k++) normal[k] = normalQuantile(own[k][draw]);
        for (let row = 0; row < size; row++) if (moved[row]) own[row][draw] = correlated(row);
      }
    },
  };
}

/** Correlated numbers stay strictly between 0 and 1 too. */
const smallest = 2 ** -53;
const largest = 1 - 2 ** -53;

/**
 * The correlation of normal numbers under which ranks have the given correlation (Spearman's): 2 sin(π ρ / 6).
 * Pearson (1907); Kruskal (1958), "Ordinal measures of association", JASA 53.
 */
export function normalFromRankCorrelation(rho: number): number {
  return 2 * Math.sin((Math.PI * rho) / 6);
}

function matrixOf(correlations: readonly Correlation[], involved: readonly number[]): Float64Array {
  const size = involved.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  for (const { between, rho } of correlations) {
    const [i, j] = between.map((column) => involved.indexOf(column));
    if (i < 0 || j < 0) continue;
    matrix[i * size + j] = rho;
    matrix[j * size + i] = rho;
  }
  return matrix;
}

function impossible(
  correlations: readonly Correlation[],
  involved: readonly number[],
  matrix: Float64Array,
): ImpossibleCorrelations {
  const size = involved.length;
  // Deletion filter: leave out every column without which the rest still contradicts itself.
  let conflict = involved;
  for (const column of involved) {
    const rest = conflict.filter((other) => other !== column);
    if (cholesky(matrixOf(correlations, rest), rest.length).kind === "not-semidefinite") conflict = rest;
  }
  const least = symmetricEigen(matrix, size).values.reduce((a, b) => Math.min(a, b), 1);
  const near = nearestCorrelation(matrix, size);
  const nearest: Correlation[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const rho = near[i * size + j];
      if (Math.abs(rho) > 1e-6 || matrix[i * size + j] !== 0)
        nearest.push({ between: [involved[i], involved[j]], rho });
    }
  }
  return {
    kind: "impossible",
    conflict,
    shrink: Math.min(1, 1 / (1 - least)),
    nearest,
  };
}
