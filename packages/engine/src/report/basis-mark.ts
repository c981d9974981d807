import type { Basis } from "../model/case.ts";

/** One character for what a cell rests on, so that it survives print and every colour scheme. */
const marks: Readonly<Record<Basis, string>> = { said: '"', official: "~", judged: "", nothing: "?" };

export const basisMark = (basis: Basis): string => marks[basis];

/** A mark spelt out, for readers without the legend; empty for none. */
export const markInWords = (mark: string): string => wordsOfMarks.get(mark) ?? mark;

const wordsOfMarks = new Map([
  [marks.said, "said"],
  [marks.official, "said by officials not named"],
  [marks.nothing, "not said or not entered"],
]);

export const basisLegend =
  "Marks: \" said; ~ said by officials not named; ? not said, or nothing entered; no mark: the coder's judgement.";
