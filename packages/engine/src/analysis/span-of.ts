import type { Factor } from "../numeric/choice-problem.ts";

/** Widest range that a sum of tables allows. */
export function spanOf(factors: readonly Factor[]): number {
  let span = 0;
  for (const { values } of factors) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    span += high - low;
  }
  return span;
}
