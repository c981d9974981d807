import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explain } from "../analysis/explain/explain.ts";
import { readCase } from "../model/read-case.ts";
import { explainMarkdown } from "./explain-markdown.ts";
import { explainReport } from "./explain-report.ts";
import { explainText } from "./explain-text.ts";
import { fallInWords } from "./explain-words.ts";
import { plain } from "./style.ts";
import { widthOf } from "./wrap.ts";

function muscat() {
  const folder = join(import.meta.dirname, "..", "..", "..", "..", "cases", "muscat-2026");
  const names = readdirSync(join(folder, "sources")).map((name) => `sources/${name}`);
  const read = readCase({
    path: "case.yaml",
    caseText: readFileSync(join(folder, "case.yaml")),
    sources: Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const kase = muscat();
const reportOf = (framing: string) => explainReport(kase, explain(kase, framing));

describe("parley explain", () => {
  test("tells in five sentences what stands in the way of all three together, and one move for each side", () => {
    expect(reportOf("all_together").inShort).toEqual([
      "Iran would not sit down with missiles together (said) or regional security together (said).",
      "Had Iran sat down, no terms would meet both of these: the single undertaking on missiles and Iran's “No declaration of missile numbers” (judged).",
      "It opens, for a deal sufficient to those outside as well, if Iran sits down with missiles together and regional security together and accepts “Numbers declared once a year, no limit” on missile numbers and production.",
      "Nothing that United States alone can move opens it: Iran would not sit down, and no demand of United States stands in the way of terms.",
      "The framing itself could change: terms would be left, once all sat down, if a deal no longer has to settle missiles; and both would take missiles later and regional security later or left out.",
    ]);
  });

  test("says which threshold would have to fall, and how far", () => {
    const { inShort } = reportOf("nuclear_first_missiles_discussed");
    expect(inShort.at(-1)).toContain("if Israel's threshold falls from 59 to 58.4");
  });

  test("says it plainly when nothing stands in the way", () => {
    const { inShort, tables } = reportOf("nuclear_first");
    expect(inShort[0]).toMatch(
      /^Nothing that was entered stands in the way: there is room for [\d,]+ deals\.$/,
    );
    expect(inShort[1]).toMatch(/are also sufficient to everyone outside\.$/);
    expect(tables).toHaveLength(1);
  });

  test.each(kase.framings.map(({ id }) => id))(
    "%s: fits its width, names states, blocks nobody",
    (framing) => {
      const report = reportOf(framing);
      const text = explainText(report, { width: 80, style: plain });
      expect(text.split("\n").filter((line) => widthOf(line) > 80)).toEqual([]);
      expect(text + explainMarkdown(report)).not.toMatch(
        /block|spoiler|recommends? that|undefined|NaN|null/i,
      );
      expect(text).toContain("recommends no move");
    },
  );

  test("a partial answer says so among the sentences", () => {
    const report = explainReport(kase, explain(kase, "nuclear_and_missiles", { most: 3 }));
    expect(report.inShort.at(-1)).toBe("This answer is partial: the limit was reached first.");
  });
});

describe("a fall in words", () => {
  test.each([
    [60, 53, "from 60 to 53"],
    [59, 58.444, "from 59 to 58.4"],
    [45, 43.315, "from 45 to 43.3"],
    [50, 49.996, "from 50 to 49.996"],
    [0.4, -0.25, "from 0.4 to −0.3"],
  ])("%d to %d", (from, to, words) => {
    expect(fallInWords(from, to)).toBe(words);
  });
});
