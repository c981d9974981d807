/** Something wrong in the text of an expression. Offsets are UTF-16 units; `end` is exclusive, and equals `start` where something is missing. */
export interface ExpressionProblem {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}
