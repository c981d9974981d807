import { describe, expect, it } from "vitest";
import { broken, placeOf, problemsOf } from "./bad-starter.oracle.ts";
import { starterCase } from "./starter-case.ts";

describe("problems of a case", () => {
  it("reports everything at once, form and substance, each with its file", () => {
    const text = broken(
      ["[25, 35, 45]", "[25, 55, 45]"],
      ["position: Fill", "positon: Fill"],
      ["forbids: release = high", "forbids: relese = high"],
      ["statusQuo: fast", "statusQuo: quick"],
      ["exact: not for this table", "exact: never at this table"],
      ["role: concerned", "role: spoiler"],
    );
    const problems = problemsOf(text);
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      "not-in-source",
      "out-of-order",
      "unknown-field",
      "unknown-id",
      "unknown-id",
      "unknown-word",
    ]);
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(["cases/x/case.yaml"]));
    expect(problems.map(({ line }) => line)).toEqual(
      problems.map(({ line }) => line).toSorted((a, b) => a - b),
    );
  });

  it("finds a dozen kinds of mistake in one file, though some of it cannot be read at all", () => {
    const text = broken(
      ["[25, 35, 45]", "[25, 55, 45]"],
      ["chance: [0.3, 0.5, 0.7]", "chance: .nan"],
      ["statusQuo: fast", "statusQuo: quick"],
      [
        "  both: {",
        "  river_only: { label: Again, placements: { river: together, border: none } }\n  both: {",
      ],
      ["release: { none: 0, low: [50, 60, 75], high: 100 }", "release: { none: 0, high: 100 }"],
      ["forbids: release = high", "forbids: border is later"],
      ["forbids: crossings = market_days and release = none", "forbids: crossings >= closed"],
      ["placements: { river: together, border: later }", "placements: { river: discussed, border: later }"],
      [
        "border: { label: Border, issues: [crossings] }",
        "border: { label: Border, issues: [crossings, filling] }",
      ],
      ["exact: not for this table", "exact: never at this table"],
      ["    date: 2026-02-20\n", "    date: 2026-03-20\n"],
    );
    const codes = problemsOf(text).map(({ code }) => code);
    expect(codes.toSorted()).toEqual([
      "after-as-of",
      "duplicate-id",
      "forbids-everything",
      "in-two-baskets",
      "names-no-issue",
      "no-main-track",
      "no-value",
      "not-finite",
      "not-in-source",
      "out-of-order",
      "unknown-id",
    ]);
  });

  it("keeps the places of list items after a broken one", () => {
    const text = broken([
      "options:\n      none: { label: no guarantee, number: 0 }",
      "options:\n      none: { label: no guarantee, number: 0, obligations: [{ by: north }, { by: nroth, text: wait }] }",
    ]);
    const found = problemsOf(text).map(({ code, path, line, column }) => ({
      code,
      path,
      at: `${line}:${column}`,
    }));
    expect(found).toContainEqual({
      code: "unknown-id",
      path: "issues.release.options.none.obligations.1.by",
      at: placeOf(text, "nroth"),
    });
  });

  it("does not report what merely follows from something broken", () => {
    expect(
      problemsOf(broken(["    label: Filling of the dam\n", "    label: [Filling]\n"])).map(
        ({ code }) => code,
      ),
    ).toEqual(["wrong-type"]);
    expect(
      problemsOf(broken(["slow: { label: in nine years }", "slow: { lable: in nine years }"]))
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(["missing", "unknown-field"]);
  });

  it("refuses a day after the case's own, and one that is none", () => {
    expect(problemsOf(starterCase(), { asOf: "2026-03-02" })).toMatchObject([
      { code: "after-as-of", path: "asOf" },
    ]);
    expect(problemsOf(starterCase(), { asOf: "yesterday" })).toMatchObject([
      { code: "invalid-date", path: "asOf" },
    ]);
  });
});
