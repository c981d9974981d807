import type { FrontierPoint } from "./frontier-result.ts";

/** A point whose choices are listed when first asked for; then, and in a copy, plain data. */
export class TiedPoint implements FrontierPoint {
  readonly values: readonly number[];
  readonly count: bigint;
  declare readonly choices: readonly (readonly number[])[];
  readonly truncated: boolean;

  constructor(values: readonly number[], count: bigint, truncated: boolean, list: () => number[][]) {
    this.values = values;
    this.count = count;
    let known: number[][] | null = null;
    Object.defineProperty(this, "choices", { enumerable: true, get: () => (known ??= list()) });
    this.truncated = truncated;
  }
}
