import { describe, expect, test } from "vitest";
import { readCase } from "../model/read-case.ts";
import { starterCase, starterSources } from "../model/starter-case.ts";
import { showMarkdown } from "./show-markdown.ts";
import { showPart } from "./show-part.ts";
import { showText } from "./show-text.ts";
import type { Shown } from "./shown.ts";
import { plain } from "./style.ts";

const encoder = new TextEncoder();
const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, encoder.encode(text)]),
);

function starter() {
  const read = readCase({ path: "case.yaml", caseText: starterCase(), sources });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function parts(path: string): readonly Shown[] {
  const result = showPart(starter(), path);
  if (!result.found) throw new Error(`nothing at ${path}; near: ${result.near}`);
  return result.parts;
}

describe("showPart", () => {
  test.each([
    ["", "case"],
    ["north", "party"],
    ["parties.north", "party"],
    ["release", "issue"],
    ["issues.release", "issue"],
    ["release.low", "option"],
    ["issues.release.options.low", "option"],
    ["border", "basket"],
    ["river_first", "framing"],
    ["framings.river_first", "framing"],
    ["north_border", "claim"],
    ["claims.north_border", "claim"],
    ["news", "source"],
    ["north.lines.no_high_release", "line"],
    ["north.stances.border.later", "entry"],
    ["parties.north.stances.border.later", "entry"],
    ["north.stances", "entries"],
  ])("%j is a %s", (path, kind) => {
    expect(parts(path).map((part) => part.kind)).toEqual([kind]);
  });

  test("a mistyped path finds the nearest", () => {
    expect(showPart(starter(), "norht")).toEqual({ found: false, near: "north" });
    expect(showPart(starter(), "north.stances.border.latter")).toEqual({
      found: false,
      near: "north.stances.border.later",
    });
  });

  test("an entry says what it rests on, and only words really reported are quoted", () => {
    const [shown] = parts("north.stances.border.together");
    expect(shown.entries).toMatchObject([
      { words: "refuses (0 to 0.1)", basis: "said", claims: ["north_border"] },
    ]);
    expect(shown.claims).toMatchObject([
      { who: "Northland", quote: "not for this table", source: { isPreparedSummary: true } },
    ]);
    const text = showText([shown], { width: 140, style: plain });
    expect(text).toContain("Exact words: “not for this table”.");
    expect(text.match(/“/g)).toHaveLength(1);
  });

  test("fits the width, and says all of it in Markdown too", () => {
    for (const width of [40, 60, 100]) {
      const lines = showText(parts("north"), { width, style: plain }).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    expect(showMarkdown(parts("north"))).toContain("## Northland");
  });
});
