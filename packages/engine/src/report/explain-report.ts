import type { Explanation, Obstacles } from "../analysis/explain/explanation.ts";
import type { Case } from "../model/case.ts";
import { type CaseHeading, caseHeading } from "./case-heading.ts";
import { costsTable } from "./explain-costs.ts";
import { explainShort } from "./explain-short.ts";
import { conflictsTable, movesTable, openingsTable } from "./explain-tables.ts";
import type { Table } from "./table.ts";

/** Everything an explanation says, before it is laid out for a terminal or a document. */
export interface ExplainReport {
  readonly heading: CaseHeading;
  readonly framing: string;
  /** About five sentences. */
  readonly inShort: readonly string[];
  /** Empty tables left out. */
  readonly tables: readonly Table[];
  readonly closing: readonly string[];
}

/** @param goal `sufficient` leaves out of the tables what any deal takes */
export function explainReport(
  kase: Case,
  explanation: Explanation,
  goal: "both" | "sufficient" = "both",
): ExplainReport {
  const shown = goal === "both" ? explanation : { ...explanation, deal: nothingAsked(explanation.deal) };
  const tables = [conflictsTable, openingsTable, movesTable, costsTable].map((make) => make(kase, shown));
  return {
    heading: caseHeading(kase),
    framing: explanation.framing.label,
    inShort: explainShort(kase, explanation),
    tables: tables.filter(({ rows }) => rows.length > 0),
    closing: [
      ...explanation.notes,
      "One reading: every entry at its middle value. It describes these entries; it recommends no move. Points are on each party's own scale and do not compare.",
    ],
  };
}

function nothingAsked(deal: Obstacles): Obstacles {
  return { ...deal, open: true, conflicts: [], openings: [], moves: [] };
}
