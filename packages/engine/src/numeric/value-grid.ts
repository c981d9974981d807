import type { Factor } from "./choice-problem.ts";

/**
 * How the values of one sum are held: as whole numbers of `unit` where all its entries are such (then sums are exact and
 * ties are equalities), otherwise as they are, with a tolerance.
 */
export interface ValueGrid {
  readonly exact: boolean;
  /** Held value to value: held / perUnit. A power of ten, or the inverse of a common divisor; 1 when not exact. */
  readonly perUnit: number;
  /** In held values: nearer than this is equal. 0 when exact. */
  readonly tolerance: number;
  /** In held values: rounding noise, far below `tolerance`; partial sums nearer than this are joined. 0 when exact. */
  readonly noise: number;
  /** In held values: what a floor forgives, also when exact. */
  readonly slack: number;
}

/**
 * Rounding to the grid may move a whole sum by this share of its range at most, a hundredth of the default tolerance; and by
 * a fifth of a unit, so that sums that are equal stay so.
 */
const SNAP = 1e-11;

/**
 * The grid of a sum. Whole numbers after scaling by 10^0 … 10^9, or multiples of a common divisor (weights of sevenths,
 * say), found by Euclid's algorithm on floating numbers; sums must stay below 2^53.
 *
 * @param tolerance share of the sum's range (the widest its tables allow) within which values are equal
 */
export function valueGrid(factors: readonly Factor[], tolerance: number): ValueGrid {
  let range = 0;
  let largest = 0;
  for (const { values } of factors) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < values.length; i++) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
    range += high - low;
    largest += Math.max(Math.abs(low), Math.abs(high));
  }
  // A sum whose tables are all 0 has no scale of its own: there, what is left of 0.1 + 0.2 − 0.3 must not count.
  const slack = tolerance * range + 1e-13 * largest + 1e-15;
  for (const perUnit of candidates(factors, largest)) {
    if (fits(factors, perUnit, Math.min(SNAP * range + 1e-14 * largest, 0.2 / perUnit), largest)) {
      return { exact: true, perUnit, tolerance: 0, noise: 0, slack: slack * perUnit };
    }
  }
  const noise = Math.min(1e-12 * range + 1e-15 * largest, slack / 64);
  return { exact: false, perUnit: 1, tolerance: slack, noise, slack };
}

/** The value as held on the grid. */
export function toGrid(grid: ValueGrid, value: number): number {
  return grid.exact ? Math.round(value * grid.perUnit) : value;
}

function* candidates(factors: readonly Factor[], largest: number): Generator<number> {
  for (let scale = 1; scale <= 1e9; scale *= 10) yield scale;
  let divisor = 0;
  for (const { values } of factors) {
    for (let i = 0; i < values.length; i++) {
      divisor = commonDivisor(divisor, Math.abs(values[i]), 1e-10 * largest);
      if (divisor < 1e-7 * largest) return;
    }
  }
  if (divisor <= 0) return;
  const perUnit = 1 / divisor;
  const whole = Math.round(perUnit);
  if (whole > 0 && Math.abs(perUnit - whole) < 1e-6 * whole) yield whole;
  const steps = Math.round(largest / divisor);
  yield steps / largest;
}

function commonDivisor(a: number, b: number, least: number): number {
  let x = Math.max(a, b);
  let y = Math.min(a, b);
  while (y > least) {
    const rest = x - y * Math.round(x / y);
    x = y;
    y = Math.abs(rest);
  }
  return x;
}

function fits(factors: readonly Factor[], perUnit: number, allowed: number, largest: number): boolean {
  if (largest * perUnit >= Number.MAX_SAFE_INTEGER / 4) return false;
  let moved = 0;
  for (const { values } of factors) {
    let worst = 0;
    for (let i = 0; i < values.length; i++) {
      const off = Math.abs(Math.round(values[i] * perUnit) / perUnit - values[i]);
      if (off > worst) worst = off;
      if (moved + worst > allowed) return false;
    }
    moved += worst;
  }
  return true;
}
