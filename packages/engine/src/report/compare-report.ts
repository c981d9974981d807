import type { Comparison } from "../analysis/comparison.ts";
import type { MovesOfParty } from "../analysis/explain/moves-of-each.ts";
import type { Case } from "../model/case.ts";
import { type CaseHeading, caseHeading } from "./case-heading.ts";
import { compareTable, isComputed } from "./compare-table.ts";
import { stepsInWords } from "./explain-words.ts";
import { inShort } from "./in-short.ts";
import { labelOf, list, plural } from "./in-words.ts";
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
  /** What was assumed or left out on the way, each once, with the framings it concerns. */
  readonly notes: readonly string[];
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
      `Basis: ${reported} of ${plural(basis.entries, "entry", "entries")} ${reported === 1 ? "rests" : "rest"} on a reported statement; ` +
      `${basis.judged} ${basis.judged === 1 ? "is" : "are"} the coder's own; ${basis.nothing} ${basis.nothing === 1 ? "rests" : "rest"} on nothing (parley gaps).`,
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
    moves: comparison.framings.some(isComputed)
      ? moves.map((m) => ({
          label: labelOf(kase.parties, m.party),
          text: moveInWords(kase, comparison, m),
        }))
      : [],
    questions: questionsFirst(kase, comparison),
    notes: notesOf(comparison),
    reading: "One reading: every entry at its middle value. An answer for these entries, not a forecast.",
  };
}

/** Where everyone accepts the agenda and some terms are left, and what each principal would rather have than no deal. */
function openFramings(kase: Case, comparison: Comparison): Labelled[] {
  const { framings } = comparison;
  if (framings.length === 0) return [];
  const named = (ids: readonly string[]) => list(ids.map((id) => `“${labelOf(framings, id)}”`)) || "none";
  const all = kase.principals.length === 2 ? "To both" : "To all";
  if (!framings.some(isComputed)) {
    const accepted = framings.filter(({ agenda }) => agenda.accepted).map(({ id }) => id);
    const unknown = "whether there is room for terms is not coded";
    return [{ label: all, text: `agenda accepted: ${named(accepted)}; ${unknown}.` }];
  }
  return [
    {
      label: all,
      text:
        comparison.acceptableToAll.length === 0
          ? "none: no agenda is accepted by all principals and leaves room for terms."
          : `${named(comparison.acceptableToAll)}: agenda accepted, and room for terms.`,
    },
    ...Object.entries(comparison.preferred).map(([party, ids]) => ({
      label: labelOf(kase.parties, party),
      text: `accepts the agenda and is better off than without a deal: ${named(ids)}.`,
    })),
  ];
}

/** Notes of the reading, then of the framings; those that do not concern all framings name theirs. */
function notesOf({ reading, framings }: Comparison): string[] {
  const about = Map.groupBy(
    framings.flatMap(({ label, notes }) => notes.map((note) => ({ label, note }))),
    ({ note }) => note,
  );
  const found = [...about].map(([note, same]) =>
    same.length === framings.length ? note : `${list(same.map(({ label }) => `“${label}”`))}: ${note}`,
  );
  return [...new Set([...reading.notes, ...found])];
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
