/** What somebody who picks one of a few alternatives would gain, on average, by knowing something first. */
export interface InformationValue {
  /** In the units of the outcomes; below 0 only by the noise of the draws. */
  readonly value: number;
  readonly standardError: number;
}

export interface PartialInformationValue extends InformationValue {
  /** Mean of the best bin means less the best mean: biased upwards, since noise too is picked. */
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
 * draws and so rises with the noise; here each draw is judged by what the *other* draws of its bin would have picked
 * (leave-one-out). On average that is the worth of the rule so learnt, at most the true value: an input that tells nothing
 * comes out at 0 or a little below.
 *
 * Cost O(draws × (log draws + alternatives)).
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
  const gains = new Float64Array(draws);
  addPicked(gains, outcomes, order, 0, draws, -1);
  let [from, best] = [0, 0];
  for (const to of cuts) {
    best += (addPicked(gains, outcomes, order, from, to, 1) * (to - from)) / draws;
    from = to;
  }
  const whole = outcomes[bestMean(outcomes)].reduce((sum, y) => sum + y, 0) / draws;
  return { ...meanWithError(gains, replicates), plugIn: best - whole, bins: cuts.length };
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

/**
 * Adds to each draw of a stretch, times `sign`, the outcome of the alternative that the stretch's other draws have best.
 *
 * @returns the best mean of the stretch, its own draws included
 */
function addPicked(
  gains: Float64Array,
  outcomes: readonly Float64Array[],
  order: Uint32Array,
  from: number,
  to: number,
  sign: 1 | -1,
): number {
  const sums = outcomes.map((column) => {
    let sum = 0;
    for (let k = from; k < to; k++) sum += column[order[k]];
    return sum;
  });
  for (let k = from; k < to; k++) {
    const draw = order[k];
    let [picked, most] = [0, -Infinity];
    for (let d = 0; d < outcomes.length; d++) {
      const others = sums[d] - outcomes[d][draw];
      if (others > most) [picked, most] = [d, others];
    }
    gains[draw] += sign * outcomes[picked][draw];
  }
  return sums.reduce((most, sum) => Math.max(most, sum), -Infinity) / (to - from);
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
