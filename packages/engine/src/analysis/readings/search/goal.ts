/** What a search makes as large as possible: a function of the sums that rises, or stays, with each of them. */
export interface Goal {
  /** Below this nothing is of interest. */
  readonly least: number;
  /** Any choice of at least that will do. */
  readonly anyWillDo: boolean;
  /**
   * @param sums read from `at`
   * @returns -Infinity where it is ruled out
   */
  value(sums: Float64Array, at: number): number;
  /** No choice whose sums, weighted, stay below this can have a value of `level`. Weights are not negative. */
  bound(weights: Float64Array, level: number): number;
  /** Writes the direction in which the goal rises fastest, relative to its value. */
  direction(sums: Float64Array, out: Float64Array): void;
}
