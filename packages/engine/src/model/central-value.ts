import type { Given } from "./case.ts";

/** The value of the central reading: the number, the mode, or the middle of what a word allows. */
export function centralValue(given: Given): number {
  if (given.kind === "number") return given.value;
  return given.kind === "range" ? given.mode : (given.low + given.high) / 2;
}
