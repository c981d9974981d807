/** What somebody who picks one of a few alternatives would gain, on average, by knowing something first. */
export interface InformationValue {
  /** In the units of the outcomes; below 0 only by the noise of the draws. */
  readonly value: number;
  readonly standardError: number;
}

export interface PartialInformationValue extends InformationValue {
  /** The same, picked and judged by the same draws: biased upwards, since noise too is picked. */
  readonly plugIn: number;
  readonly bins: number;
}

/**
 * Expected value of perfect information: mean of the best outcome in each draw, less the best mean outcome.
 * Raiffa & Schlaifer (1961). Biased upwards where outcomes carry noise of their own.
 *
 * @param outcomes by alternative, by draw; larger is better
 * @param replicates independent scrambles, draw i in scramble i mod this; 1 for independent draws
 */
export function perfectInformation(outcomes: readonly Float64Array[], replicates = 1): InformationValue {
  const draws = outcomes[0].length;
  const best = bestMean(outcomes);
  const gains = Float64Array.from({ length: draws }, (_, i) => {
    let most = -Infinity;
    for (const column of outcomes) most = Math.max(most, column[i]);
    return most - outcomes[best][i];
  });
  return meanWithError(gains, replicates);
}

/**
 * Expected value of learning one input before choosing (EVPPI), from the same draws: no further model runs.
 *
 * Draws are sorted by the input and cut into bins of equal count (one bin a value where it has few values); in each bin one
 * picks by the mean outcomes there. Strong & Oakley (2013), "An efficient method for computing single-parameter partial
 * expected value of perfect information", Medical Decision Making 33. Their plain estimate picks and judges by the same
 * draws and so rises with the noise; here each draw is judged by what draws of the *other* folds would have picked in its
 * bin (cross-fitting: Stone 1974). On average that is the worth of the rule so learnt, at most the true value: an input that
 * tells nothing comes out at 0 or a little below. Folds are the scrambles, which are independent of one another; among plain
 * draws, 16 of equal size. (Leaving out single draws would not do: scrambled draws balance each other.)
 *
 * Cost O(draws × (log draws + alternatives) + bins × folds × alternatives).
 *
 * @param input by draw
 * @param outcomes by alternative, by draw; larger is better. Ties go to the first alternative
 * @param replicates independent scrambles, draw i in scramble i mod this; 1 for independent draws
 * @param bins about the cube root of the draws unless given
 */
export function partialInformation(
  input: Float64Array,
  outcomes: readonly Float64Array[],
  replicates = 1,
  bins: number = Math.max(2, Math.round(Math.cbrt(input.length))),
): PartialInformationValue {
  const draws = input.length;
  const order = Uint32Array.from({ length: draws }, (_, i) => i).sort((i, j) => input[i] - input[j] || i - j);
  const cuts = binEnds(input, order, bins);
  const folds = replicates > 1 ? replicates : 16;
  const best = bestMean(outcomes);
  const gains = new Float64Array(draws);
  let [from, picked] = [0, 0];
  for (const to of cuts) {
    const stretch = order.subarray(from, to);
    const { byFold, ofAll } = picks(outcomes, stretch, folds);
    for (const draw of stretch) {
      gains[draw] = outcomes[byFold[draw % folds]][draw] - outcomes[best][draw];
      picked += outcomes[ofAll][draw] - outcomes[best][draw];
    }
    from = to;
  }
  return { ...meanWithError(gains, replicates), plugIn: picked / draws, bins: cuts.length };
}

/** Where each bin ends, in the sorted order. */
function binEnds(input: Float64Array, order: Uint32Array, bins: number): number[] {
  const ends: number[] = [];
  for (let k = 1; k < order.length && ends.length < bins; k++) {
    if (input[order[k]] !== input[order[k - 1]]) ends.push(k);
  }
  if (ends.length < bins) return [...ends, order.length];
  return Array.from({ length: bins }, (_, k) => Math.round(((k + 1) * order.length) / bins));
}

/** Which alternative is best among some draws: by fold for those outside the fold, and for all. */
function picks(
  outcomes: readonly Float64Array[],
  draws: Uint32Array,
  folds: number,
): { readonly byFold: Int32Array; readonly ofAll: number } {
  const sums = outcomes.map(() => new Float64Array(folds));
  for (const [d, column] of outcomes.entries())
    for (const draw of draws) sums[d][draw % folds] += column[draw];
  const totals = sums.map((byFold) => byFold.reduce((sum, part) => sum + part, 0));
  const pick = (value: (d: number) => number) =>
    totals.reduce((best, _, d) => (value(d) > value(best) ? d : best), 0);
  return {
    byFold: Int32Array.from({ length: folds }, (_, fold) => pick((d) => totals[d] - sums[d][fold])),
    ofAll: pick((d) => totals[d]),
  };
}

function bestMean(outcomes: readonly Float64Array[]): number {
  const sums = outcomes.map((column) => column.reduce((sum, y) => sum + y, 0));
  return sums.reduce((best, sum, d) => (sum > sums[best] ? d : best), 0);
}

function meanWithError(gains: Float64Array, replicates: number): InformationValue {
  const groups = replicates > 1 ? replicates : gains.length;
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  for (let i = 0; i < gains.length; i++) {
    sums[i % groups] += gains[i];
    counts[i % groups]++;
  }
  const value = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  let spread = 0;
  for (let g = 0; g < groups; g++) spread += (sums[g] / counts[g] - value) ** 2;
  return { value, standardError: Math.sqrt(spread / (groups * Math.max(1, groups - 1))) };
}
