/** Tells whether partial choices at one state can still lead to a point that known ones do not dominate. */
export interface Outlook {
  /** @param held all sums of a partial choice, held values */
  promising(held: Float64Array): boolean;
}
