import {
  type Case,
  type Comparison,
  compareCentral,
  compareMarkdown,
  compareReport,
  compareTable,
  compareText,
  csvTable,
  movesOfEach,
  type Readings,
  readingsMarkdown,
  readingsReport,
  readingsTable,
  readingsText,
} from "@parley/engine";
import type { OptionSpec, Output, Request, WholeOutput } from "../command-module.ts";
import type { RanReadings } from "./run-readings.ts";

/** How readings are shown. */
export const shownOptions: readonly OptionSpec[] = [
  { syntax: "--exact", about: "also the shares themselves, with their intervals" },
  { syntax: "--ascii", about: "letters in place of the marks" },
];

/** The comparison in the central reading. @param notes what was done to read the case */
export function centralOutput(kase: Case, notes: readonly string[]): Output {
  const comparison = centralComparison(kase, notes);
  const report = () => compareReport(kase, comparison, movesOfEach(kase, comparison));
  return {
    json: () => ({ ...comparison, moves: movesOfEach(kase, comparison) }),
    text: (layout) => compareText(report(), layout),
    markdown: () => compareMarkdown(report()),
    csv: () => csvTable(compareTable(kase, comparison)),
    found: comparison.acceptableToAll.length === 0,
  };
}

/**
 * The same with the readings.
 *
 * @param kept what Ctrl-C leaves, as a sentence
 */
export function wholeOutput(
  kase: Case,
  notes: readonly string[],
  { readings, interrupted }: RanReadings,
  { options }: Pick<Request, "options">,
  kept: string,
): WholeOutput {
  const central = centralOutput(kase, notes);
  const last = interrupted ? `${kept}\n` : "";
  if (readings === null)
    return { ...central, interrupted, more: () => `Cut short before the first readings were done. ${last}` };
  const shown = { ascii: options.ascii === true, exact: options.exact === true };
  const report = () => readingsReport(kase, readings, shown);
  return {
    json: () => {
      const comparison = centralComparison(kase, notes);
      return { ...withReadings(comparison, readings), moves: movesOfEach(kase, comparison) };
    },
    text: (layout) => `${central.text(layout)}\n${readingsText(report(), layout)}`,
    markdown: () => `${central.markdown?.()}\n${readingsMarkdown(report())}`,
    csv: () => {
      const table = compareTable(kase, centralComparison(kase, notes));
      return csvTable({ ...table, rows: [...table.rows, ...readingsTable(kase, readings).rows] });
    },
    more: (layout) => readingsText(report(), layout) + (last === "" ? "" : `\n${last}`),
    found: central.found ?? false,
    interrupted,
  };
}

function centralComparison(kase: Case, notes: readonly string[]): Comparison {
  const found = compareCentral(kase);
  return { ...found, reading: { ...found.reading, notes: [...notes, ...found.reading.notes] } };
}

/** What the readings add to each framing, and on the whole. */
function withReadings(comparison: Comparison, readings: Readings) {
  const { framings, draws, seed, best, differences, case: _, ...rest } = readings;
  const added = new Map(framings.map(({ id, label, none, ...figures }) => [id, figures]));
  return {
    ...comparison,
    framings: comparison.framings.map((framing) => ({ ...framing, ...added.get(framing.id) })),
    draws,
    seed,
    best,
    differences,
    readings: rest,
  };
}
