/** One combination of objective values that nothing dominates. */
export interface FrontierPoint {
  readonly values: readonly number[];
  /** Complete choices with these values. */
  readonly count: bigint;
  /** Up to `list` of them, in lexicographic order, put together when first read; empty without `withChoices`. */
  readonly choices: readonly (readonly number[])[];
  /** Whether `choices` leaves some out, though they were asked for. */
  readonly truncated: boolean;
}

export interface FrontierResult {
  /** By first objective descending, then second, and so on. Empty and `exact`: nothing is feasible. */
  readonly points: readonly FrontierPoint[];
  readonly method: "merging" | "elimination" | "branching" | "enumeration";
  /** False only when the problem was refused as too large: then there are no points and `notes` says why. */
  readonly exact: boolean;
  /** Share of each objective's range within which values count as equal; 0 where all sums are held as whole numbers. */
  readonly tolerance: number;
  readonly notes: readonly string[];
}
