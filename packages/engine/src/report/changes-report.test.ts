import { expect, test } from "vitest";
import { compareCentral } from "../analysis/compare-central.ts";
import { whatChanges } from "../analysis/what-changes.ts";
import { changeCase } from "../model/change-case.ts";
import { readCase } from "../model/read-case.ts";
import { starterCase, starterSources } from "../model/starter-case.ts";
import { changesText } from "./changes-report.ts";
import { plain } from "./style.ts";

const encoder = new TextEncoder();
const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, encoder.encode(text)]),
);

function side(caseText: string) {
  const read = readCase({ path: "case.yaml", caseText, sources });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { kase: read.value, comparison: compareCentral(read.value) };
}

function told(...changes: { path: string; value: unknown }[]): string {
  const changed = changeCase(starterCase(), changes);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  const [before, after] = [side(starterCase()), side(changed.value)];
  const found = whatChanges(before.comparison, after.comparison);
  return changesText(before, after, found, { width: 90, style: plain });
}

test("nothing changes", () => {
  expect(told({ path: "south.stances.border.later", value: "tolerates" })).toBe(
    "Nothing changes in the comparison.",
  );
});

test("a refusal closes an agenda", () => {
  expect(told({ path: "south.stances.border.later", value: "refuses" })).toMatchInlineSnapshot(`
    "                                     before                      after
    Over all framings
      Better than no deal for Southland  River first; Both together  Both together
      Acceptable to all                  River first                 –
    River first
      Agenda                             accepted by all principals  refused
      Southland: Border later            not refused                 refuses"
  `);
});

test("a no-deal value is told once, and what it does to the room under each framing", () => {
  const text = told({ path: "north.noDeal", value: 95 });
  expect(text.match(/value of no deal/g)).toHaveLength(1);
  expect(text).toMatch(/Room for terms +wide, \d+ deals +none/);
});

test("an added framing says whether its agenda is accepted and what room it leaves", () => {
  const placements = { river: "separate", border: "together" };
  expect(told({ path: "framings.third", value: { label: "Third", placements } })).toMatch(
    /Third\n {2}Framing +– +added\n {2}Agenda +– +refused\n {2}Room for terms +– +none/,
  );
});
