import { describe, expect, it } from "vitest";
import { problemsOf, starterFiles } from "./bad-starter.oracle.ts";
import type { Problem } from "./problem.ts";
import { readCase } from "./read-case.ts";
import { starterCase } from "./starter-case.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("files that are no case", () => {
  const only = (caseText: string | Uint8Array): Problem => {
    const problems = problemsOf(caseText);
    expect(problems).toHaveLength(1);
    return problems[0];
  };

  it("names what is wrong with the file", () => {
    expect(only(new Uint8Array([0x66, 0xff, 0x80]))).toMatchObject({ code: "not-utf-8", line: 0 });
    expect(only(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toMatchObject({
      code: "not-utf-8",
      message: "the file is UTF-16; expected UTF-8",
    });
    expect(only(bytes("PK\u0003\u0004"))).toMatchObject({
      code: "not-utf-8",
      message: expect.stringContaining("ZIP") as string,
    });
    expect(only(bytes("a: \0"))).toMatchObject({ code: "not-text" });
    expect(only(new Uint8Array(4_000_001).fill(0x20))).toMatchObject({
      code: "too-large",
      message: "the file has 4000001 bytes; at most 4000000 are read",
    });
    expect(only("")).toMatchObject({
      code: "wrong-type",
      message: "expected a mapping (`name: value` lines), found nothing",
    });
    expect(only("[1, 2]")).toMatchObject({ code: "wrong-type" });
    expect(only("just words")).toMatchObject({
      code: "wrong-type",
      message: 'expected a mapping (`name: value` lines), found "just words"',
    });
  });

  it("drops a byte order mark", () => {
    expect(
      readCase({
        path: "x",
        caseText: new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(starterCase())]),
        sources: starterFiles,
      }).ok,
    ).toBe(true);
  });

  it("says where YAML goes wrong", () => {
    expect(only("title: Talks: the first round\n")).toMatchObject({
      code: "not-yaml",
      line: 1,
      hint: expect.stringContaining("quotation marks") as string,
    });
    expect(only("a:\n\tb: 1\n")).toMatchObject({ code: "not-yaml", line: 2, column: 1 });
    expect(problemsOf('title: "open\n').map(({ code }) => code)).toContain("not-yaml");
    expect(only("a: !secret 1\n")).toMatchObject({ code: "not-yaml" });
    expect(only("%YAML 1.1\n---\na: 1\n")).toMatchObject({ code: "not-yaml" });
    expect(only("a: 1\n---\nb: 1\n")).toMatchObject({ code: "not-yaml" });
    expect(only("a: *nothing\n")).toMatchObject({ code: "not-yaml", line: 1, column: 4 });
  });

  it("refuses anchors that explode, by name", () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let index = 1; index < 12; index++)
      lines.push(`a${index}: &a${index} [${Array.from({ length: 9 }, () => `*a${index - 1}`).join(", ")}]`);
    expect(only(lines.join("\n"))).toMatchObject({
      code: "too-many-aliases",
      message: expect.stringMatching(/&a\d+/) as string,
    });
    expect(only("a: &a [*a]")).toMatchObject({ code: "too-many-aliases" });
    expect(only(`a: &a x\nb: [${"*a, ".repeat(101)}]`)).toMatchObject({
      code: "too-many-aliases",
      message: expect.stringContaining("101 times") as string,
    });
  });

  it("refuses what is too deep", () => {
    expect(only("[".repeat(50) + "]".repeat(50))).toMatchObject({ code: "too-deep" });
    expect(only("[".repeat(100_000) + "]".repeat(100_000))).toMatchObject({ code: "too-deep" });
    expect(only("- ".repeat(2_000))).toMatchObject({ code: "too-deep" });
  });

  it("finds the second of many equal keys in time", () => {
    const text = `${Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join("\n")}\nk7: 2\n`;
    expect(problemsOf(text).filter(({ code }) => code === "duplicate-id")).toMatchObject([
      { line: 50_001, path: "k7" },
    ]);
  });

  it("shows a source that is not text", () => {
    const result = readCase({
      path: "x",
      caseText: starterCase(),
      sources: { "sources/news.txt": new Uint8Array([0xff, 0xfe, 0, 0x20]) },
    });
    expect(result.problems).toMatchObject([{ code: "not-utf-8", path: "sources.news.file" }]);
  });
});
