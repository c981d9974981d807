import type { Readings } from "../analysis/readings/readings-result.ts";
import type { Case } from "../model/case.ts";
import { grouped, plural } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { readingsBest } from "./readings-best.ts";
import { endingsLegend, tenMarks } from "./readings-endings.ts";
import { readingsTable } from "./readings-table.ts";
import { column, row, type Table } from "./table.ts";

export interface ReadingsReportOptions {
  /** Letters in place of marks, for screens and files that hold nothing else. */
  readonly ascii: boolean;
  /** Also the shares themselves, with their intervals. */
  readonly exact: boolean;
}

/** What the readings say, before it is laid out. Escalation is not in it: it stands in the figures for programs only. */
export interface ReadingsReport {
  /** What was read, how often. */
  readonly about: string;
  /** How each framing ends in ten readings, as things stand and had they sat down. */
  readonly endings: Table;
  readonly legend: string;
  /** In how many of ten readings which framing is best for whom; empty where nobody has values. */
  readonly best: readonly Labelled[];
  readonly bestNote: string;
  /** Null unless asked for. */
  readonly exact: Table | null;
  /** How shares of readings are to be taken. */
  readonly caution: string;
  /** What was left out or cut short; in sentences. */
  readonly notes: readonly string[];
}

/** The sentence that stands beside every count of readings. */
const caution = "Share of the readings examined, given the likelihoods entered; not a forecast.";

export function readingsReport(
  kase: Case,
  readings: Readings,
  { ascii, exact }: ReadingsReportOptions,
): ReadingsReport {
  return {
    about:
      `${grouped(String(readings.draws))} readings: in each, every judgement takes one of the values left open, and what is ` +
      "left to chance is drawn. Every agenda is tried in the same readings. Of ten readings:",
    endings: endingsTable(readings, ascii),
    legend: legendOf(readings, ascii),
    best: readingsBest(kase, readings),
    bestNote:
      "Best: agreed, holds, and is worth more to it than any other agenda and than no deal. For all: no other agenda, nor no " +
      "deal, is better for one of those who must agree without being worse for another.",
    exact: exact ? readingsTable(kase, readings) : null,
    caution,
    notes: [...stoppedNotes(readings), ...readings.notes],
  };
}

function legendOf({ framings }: Readings, ascii: boolean): string {
  const comesApart = framings.some(({ hadTheySatDown }) => hadTheySatDown.agendaRefused.share > 0);
  return [
    `${endingsLegend(ascii)}.`,
    ...(comesApart
      ? ["Had they sat down, an agenda left open can still come apart: counted as refused."]
      : []),
    "0 of 10 is few, not never: --exact has the shares.",
  ].join(" ");
}

function endingsTable({ framings }: Readings, ascii: boolean): Table {
  const tenWords = (shares: Parameters<typeof tenMarks>[0]) => {
    const { marks, hold } = tenMarks(shares, ascii);
    return `${marks} ${hold} of 10 hold`;
  };
  return {
    title: "How ten readings end",
    columns: [column(""), column("As things stand"), column("Had they sat down")],
    rows: framings.map((framing) =>
      row(framing.label, tenWords(framing.shares), tenWords(framing.hadTheySatDown)),
    ),
  };
}

function stoppedNotes({ stopped, draws, asked }: Readings): string[] {
  const of = `${plural(grouped(String(draws)), "reading")} of ${grouped(String(asked))}`;
  if (stopped === "cut-short") return [`Cut short: ${of}.`];
  if (stopped === "precise") return [`Stopped after ${of}: every share is known as closely as was asked.`];
  return [];
}
