const block = 32;

/**
 * A distribution of a no-deal value: the chance that what is offered reaches it.
 *
 * Held exactly, and as a ladder of steps that lies nowhere below it, by which searches are bounded.
 */
export class Acceptance {
  /** Chance that the value is at most this much. */
  readonly at: (offered: number) => number;
  /** Steps: from `#edges[k]` on the chance is at most 1 / `#inverse[k]`. Ascending; the last inverse is 1. */
  readonly #edges: Float64Array;
  readonly #inverse: Float64Array;
  readonly low: number;
  readonly high: number;
  #guess = 0;

  private constructor(at: (offered: number) => number, edges: Float64Array, chances: Float64Array) {
    this.at = at;
    this.#edges = edges;
    this.#inverse = chances.map((chance) => 1 / chance);
    this.low = edges[0];
    this.high = edges[edges.length - 1];
  }

  /** The value is known. */
  static known(value: number): Acceptance {
    return new Acceptance(
      (offered) => (offered >= value ? 1 : 0),
      Float64Array.of(value),
      Float64Array.of(1),
    );
  }

  /** @param cdf of a continuous distribution on [low, high] */
  static spread(low: number, high: number, cdf: (value: number) => number, steps = 1024): Acceptance {
    const width = (high - low) / steps;
    const edges = Float64Array.from({ length: steps + 1 }, (_, k) => (k === steps ? high : low + k * width));
    const chances = edges.map((_, k) => (k + 1 < steps ? cdf(low + (k + 1) * width) : 1));
    return new Acceptance(
      (offered) => (offered >= high ? 1 : offered <= low ? 0 : cdf(offered)),
      edges,
      chances,
    );
  }

  /** The share of some sampled values; there is at least one. */
  static sampled(values: ArrayLike<number>): Acceptance {
    const sorted = Float64Array.from(values).sort();
    const count = sorted.length;
    const at = (offered: number) => {
      let [from, to] = [0, count];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (sorted[middle] <= offered) from = middle + 1;
        else to = middle;
      }
      return from / count;
    };
    return new Acceptance(
      at,
      sorted,
      sorted.map((_, k) => (k + 1) / count),
    );
  }

  /** How fast the chance rises with what is offered, over a stretch of a sixteenth of the range. */
  slope(offered: number): number {
    const reach = (this.high - this.low) / 32;
    return reach === 0 ? 0 : (this.at(offered + reach) - this.at(offered - reach)) / (2 * reach);
  }

  /** At most the least of a / chance(v) + b·v over all v with some chance; a and b are not negative. */
  least(a: number, b: number): number {
    const edges = this.#edges;
    const inverse = this.#inverse;
    const count = edges.length;
    let best = a * inverse[this.#guess] + b * edges[this.#guess];
    for (let from = 0; from < count; from += block) {
      const to = Math.min(from + block, count);
      if (a * inverse[to - 1] + b * edges[from] >= best) continue;
      for (let k = from; k < to; k++) {
        const cost = a * inverse[k] + b * edges[k];
        if (cost < best) {
          best = cost;
          this.#guess = k;
        }
      }
    }
    return best;
  }
}
