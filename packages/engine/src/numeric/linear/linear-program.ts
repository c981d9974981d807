/** Maximise `objective · x` subject to the rows, over free or non-negative x. Small and dense. */
export interface LinearProgram {
  readonly objective: ArrayLike<number>;
  readonly rows: readonly LinearRow[];
  /** Variables that may be negative; every other is at least 0. */
  readonly free?: readonly number[];
}

export interface LinearRow {
  readonly coefficients: ArrayLike<number>;
  readonly relation: "atMost" | "equal";
  readonly bound: number;
}

export type LinearOptimum =
  | { readonly kind: "optimal"; readonly value: number; readonly x: Float64Array }
  | { readonly kind: "infeasible" }
  | { readonly kind: "unbounded" };

/**
 * Optimum of a small linear program by the two-phase simplex method on a dense tableau, with Bland's rule (1977), which
 * cannot cycle. Rows are scaled to largest coefficient 1; `tolerance` then says what counts as 0.
 *
 * Meant for tens of rows and variables; each pivot costs O(rows × columns). Same input, same pivots, same bytes.
 */
export function solveLinearProgram(program: LinearProgram, tolerance = 1e-9): LinearOptimum {
  const n = program.objective.length;
  const free = program.free ?? [];
  const columns = n + free.length;
  const slacks = program.rows.filter(({ relation }) => relation === "atMost").length;
  const height = program.rows.length;
  const width = columns + slacks + height + 1;
  const table: Float64Array[] = [];
  let slack = columns;
  for (const [r, { coefficients, relation, bound }] of program.rows.entries()) {
    const row = new Float64Array(width);
    let scale = 0;
    for (let i = 0; i < n; i++) scale = Math.max(scale, Math.abs(coefficients[i]));
    if (scale === 0) scale = 1;
    const sign = bound < 0 ? -1 : 1;
    for (let i = 0; i < n; i++) row[i] = (sign * coefficients[i]) / scale;
    for (const [k, i] of free.entries()) row[n + k] = -row[i];
    if (relation === "atMost") row[slack++] = sign;
    row[columns + slacks + r] = 1;
    row[width - 1] = (sign * bound) / scale;
    table.push(row);
  }
  const basis = Array.from({ length: height }, (_, r) => columns + slacks + r);

  // Phase 1: drive the artificial variables out.
  const artificial = columns + slacks;
  const missing = new Float64Array(width);
  for (const row of table) {
    for (let j = 0; j < artificial; j++) missing[j] += row[j];
    missing[width - 1] += row[width - 1];
  }
  pivotUntilDone(table, basis, missing, artificial, tolerance);
  if (missing[width - 1] > tolerance * Math.max(1, height)) return { kind: "infeasible" };
  for (let r = 0; r < height; r++) {
    if (basis[r] < artificial) continue;
    // At 0 now; a row that no real variable can take over is redundant.
    let enter = -1;
    for (let j = 0; j < artificial; j++) {
      if (Math.abs(table[r][j]) > (enter < 0 ? tolerance : Math.abs(table[r][enter]))) enter = j;
    }
    if (enter >= 0) pivot(table, basis, missing, r, enter);
    else table[r].fill(0);
  }

  // Phase 2: the objective itself, in terms of what is not in the basis.
  const gains = new Float64Array(width);
  for (let i = 0; i < n; i++) gains[i] = program.objective[i];
  for (const [k, i] of free.entries()) gains[n + k] = -program.objective[i];
  for (let r = 0; r < height; r++) {
    const gain = basis[r] < artificial ? gains[basis[r]] : 0;
    if (gain !== 0) for (let j = 0; j < width; j++) gains[j] -= gain * table[r][j];
  }
  if (!pivotUntilDone(table, basis, gains, artificial, tolerance)) return { kind: "unbounded" };

  const all = new Float64Array(artificial);
  for (let r = 0; r < height; r++) if (basis[r] < artificial) all[basis[r]] = table[r][width - 1];
  const x = all.slice(0, n);
  for (const [k, i] of free.entries()) x[i] -= all[n + k];
  let value = 0;
  for (let i = 0; i < n; i++) value += program.objective[i] * x[i];
  return { kind: "optimal", value, x };
}

/** @returns whether an optimum was reached; false where the objective grows without bound */
function pivotUntilDone(
  table: Float64Array[],
  basis: number[],
  gains: Float64Array,
  usable: number,
  tolerance: number,
): boolean {
  for (let step = 0; step < 100_000; step++) {
    let enter = -1;
    for (let j = 0; j < usable && enter < 0; j++) if (gains[j] > tolerance) enter = j;
    if (enter < 0) return true;
    const last = gains.length - 1;
    let leave = -1;
    let least = Infinity;
    for (let r = 0; r < table.length; r++) {
      if (table[r][enter] <= tolerance) continue;
      const ratio = table[r][last] / table[r][enter];
      const tied = leave >= 0 && Math.abs(ratio - least) <= 1e-12 * Math.max(1, least);
      if (tied ? basis[r] < basis[leave] : ratio < least)
        [leave, least] = [r, tied ? Math.min(ratio, least) : ratio];
    }
    if (leave < 0) return false;
    pivot(table, basis, gains, leave, enter);
  }
  throw new Error(`the simplex method did not end: ${table.length} rows, ${usable} columns`);
}

function pivot(
  table: Float64Array[],
  basis: number[],
  gains: Float64Array,
  leave: number,
  enter: number,
): void {
  const row = table[leave];
  const by = row[enter];
  for (let j = 0; j < row.length; j++) row[j] /= by;
  row[enter] = 1;
  for (const other of [...table, gains]) {
    const times = other[enter];
    if (other === row || times === 0) continue;
    for (let j = 0; j < row.length; j++) other[j] -= times * row[j];
    other[enter] = 0;
  }
  basis[leave] = enter;
}
