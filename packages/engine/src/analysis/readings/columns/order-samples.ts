/**
 * Weights uniform over what an order of importance allows (w_higher ≥ w_lower, w ≥ 0, Σ w = 1), exactly.
 *
 * Exponential numbers divided by their sum are uniform on the simplex (Devroye 1986, "Non-uniform random variate
 * generation", V.2.2); sorted and dealt to the levels they are uniform on the order's region. Inside a level, which is in
 * no stated order, they are dealt by the ranks of the level's own numbers, which are independent of the sorted ones.
 *
 * @param u uniform numbers, level by level
 * @param sizes items by level, the most important first
 * @param out gets the weights, in the order of `u`
 */
export function orderedWeights(
  u: Float64Array,
  sizes: ArrayLike<number>,
  out: Float64Array,
  scratch: Float64Array,
): void {
  const n = u.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    u[i] = -Math.log(u[i]);
    sum += u[i];
  }
  descend(u, n, scratch);
  dealByRank(u, sizes, scratch, out);
  for (let i = 0; i < n; i++) out[i] /= sum;
}

/**
 * Values uniform over what a ranking of options allows, the best 100 and the worst 0, exactly.
 *
 * Strict: `u` holds a number for each option between the ends, which are sorted. Otherwise `u` holds one for each option;
 * between their extremes the others are uniform, so that (u − least) / (largest − least) does it, dealt as above.
 *
 * @param out gets the values, in the order of the levels
 */
export function rankedValues(
  u: Float64Array,
  sizes: ArrayLike<number>,
  out: Float64Array,
  scratch: Float64Array,
): void {
  const n = out.length;
  if (n < 2) {
    out.fill(0);
    return;
  }
  descend(u, u.length, scratch);
  if (u.length === n) {
    const [most, least] = [scratch[0], scratch[n - 1]];
    for (let k = 0; k < n; k++) scratch[k] = (100 * (scratch[k] - least)) / (most - least);
    dealByRank(u, sizes, scratch, out);
    return;
  }
  out[0] = 100;
  for (let k = 1; k < n - 1; k++) out[k] = 100 * scratch[k - 1];
  out[n - 1] = 0;
}

/** Copies the first n numbers into `to`, largest first; n is small. */
function descend(from: Float64Array, n: number, to: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const value = from[i];
    let at = i;
    while (at > 0 && to[at - 1] < value) {
      to[at] = to[at - 1];
      at--;
    }
    to[at] = value;
  }
}

/** Gives each level its stretch of the sorted numbers, inside it by the rank of each item's own. */
function dealByRank(
  u: Float64Array,
  sizes: ArrayLike<number>,
  sorted: Float64Array,
  out: Float64Array,
): void {
  let start = 0;
  for (let k = 0; k < sizes.length; k++) {
    const end = start + sizes[k];
    for (let i = start; i < end; i++) {
      let rank = start;
      for (let j = start; j < end; j++) if (u[j] > u[i] || (u[j] === u[i] && j < i)) rank++;
      out[i] = sorted[rank];
    }
    start = end;
  }
}
