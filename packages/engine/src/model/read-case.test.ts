import { describe, expect, it } from "vitest";
import type { Case } from "./case.ts";
import { findEntry, pathsOf } from "./find-entry.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const sources = Object.fromEntries(Object.entries(starterSources).map(([name, text]) => [name, bytes(text)]));

function read(text: string, options: { asOf?: string } = {}): Case {
  const result = readCase({ path: "case.yaml", caseText: text, sources, options });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.value;
}

describe("readCase", () => {
  const starter = read(starterCase());

  it("reads the starter without errors or warnings", () => {
    expect(readCase({ path: "case.yaml", caseText: starterCase(), sources }).problems).toEqual([]);
  });

  it("resolves ids to positions in case order", () => {
    expect(starter.principals).toEqual([0, 1]);
    expect(starter.issues.map(({ id, basket, statusQuo }) => [id, basket, statusQuo])).toEqual([
      ["release", 0, 0],
      ["filling", 0, 2],
      ["crossings", 1, 0],
    ]);
    expect(starter.framings.map(({ placements }) => placements)).toEqual([
      ["together", "none"],
      ["together", "later"],
      ["together", "together"],
    ]);
  });

  it("says what each entry rests on", () => {
    expect(findEntry(starter, "north.stances.border.together")).toMatchObject({
      basis: "said",
      claims: ["north_border"],
    });
    expect(findEntry(starter, "north.stances.border.later")).toMatchObject({
      basis: "judged",
      why: "Coder's reading of the invented background.",
    });
    expect(findEntry(starter, "north.stances.river.together")).toMatchObject({
      basis: "judged",
      why: "It asked for talks on the river.",
    });
    expect(findEntry(starter, "parties.north.noDeal")?.given).toEqual({
      kind: "range",
      low: 25,
      mode: 35,
      high: 45,
      shape: "triangular",
    });
  });

  it("counts only the words of the party itself as said", () => {
    const text = starterCase()
      .replace(
        "border: { together: accepts, later: tolerates, none: resists }",
        "border: { together: { value: accepts, claims: [north_border] } }",
      )
      .replace(
        "why: Coder's reading of the invented background.\n    stances:\n      river: { together: insists }",
        "stances:\n      river: { together: insists }",
      );
    expect(findEntry(read(text), "south.stances.border.together")?.basis).toBe("judged");
    expect(findEntry(read(text), "south.stances.river.together")?.basis).toBe("nothing");
  });

  it("takes the reasons of an issue for its weight and option values, with their claims", () => {
    const text = starterCase().replace(
      "      weights: { release: 50",
      "      reasons: { release: { claims: [north_border] } }\n      weights: { release: 50",
    );
    expect(findEntry(read(text), "north.values.weights.release")?.basis).toBe("said");
    expect(findEntry(read(text), "north.values.options.release.low")?.basis).toBe("said");
    expect(findEntry(read(text), "north.values.options.filling.slow")?.basis).toBe("judged");
  });

  it("lists what is entered in words that only order", () => {
    expect(starter.worded.map(({ path, basis }) => [path, basis])).toEqual([
      ["delta.values.ranking", "judged"],
      ["delta.values.options.filling", "judged"],
    ]);
    expect(starter.parties[2].values?.weights).toEqual({
      kind: "order",
      path: "delta.values.ranking",
      levels: [[0], [1]],
    });
  });

  it("fills documented defaults and marks them", () => {
    const text = starterCase()
      .replace("        firmness: likely\n", "")
      .replace(
        "followOn: { chance: [0.3, 0.5, 0.7], why: Earlier promises of later talks were kept about half the time. }\n",
        "",
      );
    expect(
      read(text)
        .entries.filter(({ isDefault }) => isDefault)
        .map(({ path, given, basis }) => [path, given, basis]),
    ).toEqual([
      [
        "north.lines.no_high_release.firmness",
        { kind: "word", word: "very likely", low: 0.8, high: 0.95 },
        "nothing",
      ],
      ["followOn.chance", { kind: "word", word: "unknown", low: 0, high: 1 }, "nothing"],
    ]);
  });

  it("applies `any` to the framings without a success test of their own", () => {
    const text = starterCase().replace(
      "      any: release >= low",
      "      any: release >= low\n      both: crossings = open",
    );
    const success = read(text).parties[1].success.map((expression) =>
      expression?.kind === "issue" ? expression.text : null,
    );
    expect(success).toEqual(["release >= low", "release >= low", "crossings = open"]);
  });

  it("orders weights in words by level", () => {
    const text = starterCase().replace(
      "ranking: [release, filling]",
      "weights: { filling: low, release: critical }",
    );
    expect(read(text).parties[2].values?.weights).toEqual({
      kind: "order",
      path: "delta.values.weights",
      levels: [[0], [1]],
    });
    const unknown = starterCase().replace("      ranking: [release, filling]\n", "");
    expect(read(unknown).parties[2].values?.weights).toEqual({
      kind: "order",
      path: "delta.values.weights",
      levels: [[0, 1]],
    });
  });

  it("compiles tables and boxes of interactions", () => {
    const interactions = `      interactions:
        - { table: [release, filling], cells: [{ at: [low, fast], change: -5 }] }
        - { box: { release: [low, high], crossings: [market_days, open] }, change: [5, 10, 15] }
`;
    const values = read(
      starterCase().replace("    # What it will not accept", `${interactions}    # What it will not accept`),
    ).parties[0].values;
    expect(
      values?.interactions.map(({ issues, cells }) => [issues, cells.map(({ from, to }) => [from, to])]),
    ).toEqual([
      [
        [0, 1],
        [
          [
            [1, 2],
            [1, 2],
          ],
        ],
      ],
      [
        [0, 2],
        [
          [
            [1, 1],
            [2, 2],
          ],
        ],
      ],
    ]);
  });

  it("uses each party's own expectation of what follows, and otherwise the coder's", () => {
    const outlook = `outlook:
  scenarios: { on: { label: talks go on, goesOn: true }, raid: { label: raid, escalation: true } }
  likelihood: { atTheTable: { on: 3, raid: 1 }, overtaken: { raid: 1 } }
  values: { north: { on: 40, raid: 10 }, south: { on: 30, raid: 5 } }
  beliefs: { south: { atTheTable: { on: 1, raid: 1 } } }
  why: Judged.
`;
    const text = `${starterCase().replaceAll(/ {4}noDeal: .*\n/g, "")}${outlook}`;
    const { parties, entries } = read(text);
    const paths = (party: number, failure: "atTheTable" | "overtaken" | "insufficient") =>
      parties[party].outlook?.likelihoods[failure]?.map((entry) => entries[entry]?.path ?? null) ?? null;
    expect(paths(0, "atTheTable")).toEqual([
      "outlook.likelihood.atTheTable.on",
      "outlook.likelihood.atTheTable.raid",
    ]);
    expect(paths(1, "atTheTable")).toEqual([
      "outlook.beliefs.south.atTheTable.on",
      "outlook.beliefs.south.atTheTable.raid",
    ]);
    expect(paths(1, "overtaken")).toEqual([null, "outlook.likelihood.overtaken.raid"]);
    expect(paths(1, "insufficient")).toBeNull();
    expect(parties[2].outlook).toBeNull();
  });

  it("tells each party its own description of an ambiguous agenda", () => {
    const text = starterCase().replace(
      "both: { label: Both together, placements: { river: together, border: together } }",
      "both: { label: Both, placements: { river: together, border: together }, described: { north: { border: later } }, unravels: unlikely }",
    );
    const both = read(text).framings[2];
    expect(both.ambiguous).toBe(true);
    expect(both.described).toEqual([
      ["together", "later"],
      ["together", "together"],
      ["together", "together"],
    ]);
    expect(read(text).entries[both.unravels].path).toBe("framings.both.unravels");
  });

  it("lets events act on odds, in order of date", () => {
    const events = `events:
  flood: { label: Flood, date: 2026-02-10, effects: [{ on: [north.stances.border.later, parties.south.stances.border.later], odds: 2 }] }
  raid: { label: Raid, date: 2026-01-10, effects: [{ on: north.stances.border.later, odds: [0.3, 0.5, 0.8] }] }
`;
    const { effects, entries } = read(`${starterCase()}${events}`);
    expect(effects.map(({ event, entry, odds }) => [event, entries[entry].path, entries[odds].path])).toEqual(
      [
        ["raid", "north.stances.border.later", "events.raid.effects.0.odds"],
        ["flood", "north.stances.border.later", "events.flood.effects.0.odds"],
        ["flood", "south.stances.border.later", "events.flood.effects.0.odds"],
      ],
    );
    const earlier = read(`${starterCase()}${events}`, { asOf: "2026-01-31" });
    expect(earlier.effects.map(({ event }) => event)).toEqual(["raid"]);
  });

  it("filters claims and events to an earlier day", () => {
    const earlier = read(starterCase(), { asOf: "2026-02-19" });
    expect(earlier.asOf).toBe("2026-02-19");
    expect(Object.keys(earlier.document.claims)).toEqual([]);
    expect(findEntry(earlier, "north.stances.border.together")).toMatchObject({
      basis: "judged",
      claims: [],
    });
    expect(
      findEntry(read(starterCase(), { asOf: "2026-02-20" }), "north.stances.border.together")?.basis,
    ).toBe("said");
  });

  it("keeps two coders side by side and uses the first", () => {
    const text = starterCase()
      .replace("          value: refuses", "value: refuses")
      .replace(
        "later: tolerates\n    # What outcomes",
        "later: { alternatives: { ann: tolerates, ben: { value: 0.2, why: No sign of it. } } }\n    # What outcomes",
      )
      .replace("# Who takes part.", "coders: { ann: { name: Ann }, ben: { name: Ben } }\n# Who takes part.");
    expect(findEntry(read(text), "north.stances.border.later")).toMatchObject({
      given: { kind: "word", word: "tolerates", low: 0.5, high: 0.8 },
      alternatives: { ann: { word: "tolerates" }, ben: { kind: "number", value: 0.2 } },
    });
  });

  it("hashes the text and the sources, and nothing else", () => {
    expect(starter.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readCase({ path: "elsewhere.yaml", caseText: bytes(starterCase()), sources })).toMatchObject({
      value: { hash: starter.hash },
    });
    expect(read(`${starterCase()}# a remark\n`).hash).not.toBe(starter.hash);
    const more = readCase({
      path: "case.yaml",
      caseText: starterCase(),
      sources: { ...sources, "sources/other.txt": bytes("") },
    });
    expect(more.ok && more.value.hash).not.toBe(starter.hash);
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(starter))).toEqual(starter);
  });

  it("writes lines in words where they have no label", () => {
    const text = starterCase().replace("        label: Never more than half of the flow\n", "");
    expect(read(text).parties[0].lines[0].label).toBe("guaranteed flow is 600 m3/s");
  });

  it("has ids such as `constructor` in stride", () => {
    const text = starterCase().replaceAll("north", "constructor").replaceAll("south", "toString");
    expect(pathsOf(read(text))).toContain("constructor.stances.border.together");
    expect(read(text).parties.map(({ id }) => id)).toEqual(["constructor", "toString", "delta"]);
  });
});
