import { describe, expect, it } from "vitest";
import { gapsOf } from "./gaps.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, new TextEncoder().encode(text)]),
);

function gaps(...edits: readonly (readonly [string, string])[]): Readonly<Record<string, readonly string[]>> {
  const text = edits.reduce((all, [from, to]) => all.replaceAll(from, to), starterCase());
  const read = readCase({ path: "case.yaml", caseText: text, sources });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return Object.fromEntries(
    gapsOf(read.value).map(({ id, gaps: found }) => [
      id,
      found.map(({ path, text: words }) => `${path}: ${words}`),
    ]),
  );
}

describe("gapsOf", () => {
  it("lists what the starter leaves open", () => {
    expect(gaps()).toEqual({
      "rests-on-nothing": [],
      defaults: [],
      stances: ["north.stances.border.none: Northland on Border, placed none (River only)"],
      values: [],
      "no-deal": [],
      issues: [],
      success: [],
      thresholds: [],
      checks: ["issues.crossings.options.market_days.obligations.0: Southland: police the market roads"],
      months: [],
      outlook: [
        "outlook.likelihood.agendaRefused: the agenda is refused",
        "outlook.likelihood.atTheTable: no zone, or bargaining fails",
        "outlook.likelihood.insufficient: a deal is undone",
        "outlook.likelihood.overtaken: events overtake the talks",
      ],
    });
  });

  it("finds what is missing", () => {
    expect(
      gaps(["    why: Coder's reading of the invented background.\n", ""])["rests-on-nothing"],
    ).toContain("south.noDeal: [20, 30, 40]");
    expect(
      gaps(["    why: Coder's reading of the invented background.\n", ""])["rests-on-nothing"],
    ).toContain("delta.values.ranking: an order in words");
    expect(
      gaps(["        firmness: likely\n", ""], ["      ranking: [release, filling]\n", ""]).defaults,
    ).toEqual([
      "north.lines.no_high_release.firmness: taken as very likely",
      "delta.values.weights: importances taken as unknown",
    ]);
    expect(gaps(["    noDeal: [25, 35, 45]\n", ""])["no-deal"]).toEqual(["north.noDeal: Northland"]);
    expect(gaps(["      any: release >= low", "      both: release >= low"]).success).toEqual([
      "south.success: Southland: River only; River first",
    ]);
    expect(gaps(["      influence: unlikely\n", ""]).thresholds).toEqual([
      "delta.threshold.influence: Delta Cities",
    ]);
    expect(gaps([", border: [2, 4, 9] }", " }"]).months).toEqual([
      "time.months.border: Border (River first; Both together)",
    ]);
  });
});
