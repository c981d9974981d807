/** A W3C TextQuoteSelector with, optionally, the offsets of a TextPositionSelector in UTF-16 units. */
export interface Quotation {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

export type Anchored =
  | {
      readonly kind: "found";
      readonly start: number;
      readonly end: number /** How many places fit. */;
      readonly count: number;
    }
  | {
      readonly kind: "elsewhere" /** The words are there, but not where the offsets say. */;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "out-of-context" /** The words are there, but not between this prefix and suffix. */;
      readonly count: number;
    }
  | {
      readonly kind: "nearly" /** The words as they stand, which differ only in this. */;
      readonly actual: string;
      readonly differs: "white space" | "quotation marks" | "letter case";
    }
  | { readonly kind: "absent" };

/** Where the words stand in a text, exactly as they are: nothing is normalised to find them. */
export function anchorQuotation(
  text: string,
  { exact, prefix = "", suffix = "", start, end }: Quotation,
): Anchored {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
  if (places.length === 0) return nearMiss(text, exact);
  const fitting = places.filter(
    (at) => text.startsWith(suffix, at + exact.length) && text.slice(0, at).endsWith(prefix),
  );
  if (fitting.length === 0) return { kind: "out-of-context", count: places.length };
  const wanted = start ?? (end === undefined ? undefined : end - exact.length);
  if (wanted === undefined)
    return { kind: "found", start: fitting[0], end: fitting[0] + exact.length, count: fitting.length };
  const agrees = fitting.includes(wanted) && (end === undefined || end === wanted + exact.length);
  if (agrees) return { kind: "found", start: wanted, end: wanted + exact.length, count: 1 };
  return { kind: "elsewhere", start: fitting[0], end: fitting[0] + exact.length };
}

/** Finds words that differ only in white space, in quotation marks, or in letter case, so that a message can say so. */
function nearMiss(text: string, exact: string): Anchored {
  const pieces = exact.trim().split(/\s+/);
  const forms: readonly [
    differs: "white space" | "quotation marks" | "letter case",
    pattern: string,
    flags: string,
  ][] = [
    ["white space", pieces.map(escaped).join("\\s+"), "u"],
    ["quotation marks", pieces.map((piece) => withAnyMarks(escaped(piece))).join("\\s+"), "u"],
    ["letter case", pieces.map((piece) => withAnyMarks(escaped(piece))).join("\\s+"), "iu"],
  ];
  for (const [differs, pattern, flags] of forms) {
    if (pattern === "") break;
    const actual = new RegExp(pattern, flags).exec(text)?.[0];
    if (actual !== undefined) return { kind: "nearly", actual, differs };
  }
  return { kind: "absent" };
}

function escaped(piece: string): string {
  return piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function withAnyMarks(pattern: string): string {
  return pattern.replace(/[“”„"«»]/gu, '[“”„"«»]').replace(/[‘’‚']/gu, "[‘’‚']");
}

/** Whether a place in a text lies inside quotation marks of its paragraph. Single marks do not count: they are also apostrophes. */
export function standsInQuotationMarks(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf("\n\n", start) + 1;
  const next = text.indexOf("\n\n", end);
  const paragraph = text.slice(from, next < 0 ? undefined : next);
  for (const span of paragraph.matchAll(/“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]/gu)) {
    const first = from + span.index;
    if (first < start && end < first + span[0].length) return true;
  }
  return false;
}
