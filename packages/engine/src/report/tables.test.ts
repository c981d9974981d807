import { describe, expect, it } from "vitest";
import { csvField, csvTable } from "./csv-table.ts";
import { markdownTable } from "./markdown-table.ts";
import { cell, column, row, section, type Table } from "./table.ts";
import { textTable } from "./text-table.ts";
import { labelled, widthOf, wrap } from "./wrap.ts";

const table: Table = {
  title: "Example",
  columns: [column(""), column("Nuclear only"), column("Points", "end")],
  rows: [
    section("WOULD THEY SIT DOWN?"),
    row("Iran", cell("yes", '"'), "7"),
    row("United States", cell("wants more than that", "~"), "12"),
  ],
};

describe("textTable", () => {
  it("lines up columns, puts marks at the end of the cell, and numbers at the end of the column", () => {
    expect(textTable(table, { width: 60 })).toBe(
      [
        "               Nuclear only            Points",
        "WOULD THEY SIT DOWN?",
        'Iran           yes                  "       7',
        "United States  wants more than that ~      12",
      ].join("\n"),
    );
  });

  it("wraps cells that are too wide", () => {
    const lines = textTable(table, { width: 36 }).split("\n");
    expect(lines.every((line) => widthOf(line) <= 36)).toBe(true);
    expect(lines).toContain("United States  wants more  ~      12");
    expect(lines).toContain("               than that");
  });

  it("continues below when the columns do not fit, in blocks of even length that repeat the first column", () => {
    const wide: Table = {
      title: "",
      columns: [column(""), ...["one", "two", "three", "four"].map((h) => column(`${h} and some more`))],
      rows: [row("Iran", "a", "b", "c", "d")],
    };
    const blocks = textTable(wide, { width: 46 }).split("\n\n");
    expect(blocks).toHaveLength(2);
    expect(blocks.every((b) => b.includes("Iran"))).toBe(true);
    expect(blocks[0]).toContain("two");
    expect(blocks[1]).toContain("three");
  });
});

describe("wrap", () => {
  it("counts wide characters as two and cuts words longer than a line between graphemes", () => {
    expect(wrap("ab 漢字 cd", 5)).toEqual(["ab", "漢字", "cd"]);
    expect(wrap("first-generation", 8)).toEqual(["first-", "generati", "on"]);
    expect(wrap("nuclear-related", 9)).toEqual(["nuclear-", "related"]);
    expect(wrap("e\u0301e\u0301e\u0301", 2)).toEqual(["e\u0301e\u0301", "e\u0301"]);
  });

  it("indents the lines that follow a label", () => {
    expect(labelled("IN SHORT", "one two three", 10, 17)).toBe("IN SHORT  one two\n          three");
  });
});

describe("markdownTable", () => {
  it("keeps text from the case from becoming markup", () => {
    expect(markdownTable({ title: "", columns: [column("a|b")], rows: [row("<b>*x*</b>\nnext")] })).toBe(
      "| a\\|b |\n| --- |\n| &lt;b>\\*x\\*&lt;/b> next |",
    );
  });
});

describe("csvTable", () => {
  it("gives marks a column of their own, in words, and the section a field", () => {
    expect(csvTable(table)).toBe(
      "section,,Nuclear only,Nuclear only basis,Points\r\nWOULD THEY SIT DOWN?,Iran,yes,said,7\r\nWOULD THEY SIT DOWN?,United States,wants more than that,said by officials not named,12\r\n",
    );
  });

  it("disarms formulas and leaves numbers alone", () => {
    expect(csvField("=1+1")).toBe("'=1+1");
    expect(csvField("@SUM(A1)")).toBe("'@SUM(A1)");
    expect(csvField("-12.5")).toBe("-12.5");
    expect(csvField('say "no", please')).toBe('"say ""no"", please"');
  });
});
