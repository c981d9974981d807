import type { Goal } from "./goal.ts";

/** Another goal, asked only of choices whose further sums reach floors of their own. The goal's sums come first. */
export class SufficientGoal implements Goal {
  inner!: Goal;
  /** By further sum. */
  readonly floors: Float64Array;
  readonly #own: number;

  constructor(own: number, further: number) {
    this.#own = own;
    this.floors = new Float64Array(further);
  }

  get least(): number {
    return this.inner.least;
  }

  get anyWillDo(): boolean {
    return this.inner.anyWillDo;
  }

  value(sums: Float64Array, at: number): number {
    const from = at + this.#own;
    for (let j = 0; j < this.floors.length; j++) if (sums[from + j] < this.floors[j]) return -Infinity;
    return this.inner.value(sums, at);
  }

  bound(weights: Float64Array, level: number): number {
    let sum = this.inner.bound(weights, level);
    for (let j = 0; j < this.floors.length; j++) sum += weights[this.#own + j] * this.floors[j];
    return sum;
  }

  direction(sums: Float64Array, out: Float64Array): void {
    this.inner.direction(sums, out);
    let size = 0;
    for (let j = 0; j < this.#own; j++) size += out[j];
    for (let j = 0; j < this.#own; j++)
      out[j] = size > 0 && Number.isFinite(size) ? out[j] / size : 1 / this.#own;
    for (let j = 0; j < this.floors.length; j++) {
      out[this.#own + j] = sums[this.#own + j] < this.floors[j] ? 1 : 0;
    }
  }
}
