/** What a column's number becomes. Positions are those of the case. */
export type ColumnTarget =
  | { readonly to: "entry"; readonly entry: number }
  | { readonly to: "weight"; readonly party: number; readonly issue: number }
  | { readonly to: "option"; readonly party: number; readonly issue: number; readonly option: number }
  | { readonly to: "stance"; readonly party: number; readonly basket: number }
  | { readonly to: "line"; readonly party: number; readonly lines: readonly number[] }
  | { readonly to: "influence"; readonly party: number }
  | { readonly to: "hazard"; readonly hazard: number }
  | { readonly to: "recognition" | "delivery" | "unravels" };

/**
 * One input of a draw: a number strictly between 0 and 1 from the stream of its id, and what it becomes.
 *
 * A judgement is uncertain because we do not know; a chance is a coin that the world throws.
 */
export interface Column {
  /** Where it stands in the case, or, for a chance, `chance.` and what it is about: the id of its stream. */
  readonly id: string;
  readonly kind: "judgement" | "chance";
  readonly target: ColumnTarget;
}
