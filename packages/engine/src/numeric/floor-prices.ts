import type { ChoicePlan } from "./choice-plan.ts";

export interface FloorPrices {
  /** Per bounded sum, in units of the weighted objectives per unit of the sum; never negative. */
  readonly prices: Float64Array;
  /** No feasible choice has more: weighted objectives plus priced excess over the floors. Without objectives, below 0 proves that nothing is feasible. */
  readonly bound: number;
}

const ROUNDS = 60;

/**
 * Prices at which the bounded sums may be bought and sold, such that the best choice without floors promises as little as
 * possible: the Lagrangian dual by subgradient steps (Held, Wolfe & Crowder 1974). Any prices are valid; better ones only
 * prune more. Cost O(rounds · states · options · sums).
 *
 * @param weights of the objectives, per held unit; all zero asks for feasibility alone, and then the prices sum to 1 in units of each sum's range
 */
export function floorPrices(plan: ChoicePlan, weights: ArrayLike<number>): FloorPrices {
  const { sums, objectives } = plan;
  const range = Float64Array.from({ length: sums }, (_, j) => plan.most[0][j] - plan.least[0][j] || 1);
  const mix = new Float64Array(sums);
  for (let j = 0; j < objectives; j++) mix[j] = weights[j];
  let size = 0;
  for (let j = 0; j < objectives; j++) size += weights[j] * range[j];
  const only = size === 0;
  const bounded = sums - objectives;
  const scaled = new Float64Array(bounded).fill(only ? 1 / Math.max(bounded, 1) : 0);
  let best = scaled.slice();
  let bound = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    for (let b = 0; b < bounded; b++) mix[objectives + b] = scaled[b] / range[objectives + b];
    const { value, excess } = bestMix(plan, mix);
    if (value < bound) [best, bound] = [scaled.slice(), value];
    if (only && bound < 0) break;
    let norm = 0;
    for (let b = 0; b < bounded; b++) norm += (excess[objectives + b] / range[objectives + b]) ** 2;
    if (norm === 0) break;
    const stride = ((only ? 1 : size) * 0.3) / (1 + round / 4) / Math.sqrt(norm);
    let total = 0;
    for (let b = 0; b < bounded; b++) {
      scaled[b] = Math.max(0, scaled[b] - (stride * excess[objectives + b]) / range[objectives + b]);
      total += scaled[b];
    }
    if (only) for (let b = 0; b < bounded; b++) scaled[b] = total > 0 ? scaled[b] / total : 1 / bounded;
  }
  return { prices: best.map((price, b) => price / range[objectives + b]), bound };
}

/** The largest mix of sums over choices that masks allow, above the floors of the bounded ones, and by how much that choice exceeds each floor. */
function bestMix(plan: ChoicePlan, mix: Float64Array): { value: number; excess: Float64Array } {
  const { sums, objectives, steps, states, floors, start } = plan;
  let after = new Float64Array(1);
  const picks: Int32Array[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    const { options, next, gain, perState } = steps[i];
    const width = options.length;
    const mixed = new Float64Array(gain.length / sums);
    for (let at = 0; at < mixed.length; at++) {
      let value = 0;
      for (let j = 0; j < sums; j++) value += mix[j] * gain[at * sums + j];
      mixed[at] = value;
    }
    const best = new Float64Array(states[i]).fill(-Infinity);
    const pick = new Int32Array(states[i]).fill(-1);
    for (let at = 0; at < next.length; at++) {
      if (next[at] < 0) continue;
      const state = Math.floor(at / width);
      const value = after[next[at]] + mixed[perState ? at : at % width];
      if (value > best[state]) {
        best[state] = value;
        pick[state] = at % width;
      }
    }
    after = best;
    picks[i] = pick;
  }
  const excess = start.slice();
  let state = 0;
  for (let i = 0; i < steps.length; i++) {
    const { options, next, gain, perState } = steps[i];
    const at = state * options.length + picks[i][state];
    const gainAt = (perState ? at : picks[i][state]) * sums;
    for (let j = 0; j < sums; j++) excess[j] += gain[gainAt + j];
    state = next[at];
  }
  for (let j = objectives; j < sums; j++) excess[j] -= floors[j];
  let value = 0;
  for (let j = 0; j < sums; j++) value += mix[j] * excess[j];
  return { value, excess };
}
