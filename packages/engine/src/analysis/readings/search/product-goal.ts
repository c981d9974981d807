import type { Goal } from "./goal.ts";

/** The product of gains over base values, no gain negative beyond rounding. Its level sets are convex. */
export class ProductGoal implements Goal {
  readonly least = 0;
  anyWillDo = false;
  /** By sum: what gains count from, what rounding forgives, and whether its gain is in the product. */
  readonly base: Float64Array;
  readonly slack: Float64Array;
  readonly counts: Uint8Array;

  constructor(sums: number) {
    this.base = new Float64Array(sums);
    this.slack = new Float64Array(sums);
    this.counts = new Uint8Array(sums).fill(1);
  }

  value(sums: Float64Array, at: number): number {
    let product = 1;
    for (let j = 0; j < this.base.length; j++) {
      const gain = sums[at + j] - this.base[j];
      if (gain < -this.slack[j]) return -Infinity;
      if (this.counts[j] !== 0) product *= gain > this.slack[j] ? gain : 0;
    }
    return product;
  }

  /** Weighted gains are least, for a given product, where all weighted gains are equal. */
  bound(weights: Float64Array, level: number): number {
    let [sum, product, members] = [0, level, 0];
    for (let j = 0; j < this.base.length; j++) {
      sum += weights[j] * (this.base[j] - this.slack[j]);
      if (this.counts[j] === 0) continue;
      members++;
      product *= weights[j];
    }
    if (product <= 0 || members === 0) return sum;
    return sum + members * (members === 2 ? Math.sqrt(product) : product ** (1 / members));
  }

  direction(sums: Float64Array, out: Float64Array): void {
    let short = false;
    for (let j = 0; j < this.base.length; j++) if (sums[j] < this.base[j]) short = true;
    for (let j = 0; j < this.base.length; j++) {
      const gain = sums[j] - this.base[j];
      if (short) out[j] = gain < 0 ? 1 : 0;
      else out[j] = this.counts[j] === 0 ? 0 : 1 / Math.max(gain, 1e-9);
    }
  }
}
