/** What a bench reports: one line of its table. */
export interface Row {
  label: string;
  /** Milliseconds of each round, in order; the table shows the median and the spread. */
  rounds: readonly number[];
}

/**
 * Times some work after one round that does not count.
 *
 * @param rounds how often; an odd number makes the median one of the rounds
 */
export async function time(label: string, work: () => unknown, rounds = 11): Promise<Row> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const begin = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - begin);
  }
  return { label, rounds: times };
}
