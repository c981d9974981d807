import type { Case, Issue } from "../model/case.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2026-02-06` as "6 February 2026". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}

/** "a", "a and b", "a, b and c". */
export function list(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}

/** A difference in points, rounded, with its sign; U+2212 for minus. */
export function signed(difference: number): string {
  const rounded = Math.round(difference);
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}

export const plural = (n: number | string, one: string, many = `${one}s`): string =>
  `${n} ${String(n) === "1" ? one : many}`;

/** Whole digits in groups of three, so that large counts can be read. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The label of a party, issue, basket or framing by its id; the id itself where there is none. */
export function labelOf(
  things: readonly { readonly id: string; readonly label: string }[],
  id: string,
): string {
  return things.find((thing) => thing.id === id)?.label ?? id;
}

/** A label for the middle of a sentence: first letter lowered unless the first word looks like a name or abbreviation. */
export function inSentence(label: string, names: ReadonlySet<string>): string {
  const first = label.split(/[\s-]/, 1)[0];
  return /^[A-Z][a-z]*$/.test(first) && !names.has(first) ? first[0].toLowerCase() + label.slice(1) : label;
}

/** First words of party labels and aliases: they keep their capital in a sentence. */
export function namesIn(kase: Case): ReadonlySet<string> {
  const labels = kase.parties.flatMap((p) => [p.label, ...kase.document.parties[p.id].aliases]);
  return new Set(labels.flatMap((label) => label.split(/[\s-]/)));
}

export const optionLabel = (issue: Issue, optionId: string): string => labelOf(issue.options, optionId);
