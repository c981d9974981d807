import type { Acceptance } from "./acceptance.ts";
import type { Goal } from "./goal.ts";

/**
 * What an offer is worth to the proposer beyond no deal: its own gain times the chance that every other party's no-deal
 * value is reached.
 */
export class OfferGoal implements Goal {
  least = 0;
  readonly anyWillDo = false;
  own = 0;
  /** By sum: the proposer's no-deal value at its place; what rounding forgives. */
  base = 0;
  readonly slack: Float64Array;
  readonly #others: readonly Acceptance[];

  /** @param others by sum; the proposer's own is not read */
  constructor(others: readonly Acceptance[]) {
    this.#others = others;
    this.slack = new Float64Array(others.length);
  }

  value(sums: Float64Array, at: number): number {
    const gain = sums[at + this.own] - this.base;
    return gain <= 0 ? -Infinity : gain * this.chance(sums, at);
  }

  /** Chance that every other party's no-deal value is reached. */
  chance(sums: Float64Array, at: number): number {
    let chance = 1;
    for (let j = 0; j < this.#others.length; j++) {
      if (j !== this.own) chance *= this.#others[j].at(sums[at + j] + this.slack[j]);
    }
    return chance;
  }

  /** With one other party exact up to the ladder; with more, each in turn, the rest at the least they could accept. */
  bound(weights: Float64Array, level: number): number {
    const { own, base } = this;
    const others = this.#others;
    let rest = weights[own] * base;
    for (let j = 0; j < others.length; j++)
      if (j !== own) rest += weights[j] * (others[j].low - this.slack[j]);
    let best = rest + weights[own] * level;
    for (let j = 0; j < others.length; j++) {
      if (j === own) continue;
      const alone = others[j].least(weights[own] * level, weights[j]) - weights[j] * others[j].low;
      best = Math.max(best, rest + alone);
    }
    return best;
  }

  direction(sums: Float64Array, out: Float64Array): void {
    const { own } = this;
    const gain = sums[own] - this.base;
    let short = gain <= 0;
    for (let j = 0; j < this.#others.length; j++) {
      if (j !== own && this.#others[j].at(sums[j]) === 0) short = true;
    }
    for (let j = 0; j < this.#others.length; j++) {
      if (j === own) out[j] = short ? (gain <= 0 ? 1 : 0) : 1 / gain;
      else {
        const chance = this.#others[j].at(sums[j]);
        out[j] = short ? (chance === 0 ? 1 : 0) : this.#others[j].slope(sums[j]) / chance;
      }
    }
  }
}
