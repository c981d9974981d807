import type { Case } from "./case.ts";
import { centralValue } from "./central-value.ts";
import { stanceWords } from "./likelihood-words.ts";
import { type Placement, placements } from "./placement.ts";

/**
 * How likely a party is to sit down with a basket so placed, in the central reading.
 *
 * Where nothing is entered it accepts; but where it insists on another placement of that basket, it resists.
 */
export function centralStance(
  { parties, entries }: Case,
  party: number,
  basket: number,
  placement: Placement,
): number {
  const stances = parties[party].stances[basket];
  const entry = stances[placements.indexOf(placement)];
  if (entry >= 0) return centralValue(entries[entry].given);
  const insists = stances.some((other) => other >= 0 && isInsistence(entries[other].given));
  const [low, high] = insists ? stanceWords.resists : stanceWords.accepts;
  return (low + high) / 2;
}

function isInsistence(given: Case["entries"][number]["given"]): boolean {
  return given.kind === "word" && given.word === "insists";
}
