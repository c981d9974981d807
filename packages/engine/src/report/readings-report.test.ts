import { beforeAll, describe, expect, test } from "vitest";
import { Gathering } from "../analysis/readings/chunk/gather.ts";
import { makeManifest } from "../analysis/readings/chunk/manifest.ts";
import { runChunk } from "../analysis/readings/chunk/run-chunk.ts";
import { muscat } from "../analysis/readings/muscat.oracle.ts";
import { type Ending, endings, type Readings, type Shares } from "../analysis/readings/readings-result.ts";
import type { Case } from "../model/case.ts";
import { csvTable } from "./csv-table.ts";
import { readingsMarkdown } from "./readings-markdown.ts";
import { readingsReport } from "./readings-report.ts";
import { readingsTable } from "./readings-table.ts";
import { readingsText } from "./readings-text.ts";
import { plain } from "./style.ts";

let kase: Case;
let readings: Readings;

beforeAll(() => {
  kase = muscat();
  const manifest = makeManifest(kase, { draws: 200, chunkSize: 200, sample: { draws: 0, inner: 1 } });
  if (!manifest.ok) throw new Error(manifest.problems[0].message);
  const gathering = new Gathering(kase, manifest.value);
  gathering.add(runChunk(kase, manifest.value, 0));
  const found = gathering.readings();
  // Figures that a reader can check by hand, in the first framing.
  const shares = sharesOf({
    durable: 0.31,
    insufficient: 0.2,
    noZone: 0.13,
    bargainingFailure: 0.12,
    agendaRefused: 0.24,
  });
  const satDown = sharesOf({ durable: 0.5, insufficient: 0.2, overtakenByEvents: 0.3 });
  const [first, ...rest] = found.framings;
  readings = {
    ...found,
    framings: [{ ...first, shares, hadTheySatDown: satDown }, ...rest],
    best: {
      ...found.best,
      iran: share("nuclear_only", 0.4, 0.6),
      israel: share("nuclear_only", 0.4, 0.6),
      jointly: share("nuclear_only", 0.04, 0.96),
    },
  };
});

const sharesOf = (given: Partial<Record<Ending, number>>): Shares =>
  Object.fromEntries(
    endings.map((ending) => [ending, { share: given[ending] ?? 0, low: 0, high: 1 }]),
  ) as Shares;

const share = (id: string, best: number, none: number) => ({
  ...Object.fromEntries(kase.framings.map((framing) => [framing.id, 0])),
  [id]: best,
  none,
});

const text = (options: { ascii: boolean; exact: boolean }, width = 120) =>
  readingsText(readingsReport(kase, readings, options), { width, style: plain });

describe("ten readings", () => {
  test("as ten marks, endings in order, those that hold counted in words", () => {
    // 3.1, 2.0, 2.5 and 2.4 of ten: one tenth is left, and .5 is the largest remainder.
    expect(text({ ascii: false, exact: false })).toMatch(
      /Nuclear only +●●●◐◐–––×× 3 of 10 hold +●●●●●◐◐○○○ 5 of 10 hold/,
    );
  });

  test("as letters where marks cannot be shown", () => {
    const shown = text({ ascii: true, exact: false });
    expect(shown).toMatch(/Nuclear only +HHHUU---xx 3 of 10 hold +HHHHHUUEEE 5 of 10 hold/);
    expect(shown).toContain("H agreed and holds; U agreed, undone by outside concerns;");
    expect(shown).not.toMatch(/[●◐○×]/);
  });

  test("an agenda left open that comes apart is explained, where there is one", () => {
    const legend = (framings: Readings["framings"]) =>
      readingsReport(kase, { ...readings, framings }, { ascii: false, exact: false }).legend;
    expect(legend(readings.framings)).toContain("come apart");
    expect(legend(readings.framings.slice(0, 1))).not.toContain("come apart");
  });

  test("best for whom: parties of which the same is to be said stand together; none is said", () => {
    const { best } = readingsReport(kase, readings, { ascii: false, exact: false });
    expect(best.find(({ label }) => label.startsWith("Iran"))).toEqual({
      label: "Iran, Israel",
      text: "“Nuclear only” in 4; none of them in 6.",
    });
    expect(best.at(-1)).toEqual({ label: "For both who must agree", text: "none of them in 10." });
  });
});

describe("what is always said, and what never", () => {
  const sentence = /Share of the readings examined,\s+given the likelihoods entered;\s+not a forecast\./;

  test("beside the counts: not a forecast", () => {
    expect(text({ ascii: false, exact: false })).toMatch(sentence);
    expect(readingsMarkdown(readingsReport(kase, readings, { ascii: false, exact: false }))).toMatch(
      sentence,
    );
  });

  test("no escalation, not even one step further in", () => {
    const report = readingsReport(kase, readings, { ascii: false, exact: true });
    const all = [
      readingsText(report, { width: 100, style: plain }),
      readingsMarkdown(report),
      csvTable(readingsTable(kase, readings)),
    ].join("\n");
    expect(all).not.toMatch(/escalat/i);
    expect(all).toMatch(/Talks go on/);
  });

  test("decimals only one step further in, with the interval", () => {
    const shown = text({ ascii: false, exact: false });
    expect(shown).not.toMatch(/\d\.\d/);
    expect(text({ ascii: false, exact: true })).toMatch(/31\.0\s+\S+[\s\S]*\(0\.0–100\.0\)/);
  });

  test("why it stopped before all were examined", () => {
    const notes = (stopped: Readings["stopped"]) =>
      readingsReport(kase, { ...readings, stopped, asked: 10_000 }, { ascii: false, exact: false }).notes;
    expect(notes("cut-short")).toContain("Cut short: 200 readings of 10,000.");
    expect(notes("precise")[0]).toMatch(/^Stopped after 200 readings of 10,000: /);
    expect(notes("complete").join()).not.toMatch(/Cut short|Stopped/);
  });
});

test("framings in case order, every ending one step further in", () => {
  const { columns, rows } = readingsTable(kase, readings);
  expect(columns.slice(1).map(({ header }) => header)).toEqual(kase.framings.map(({ label }) => label));
  const labels = rows.flatMap((row) => ("cells" in row ? [row.cells[0].text.trim()] : []));
  expect(labels.slice(0, 6)).toEqual([
    "Agreed and holds",
    "Agreed, undone by outside concerns",
    "Agreed, overtaken by events",
    "Sat down, room for terms, none found",
    "Sat down, no room for terms",
    "Agenda refused",
  ]);
});

test.each([50, 80, 120])("keeps to %i columns", (width) => {
  for (const line of text({ ascii: false, exact: true }, width).split("\n"))
    expect(line.length, line).toBeLessThanOrEqual(width);
});
