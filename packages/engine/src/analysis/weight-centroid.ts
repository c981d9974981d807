import { philoxStream } from "../numeric/philox.ts";
import { rankOrderCentroid } from "./rank-order-centroid.ts";

/** What is known of weights w ≥ 0, Σ w = 1: an order of levels, and statements `row · w ≥ 0`. */
export interface WeightRegion {
  /** Positions of the weights, most important level first; every position once. */
  readonly levels: readonly (readonly number[])[];
  readonly statements: readonly (readonly number[])[];
}

export interface WeightCentroid {
  readonly weights: Float64Array;
  readonly exact: boolean;
  /** Largest standard error of a weight, by batch means; 0 where exact. */
  readonly error: number;
  /** True where the statements contradict the order or one another; the weights then follow the order alone. */
  readonly contradictory: boolean;
}

const steps = 20_000;
const burnIn = 2_000;
const batches = 20;

/**
 * Centroid of the weights that an order and statements allow (SMAA: Lahdelma & Salminen 2001).
 *
 * Without statements exact. Otherwise a hit-and-run chain (Smith 1984) of fixed length and fixed seed, so that the same
 * region always gives the same bytes; an estimate, with its error.
 *
 * @param stream number of the chain's stream of random numbers, so that no two parties share one
 */
export function weightCentroid(region: WeightRegion, stream: number): WeightCentroid {
  const byLevel = rankOrderCentroid(region.levels.map((level) => level.length));
  const n = region.levels.reduce((sum, level) => sum + level.length, 0);
  const start = new Float64Array(n);
  region.levels.forEach((level, k) => {
    for (const position of level) start[position] = byLevel[k];
  });
  const statements = region.statements.filter((row) => row.some((c) => c !== 0));
  if (statements.length === 0) return { weights: start, exact: true, error: 0, contradictory: false };
  const rows = constraintRows(region.levels, n, statements);
  const inside = interiorPoint(start, rows);
  if (inside === null) return { weights: start, exact: false, error: 0, contradictory: true };
  return chain(inside, rows, philoxStream(0x5eed, stream));
}

/** Rows r with r · w ≥ 0, each of length 1 after taking out its mean (moves keep Σ w). */
function constraintRows(
  levels: WeightRegion["levels"],
  n: number,
  statements: readonly (readonly number[])[],
): Float64Array[] {
  const rows: Float64Array[] = [];
  const unit = (entries: readonly (readonly [number, number])[]) => {
    const row = new Float64Array(n);
    for (const [at, value] of entries) row[at] = value;
    rows.push(row);
  };
  for (let i = 0; i < n; i++) unit([[i, 1]]);
  for (let k = 0; k + 1 < levels.length; k++) {
    for (const high of levels[k])
      for (const low of levels[k + 1])
        unit([
          [high, 1],
          [low, -1],
        ]);
  }
  for (const statement of statements) {
    const size = Math.hypot(...statement);
    rows.push(Float64Array.from(statement, (c) => c / size));
  }
  return rows;
}

/** A point with some room to every constraint, by relaxation (Agmon 1954; Motzkin & Schoenberg 1954); null if none is found. */
function interiorPoint(start: Float64Array, rows: readonly Float64Array[]): Float64Array | null {
  const n = start.length;
  const point = Float64Array.from(start);
  for (let margin = 0.02 / n; margin > 1e-12; margin /= 8) {
    for (let round = 0; round < 2_000; round++) {
      let worst = 0;
      let at = -1;
      rows.forEach((row, r) => {
        const short = margin - dot(row, point);
        if (short > worst) [worst, at] = [short, r];
      });
      if (at < 0) return point;
      const row = rows[at];
      const mean = row.reduce((sum, c) => sum + c, 0) / n;
      let size = 0;
      for (let i = 0; i < n; i++) size += (row[i] - mean) ** 2;
      if (size < 1e-18) break;
      for (let i = 0; i < n; i++) point[i] += (1.5 * worst * (row[i] - mean)) / size;
    }
  }
  return null;
}

function chain(start: Float64Array, rows: readonly Float64Array[], uniform: () => number): WeightCentroid {
  const n = start.length;
  const point = Float64Array.from(start);
  const direction = new Float64Array(n);
  const sums = Array.from({ length: batches }, () => new Float64Array(n));
  for (let step = 0; step < burnIn + steps; step++) {
    let mean = 0;
    for (let i = 0; i < n; i++) {
      direction[i] = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
      mean += direction[i] / n;
    }
    for (let i = 0; i < n; i++) direction[i] -= mean;
    let [low, high] = [-Infinity, Infinity];
    for (const row of rows) {
      const speed = dot(row, direction);
      const room = Math.max(0, dot(row, point));
      if (speed > 1e-15) low = Math.max(low, -room / speed);
      else if (speed < -1e-15) high = Math.min(high, -room / speed);
    }
    const t = uniform();
    if (high > low && Number.isFinite(high - low)) {
      for (let i = 0; i < n; i++) point[i] += direction[i] * (low + t * (high - low));
    }
    if (step < burnIn) continue;
    const batch = sums[Math.floor(((step - burnIn) * batches) / steps)];
    for (let i = 0; i < n; i++) batch[i] += point[i];
  }
  const perBatch = steps / batches;
  const weights = Float64Array.from(point, (_, i) => sums.reduce((sum, batch) => sum + batch[i], 0) / steps);
  let error = 0;
  for (let i = 0; i < n; i++) {
    const spread = sums.reduce((sum, batch) => sum + (batch[i] / perBatch - weights[i]) ** 2, 0);
    error = Math.max(error, Math.sqrt(spread / (batches * (batches - 1))));
  }
  return { weights, exact: false, error, contradictory: false };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
