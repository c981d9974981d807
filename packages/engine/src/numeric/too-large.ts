/** What a problem asks that is more than we allow ourselves; never a wrong answer. */
export interface TooLarge {
  readonly kind: "too-large";
  /** Entries of the largest table. */
  readonly needed: number;
  readonly limit: number;
}
