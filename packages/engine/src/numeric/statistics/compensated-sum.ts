/** A sum and what rounding took from it. Plain data; the sum is `sum + lost`. */
export interface CompensatedSum {
  readonly sum: number;
  readonly lost: number;
}

export const emptySum: CompensatedSum = { sum: 0, lost: 0 };

/**
 * Adds numbers to a sum in their order, keeping what rounding loses: error near one rounding, whatever their number.
 *
 * Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54. The bytes depend on
 * the order; fixed chunks added in chunk order give the same bytes on any number of threads.
 */
export function addAll(to: CompensatedSum, values: ArrayLike<number>): CompensatedSum {
  let { sum, lost } = to;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return { sum, lost };
}

/** The sum of two parts, the first part first. */
export function joinedSum(first: CompensatedSum, second: CompensatedSum): CompensatedSum {
  return addAll(first, [second.sum, second.lost]);
}

export function total({ sum, lost }: CompensatedSum): number {
  return sum + lost;
}
