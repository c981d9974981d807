import type { Ending, Shares } from "../analysis/readings/readings-result.ts";
import { tenths } from "./readings-tenths.ts";

/** Endings as they are shown: in this order, each with its mark, the letter for screens without it, and words. */
interface ShownEnding {
  readonly endings: readonly Ending[];
  readonly mark: string;
  readonly letter: string;
  readonly words: string;
}

const shownEndings: readonly ShownEnding[] = [
  { endings: ["durable"], mark: "●", letter: "H", words: "agreed and holds" },
  { endings: ["insufficient"], mark: "◐", letter: "U", words: "agreed, undone by outside concerns" },
  { endings: ["overtakenByEvents"], mark: "○", letter: "E", words: "agreed, overtaken by events" },
  { endings: ["noZone", "bargainingFailure"], mark: "–", letter: "-", words: "sat down, no terms" },
  { endings: ["agendaRefused"], mark: "×", letter: "x", words: "agenda refused" },
];

const sharesShown = (shares: Shares): number[] =>
  shownEndings.map((group) => group.endings.reduce((sum, ending) => sum + shares[ending].share, 0));

/** Ten marks, endings in order; the first are those that hold. */
export function tenMarks(shares: Shares, ascii: boolean): { readonly marks: string; readonly hold: number } {
  const counts = tenths(sharesShown(shares));
  const marks = shownEndings.map(({ mark, letter }, i) => (ascii ? letter : mark).repeat(counts[i]));
  return { marks: marks.join(""), hold: counts[0] };
}

export const endingsLegend = (ascii: boolean): string =>
  shownEndings.map(({ mark, letter, words }) => `${ascii ? letter : mark} ${words}`).join("; ");
