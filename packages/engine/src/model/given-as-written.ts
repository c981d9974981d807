import type { Given } from "./case.ts";

/** What was entered, as one would write it: `0.4`, `[0.2, 0.4, 0.6]`, `[0.2, 0.4, 0.6] pert`, `resists`. */
export function givenAsWritten(given: Given): string {
  if (given.kind === "number") return String(given.value);
  if (given.kind === "word") return given.word;
  return `[${given.low}, ${given.mode}, ${given.high}]${given.shape === "pert" ? " pert" : ""}`;
}
