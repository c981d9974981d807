/** Thrown where exact work would take more memory or time than we allow ourselves: better no answer than half of one. */
export class TooLargeError extends RangeError {
  override readonly name = "TooLargeError";
}
