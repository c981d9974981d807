import { describe, expect, it } from "vitest";
import { changeCase, parseChange } from "./change-case.ts";
import { starterCase } from "./starter-case.ts";

const starter = starterCase();

/** Lines taken away and lines added. */
function change(path: string, value: unknown): { removed: readonly string[]; added: readonly string[] } {
  const changed = changeCase(starter, [{ path, value }]);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  const [before, after] = [starter.split("\n"), changed.value.split("\n")];
  return {
    removed: before.filter((line) => !after.includes(line)),
    added: after.filter((line) => !before.includes(line)),
  };
}

function refused(path: string, value: unknown): string {
  const changed = changeCase(starter, [{ path, value }]);
  if (changed.ok) throw new Error("not refused");
  return changed.problems.map(({ code, message, hint }) => `${code}: ${message} ${hint}`).join("\n");
}

describe("changeCase", () => {
  it("sets a value and marks what it rests on, and leaves every other character", () => {
    expect(change("north.noDeal", 30)).toEqual({
      removed: ["    noDeal: [25, 35, 45]"],
      added: ["    noDeal: {value: 30, why: what-if}"],
    });
    expect(change("parties.north.stances.border.later", "accepts")).toEqual({
      removed: ["        later: tolerates"],
      added: ["        later: {value: accepts, why: what-if}"],
    });
  });

  it("keeps the long form, without the claims it no longer rests on", () => {
    expect(change("north.stances.border.together", "accepts")).toEqual({
      removed: ["        together: { value: refuses, claims: [north_border] }"],
      added: ["        together: { value: accepts, why: what-if }"],
    });
  });

  it("takes a mapping as the whole entry", () => {
    expect(
      change("north.stances.border.together", { value: [0.1, 0.2, 0.3], why: "said since" }).added,
    ).toEqual(["        together: {value: [0.1, 0.2, 0.3], why: said since}"]);
  });

  it("enters what was not there, in block and flow mappings, with what is missing on the way", () => {
    expect(change("north.stances.border.separate", 0.4).added).toEqual([
      "        separate: {value: 0.4, why: what-if}",
    ]);
    expect(change("south.stances.border.separate", "unknown").added).toEqual([
      "      border: { together: accepts, later: tolerates, none: resists, separate: {value: unknown, why: what-if} }",
    ]);
    expect(change("delta.stances.river.together", "refuses").added).toEqual([
      "    stances: {river: {together: {value: refuses, why: what-if}}}",
    ]);
  });

  it("sets what is no uncertain entry plainly", () => {
    expect(change("river_first.placements.border", "separate").added).toEqual([
      "  river_first: { label: River first, placements: { river: together, border: separate } }",
    ]);
    expect(change("title", "Water: who gets it").added).toEqual(['title: "Water: who gets it"']);
    expect(change("delta.values.weights", { release: "high", filling: "low" }).added).toEqual([
      "      weights: {release: high, filling: low}",
    ]);
  });

  it("treats a changed line like a changed entry", () => {
    expect(change("north.lines.no_high_release.forbids", "release >= low").added).toEqual([
      "        forbids: release >= low",
      "        why: what-if",
    ]);
  });

  it("takes away what is null", () => {
    expect(change("north.lines.no_high_release.firmness", null)).toEqual({
      removed: ["        firmness: likely"],
      added: [],
    });
    expect(change("south.stances.border.later", null).added).toEqual([
      "      border: { together: accepts, none: resists }",
    ]);
    expect(change("south.stances.river.together", null).added).toEqual(["      river: {}"]);
    expect(change("north.lines.no_high_release", null).removed).toHaveLength(4);
  });

  it("makes several changes, each on what the one before left", () => {
    const changed = changeCase(starter, [
      { path: "delta.stances.river.together", value: "refuses" },
      { path: "delta.stances.river.later", value: "accepts" },
    ]);
    expect(changed.ok && changed.value).toContain(
      "river: {together: {value: refuses, why: what-if}, later: {value: accepts, why: what-if}}",
    );
  });

  it("refuses paths that the format does not have, all at once", () => {
    expect(refused("nroth.noDeal", 3)).toMatch(/nothing is called `nroth` did you mean `north`/);
    expect(refused("north.stances.border.latter", 1)).toMatch(/did you mean `later`/);
    expect(refused("north.label.short", 1)).toMatch(/unknown-path/);
    expect(refused("north..label", 1)).toMatch(/not a path/);
    expect(refused("issues.crossings.options.market_days.obligations.3.text", "x")).toMatch(/has 1 items/);
    expect(refused("south.stances.river.later", null)).toMatch(/nothing stands/);
    const both = changeCase(starter, [
      { path: "x.y", value: 1 },
      { path: "z", value: 1 },
    ]);
    expect(both.ok || both.problems).toHaveLength(2);
  });

  it("refuses to set inside a short entry", () => {
    expect(refused("north.stances.border.later.value", 1)).toMatch(
      /holds a plain value.*set `parties.north.stances.border.later` itself/,
    );
  });

  it("asks for the section where a path could mean two places", () => {
    const twice = starter.replaceAll("river_first", "border");
    const changed = changeCase(twice, [{ path: "border.label", value: "x" }]);
    expect(changed.ok || changed.problems[0]).toMatchObject({
      code: "ambiguous-path",
      message: "`border.label` could be `baskets.border.label` or `framings.border.label`",
    });
    expect(changeCase(twice, [{ path: "baskets.border.label", value: "x" }]).ok).toBe(true);
    expect(changeCase(twice, [{ path: "border.placements.river", value: "later" }]).ok).toBe(true);
  });

  it("says what is wrong with a text that is no case", () => {
    expect(changeCase("a: [", [{ path: "title", value: "x" }])).toMatchObject({
      ok: false,
      problems: [{ code: "not-yaml" }],
    });
    expect(changeCase("\0", [])).toMatchObject({ ok: false, problems: [{ code: "not-text" }] });
  });
});

describe("parseChange", () => {
  it("reads a path and a value in YAML", () => {
    expect(parseChange("iran.stances.missiles.later: accepts")).toMatchObject({
      value: { path: "iran.stances.missiles.later", value: "accepts" },
    });
    expect(parseChange(" a.b:  [1, 2, 3] ")).toMatchObject({ value: { path: "a.b", value: [1, 2, 3] } });
    expect(parseChange("a.b: { value: 1, why: said: so }").ok).toBe(false);
    expect(parseChange("a.b:")).toMatchObject({ value: { path: "a.b", value: null } });
    expect(parseChange("a.b: null")).toMatchObject({ value: { value: null } });
  });

  it("says what a change looks like", () => {
    for (const text of ["", "accepts", "a b: c", "a.b:c"])
      expect(parseChange(text)).toMatchObject({ ok: false, problems: [{ code: "not-a-change" }] });
  });
});
