import type { Entry, Given } from "../model/case.ts";

/** What was entered, as a reader would say it: "resists (0.1 to 0.4)", "0.2 to 0.6, most plausibly 0.4". */
export function givenInWords(given: Given): string {
  if (given.kind === "number") return number(given.value);
  if (given.kind === "word") {
    return given.low === given.high
      ? given.word
      : `${given.word} (${number(given.low)} to ${number(given.high)})`;
  }
  const { low, mode, high } = given;
  if (low === high) return number(mode);
  return `${number(low)} to ${number(high)}, most plausibly ${number(mode)}`;
}

/** With the coders' names where they differ: "first: 0.7; contrary: 0.4". */
export function entryInWords(entry: Entry): string {
  const alternatives = Object.entries(entry.alternatives);
  if (alternatives.length === 0) return givenInWords(entry.given);
  return alternatives.map(([coder, given]) => `${coder}: ${givenInWords(given)}`).join("; ");
}

/** Six significant digits at most, U+2212 for minus. */
function number(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
