import type { Comparison, FramingComparison } from "../analysis/comparison.ts";
import type { MoveOfParty } from "../analysis/one-move.ts";
import type { Case } from "../model/case.ts";
import { type CaseHeading, caseHeading } from "./case-heading.ts";
import { compareTable } from "./compare-table.ts";
import { inShort } from "./in-short.ts";
import { labelOf, list } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { questionsFirst } from "./questions-first.ts";
import { standsInTheWay } from "./stands-in-the-way.ts";
import type { Table } from "./table.ts";
import { termsInWords, termsOf } from "./terms-in-words.ts";

/** Everything the comparison says, before it is laid out for a terminal or a document. */
export interface CompareReport {
  readonly heading: CaseHeading;
  readonly basis: string;
  readonly inShort: string;
  readonly table: Table;
  /** Framing label, then what the deal could be. */
  readonly terms: readonly Labelled[];
  readonly inTheWay: readonly Labelled[];
  readonly moves: readonly Labelled[];
  readonly questions: readonly Labelled[];
  readonly reading: string;
}

export function compareReport(kase: Case, comparison: Comparison, moves: readonly MoveOfParty[]): CompareReport {
  const { basis } = comparison;
  const reported = basis.said + basis.official;
  return {
    heading: caseHeading(kase),
    basis:
      `Basis: ${reported} of ${basis.entries} entries rest on a reported statement; ` +
      `${basis.judged} are the coder's own; ${basis.nothing} rest on nothing (parley gaps).`,
    inShort: inShort(kase, comparison),
    table: compareTable(kase, comparison),
    terms: sameTogether(comparison.framings.map((f) => ({ label: f.label, text: illustrativeTerms(kase, f) }))),
    inTheWay: sameTogether(
      comparison.framings.map((f) => ({ label: f.label, text: standsInTheWay(kase, f).join(" ") || "Nothing that was entered." })),
    ),
    moves: moves.map((m) => ({ label: labelOf(kase.parties, m.party), text: moveInWords(comparison, m) })),
    questions: questionsFirst(kase, comparison),
    reading: "One reading: every entry at its middle value. An answer for these entries, not a forecast.",
  };
}

function illustrativeTerms(kase: Case, framing: FramingComparison): string {
  if (framing.none) return `None: ${framing.none.because}`;
  const deal = framing.focal.nash[0];
  const others = framing.focalCounts.nash === "1" ? "" : ` (one of ${framing.focalCounts.nash} alike)`;
  return termsInWords(termsOf(kase, framing.onTable, deal)) + others;
}

function moveInWords(comparison: Comparison, { moves }: MoveOfParty): string {
  if (moves.length === 0) return "Nothing that it alone can move opens an agenda.";
  return moves
    .map((move) => `${move.text} (opens ${list(move.opens.map((id) => `“${labelOf(comparison.framings, id)}”`))})`)
    .join("; or ")
    .concat(".");
}

/** Entries with the same text under one label, in the order they first appear. */
function sameTogether(entries: readonly Labelled[]): Labelled[] {
  const byText = Map.groupBy(entries, (entry) => entry.text);
  return [...byText].map(([text, same]) => ({ label: same.map((entry) => entry.label).join(" · "), text }));
}
