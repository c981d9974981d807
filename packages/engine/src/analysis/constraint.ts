/** Something that stands in the way of a deal, as it is entered in the case. */
export interface Constraint {
  /** Unique within a framing. */
  readonly id: string;
  /** `not-status-quo`: a deal has to change something. */
  readonly kind: "line" | "no-deal-value" | "must-settle" | "threshold" | "agenda-refusal" | "not-status-quo";
  /** Whose it is; null for what the framing itself asks. */
  readonly party: string | null;
  /** The line's label, or what is asked in a few words, without the party's name. */
  readonly label: string;
  /** Where it stands in the case; null where nothing was entered. */
  readonly path: string | null;
  /** The value it asks for, on the party's scale; null where it is not a value. */
  readonly value: number | null;
}
