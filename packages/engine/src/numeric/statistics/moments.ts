/** Count, mean and spread of some numbers, so that parts can be joined. Plain data. */
export interface Moments {
  readonly count: number;
  /** 0 of no numbers. */
  readonly mean: number;
  /** Sum of squared differences from the mean. */
  readonly squares: number;
  /** Of the sample, with count − 1; 0 below two numbers. */
  readonly variance: number;
}

/**
 * Moments of a list, in its order (Welford 1962, Technometrics 4).
 */
export function moments(values: ArrayLike<number>): Moments {
  let [mean, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const off = values[i] - mean;
    mean += off / (i + 1);
    squares += off * (values[i] - mean);
  }
  return of(values.length, mean, squares);
}

/**
 * Moments of two lists together: Chan, Golub & LeVeque (1979), "Updating formulae and a pairwise algorithm for computing
 * sample variances". The last digits depend on the order of joining: join chunks in their order for the same bytes.
 */
export function joinedMoments(a: Moments, b: Moments): Moments {
  if (b.count === 0) return a;
  if (a.count === 0) return b;
  const count = a.count + b.count;
  const off = b.mean - a.mean;
  return of(
    count,
    a.mean + (off * b.count) / count,
    a.squares + b.squares + (off * off * a.count * b.count) / count,
  );
}

function of(count: number, mean: number, squares: number): Moments {
  return { count, mean, squares, variance: count > 1 ? squares / (count - 1) : 0 };
}
