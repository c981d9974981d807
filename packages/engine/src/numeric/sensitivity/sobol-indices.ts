/** What a model gave on the designs A, B and A with one group from B (`pickFreeze`), row by row. */
export interface PickFreezeOutcomes {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** By group. */
  readonly mixed: readonly Float64Array[];
}

export type SobolIndices =
  | {
      readonly kind: "indices" /** Of the outcome. */;
      readonly variance: number;
      readonly groups: readonly GroupIndices[];
    }
  /** The outcome never varies, so that nothing of it can be shared out. */
  | { readonly kind: "constant" };

/** Shares of the outcome's variance; estimates, which may fall a little outside [0, 1]. */
export interface GroupIndices {
  /** What knowing the group alone would remove. */
  readonly first: number;
  /** What would be left if all but the group were known. */
  readonly total: number;
  /** Standard errors. */
  readonly firstError: number;
  readonly totalError: number;
}

/**
 * Sobol's first-order and total indices of groups of inputs that are independent of one another; of dependent groups they
 * mean nothing.
 *
 * First order by Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola (2010), Comput. Phys. Commun. 181, table 2 (b),
 * with outcomes centred; total by Jansen (1999), table 2 (f). Standard errors by the jackknife over `replicates` blocks
 * (Miller 1974): row i belongs to block i mod replicates, which is its scramble in a scrambled design. Cost of the outcomes:
 * groups + 2 model runs a row.
 *
 * @param replicates at least 2; 16 or more for an error that can be relied on
 */
export function sobolIndices({ a, b, mixed }: PickFreezeOutcomes, replicates = 16): SobolIndices {
  const rows = a.length;
  if (!(replicates >= 2 && rows >= 2 * replicates))
    throw new RangeError(`too few rows for ${replicates} blocks: ${rows}`);
  let centre = 0;
  for (let i = 0; i < rows; i++) centre += (a[i] + b[i]) / (2 * rows);
  const all = blockSums(a, b, mixed, centre, replicates);
  const whole = estimates(all, -1, mixed.length);
  if (!(whole.variance > 1e-24 * centre * centre)) return { kind: "constant" };
  const left = Array.from({ length: replicates }, (_, block) => estimates(all, block, mixed.length));
  const error = (value: (e: Estimates) => number) => {
    const mean = left.reduce((sum, e) => sum + value(e), 0) / replicates;
    const spread = left.reduce((sum, e) => sum + (value(e) - mean) ** 2, 0);
    return Math.sqrt(((replicates - 1) / replicates) * spread);
  };
  return {
    kind: "indices",
    variance: whole.variance,
    groups: mixed.map((_, g) => ({
      first: whole.first[g],
      total: whole.total[g],
      firstError: error((e) => e.first[g]),
      totalError: error((e) => e.total[g]),
    })),
  };
}

/** By block: rows, Σ and Σ² of A and B together, then two sums for every group. */
type Sums = readonly Float64Array[];

function blockSums(
  a: Float64Array,
  b: Float64Array,
  mixed: readonly Float64Array[],
  centre: number,
  replicates: number,
): Sums {
  const sums = Array.from({ length: replicates }, () => new Float64Array(3 + 2 * mixed.length));
  for (let i = 0; i < a.length; i++) {
    const block = sums[i % replicates];
    const [fa, fb] = [a[i] - centre, b[i] - centre];
    block[0]++;
    block[1] += fa + fb;
    block[2] += fa * fa + fb * fb;
    for (let g = 0; g < mixed.length; g++) {
      const change = mixed[g][i] - centre - fa;
      block[3 + 2 * g] += fb * change;
      block[4 + 2 * g] += change * change;
    }
  }
  return sums;
}

interface Estimates {
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** From every block but one; −1 leaves none out. */
function estimates(sums: Sums, without: number, groups: number): Estimates {
  const sum = new Float64Array(3 + 2 * groups);
  for (const [block, own] of sums.entries()) {
    if (block !== without) for (let k = 0; k < sum.length; k++) sum[k] += own[k];
  }
  const rows = sum[0];
  const variance = (sum[2] - (sum[1] * sum[1]) / (2 * rows)) / (2 * rows - 1);
  const share = (k: number, times: number) => (variance > 0 ? sum[k] / (times * rows * variance) : 0);
  return {
    variance,
    first: Array.from({ length: groups }, (_, g) => share(3 + 2 * g, 1)),
    total: Array.from({ length: groups }, (_, g) => share(4 + 2 * g, 2)),
  };
}
