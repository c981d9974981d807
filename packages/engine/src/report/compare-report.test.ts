import { describe, expect, test } from "vitest";
import { compareCentral } from "../analysis/compare-central.ts";
import { movesOfEach } from "../analysis/explain/moves-of-each.ts";
import { agendaAlone } from "../model/agenda-alone.oracle.ts";
import { changeCase } from "../model/change-case.ts";
import { readCase } from "../model/read-case.ts";
import { starterCase, starterSources } from "../model/starter-case.ts";
import { type CompareReport, compareReport } from "./compare-report.ts";
import { csvTable } from "./csv-table.ts";

const encoder = new TextEncoder();
const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, encoder.encode(text)]),
);

function reportOf(caseText: string, options: { readonly asOf?: string } = {}): CompareReport {
  const read = readCase({ path: "case.yaml", caseText, sources, options });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const comparison = compareCentral(read.value);
  return compareReport(read.value, comparison, movesOfEach(read.value, comparison));
}

/** The starter with changes, as `parley try` makes them. */
function changed(...changes: { path: string; value: unknown }[]): CompareReport {
  const text = changeCase(starterCase(), changes);
  if (!text.ok) throw new Error(JSON.stringify(text.problems));
  return reportOf(text.value);
}

const rowOf = (report: CompareReport, label: string) =>
  csvTable(report.table)
    .split("\r\n")
    .find((line) => line.includes(label));

describe("a case of words alone", () => {
  const report = reportOf(agendaAlone);
  test("has an agenda", () => {
    expect(rowOf(report, "SIT DOWN? (judgements counted),Eastbank")).toMatch(
      /accepts,not said or not entered,refuses,not said or not entered$/,
    );
  });
  test("says that terms are not coded, and not that there are none", () => {
    expect(rowOf(report, "Room for terms")).toMatch(/not coded,.*not coded/);
    expect(report.open).toEqual([
      { label: "To both", text: "agenda accepted: none; whether there is room for terms is not coded." },
    ]);
    expect([report.moves, report.terms.rows]).toEqual([[], []]);
    expect(report.inTheWay[0].text).toMatch(/only the agenda can be judged\.$/);
  });
  test("without framings there is nothing to compare, and it says so", () => {
    const bare = reportOf(agendaAlone.slice(0, agendaAlone.indexOf("framings:")));
    expect(bare.inShort).toMatch(/^No framing is entered/);
    expect([bare.table.rows, bare.open, bare.inTheWay]).toEqual([[], [], []]);
  });
});

test("where no value of no deal is entered, the figures against it are marked, and a note says what stands for it", () => {
  const report = changed({ path: "south.noDeal", value: null });
  expect(rowOf(report, "Southland, against no deal")).toMatch(/better.*not entered,.*not entered/);
  expect(rowOf(report, "Northland, against no deal")).not.toContain("not entered");
  expect(report.notes).toContain(
    "Southland: no value of no deal is entered; its value of the status quo stands for it.",
  );
});

test("parties outside that each could be satisfied, but not together, are said to be so", () => {
  const wants = (best: string, worst: string) => ({
    label: "Upland",
    role: "concerned",
    values: {
      weights: { release: 1 },
      options: { release: { [best]: 100, low: 50, [worst]: 0 } },
    },
    threshold: { value: 60 },
  });
  const report = changed(
    { path: "parties.delta", value: wants("high", "none") },
    { path: "parties.upland", value: wants("none", "high") },
    { path: "north.lines", value: null },
    { path: "south.lines", value: null },
    { path: "north.noDeal", value: 0 },
    { path: "south.noDeal", value: 0 },
  );
  const text = report.inTheWay.map((entry) => entry.text).join(" ");
  expect(text).toContain("No terms are sufficient to everyone outside at once.");
  expect(
    changed()
      .inTheWay.map((entry) => entry.text)
      .join(" "),
  ).not.toContain("at once");
});

test("what parties say they want has no date, so that it is not told of an earlier day", () => {
  expect(reportOf(starterCase()).inShort).toContain("Northland: Fill the dam within three years.");
  expect(reportOf(starterCase(), { asOf: "2026-01-01" }).inShort).toContain(
    "Northland has stated no position here.",
  );
});
