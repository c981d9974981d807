import type { Basis } from "../model/case.ts";

/** One character for what a cell rests on, so that it survives print and every colour scheme. */
const marks: Readonly<Record<Basis, string>> = { said: '"', official: "~", judged: "", nothing: "?" };

export const basisMark = (basis: Basis): string => marks[basis];

export const basisLegend =
  "Marks: \" said; ~ said by officials not named; ? not said, or nothing entered; no mark: the coder's judgement.";
