import type { Comparison } from "../analysis/comparison.ts";
import type { MovesOfParty } from "../analysis/explain/moves-of-each.ts";
import type { Case } from "../model/case.ts";
import { type CaseHeading, caseHeading } from "./case-heading.ts";
import { compareTable } from "./compare-table.ts";
import { stepsInWords } from "./explain-words.ts";
import { inShort } from "./in-short.ts";
import { labelOf, list } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { questionsFirst } from "./questions-first.ts";
import { standsInTheWay } from "./stands-in-the-way.ts";
import type { Table } from "./table.ts";
import { termsTable } from "./terms-table.ts";

/** Everything the comparison says, before it is laid out for a terminal or a document. */
export interface CompareReport {
  readonly heading: CaseHeading;
  readonly basis: string;
  readonly inShort: string;
  readonly table: Table;
  /** What the deals could be, issue by issue. */
  readonly terms: Table;
  readonly open: readonly Labelled[];
  readonly inTheWay: readonly Labelled[];
  readonly moves: readonly Labelled[];
  readonly questions: readonly Labelled[];
  readonly reading: string;
}

export function compareReport(
  kase: Case,
  comparison: Comparison,
  moves: readonly MovesOfParty[],
): CompareReport {
  const { basis } = comparison;
  const reported = basis.said + basis.official;
  return {
    heading: caseHeading(kase),
    basis:
      `Basis: ${reported} of ${basis.entries} entries rest on a reported statement; ` +
      `${basis.judged} are the coder's own; ${basis.nothing} rest on nothing (parley gaps).`,
    inShort: inShort(kase, comparison),
    table: compareTable(kase, comparison),
    terms: termsTable(kase, comparison),
    open: openFramings(kase, comparison),
    inTheWay: sameTogether(
      comparison.framings.map((f) => ({
        label: f.label,
        text: standsInTheWay(kase, f).join(" ") || "Nothing that was entered.",
      })),
    ),
    moves: moves.map((m) => ({
      label: labelOf(kase.parties, m.party),
      text: moveInWords(kase, comparison, m),
    })),
    questions: questionsFirst(kase, comparison),
    reading: "One reading: every entry at its middle value. An answer for these entries, not a forecast.",
  };
}

/** Where everyone accepts the agenda and some terms are left, and what each principal would rather have than no deal. */
function openFramings(kase: Case, comparison: Comparison): Labelled[] {
  const named = (ids: readonly string[]) =>
    list(ids.map((id) => `“${labelOf(comparison.framings, id)}”`)) || "none";
  return [
    {
      label: kase.principals.length === 2 ? "To both" : "To all",
      text: `${named(comparison.acceptableToAll)}: agenda accepted, and room for terms.`,
    },
    ...Object.entries(comparison.preferred).map(([party, ids]) => ({
      label: labelOf(kase.parties, party),
      text: `accepts the agenda and is better off than without a deal: ${named(ids)}.`,
    })),
  ];
}

/** The moves with the fewest steps; where several open different agendas, each is named. */
function moveInWords(kase: Case, comparison: Comparison, { moves }: MovesOfParty): string {
  const fewest = moves.filter((move) => move.steps.length === moves[0].steps.length);
  if (fewest.length === 0) return "Nothing that it alone can move opens an agenda that is closed now.";
  return fewest
    .map(
      (move) =>
        `${stepsInWords(kase, move.steps)} (opens ${list(move.opens.map((id) => `“${labelOf(comparison.framings, id)}”`))})`,
    )
    .join("; or ")
    .replace(/^./, (first) => first.toUpperCase())
    .concat(".");
}

/** Entries with the same text under one label, in the order they first appear. */
function sameTogether(entries: readonly Labelled[]): Labelled[] {
  const byText = Map.groupBy(entries, (entry) => entry.text);
  return [...byText].map(([text, same]) => ({ label: same.map((entry) => entry.label).join(" · "), text }));
}
