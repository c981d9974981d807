/** A text under a name: a framing and its terms, a party and its move. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}
