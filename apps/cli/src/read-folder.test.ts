import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BadInput } from "./bad-input.ts";
import { findCase } from "./find-case.ts";
import { readFolder } from "./read-folder.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "parley-read-"));
  mkdirSync(join(root, "talks", "sources"), { recursive: true });
  writeFileSync(join(root, "talks", "case.yaml"), "parley: 1\n");
  writeFileSync(join(root, "talks", "sources", "b.txt"), "two");
  writeFileSync(join(root, "talks", "sources", "a.txt"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function problemsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("findCase", () => {
  test("a folder, the file itself, the current folder", () => {
    const file = join(root, "talks", "case.yaml");
    expect(findCase("talks", root)).toBe(file);
    expect(findCase("talks/case.yaml", root)).toBe(file);
    expect(findCase(undefined, join(root, "talks"))).toBe(file);
  });

  test("names folders with a case where there is none", () => {
    const [problem] = problemsOf(() => findCase(undefined, root));
    expect(problem).toMatchObject({ code: "no-case", hint: "did you mean `talks`?" });
    expect(problem.message).toBe("the current folder has no case.yaml");
  });

  test("names YAML under another name, and `parley new` where there is nothing", () => {
    mkdirSync(join(root, "other"));
    expect(problemsOf(() => findCase("other", root))[0].hint).toContain("parley new");
    writeFileSync(join(root, "other", "mine.yml"), "");
    expect(problemsOf(() => findCase("other", root))[0].hint).toBe("did you mean `other/mine.yml`?");
  });

  test("a name that is nearly there", () => {
    const [problem] = problemsOf(() => findCase("Talks", root));
    expect(problem).toMatchObject({
      code: "no-such-file",
      message: "there is no Talks",
      hint: "did you mean `talks`?",
    });
  });
});

describe("readFolder", () => {
  const read = () => readFolder(join(root, "talks", "case.yaml"), root);
  const source = (name: string) => join(root, "talks", "sources", name);

  test("bytes of the case and its sources, paths as the user writes them", () => {
    const files = read();
    expect(files.path).toBe("talks/case.yaml");
    expect(Object.keys(files.sources)).toEqual(["sources/a.txt", "sources/b.txt"]);
    expect(Buffer.from(files.sources["sources/b.txt"]).toString()).toBe("two");
  });

  test("a case without sources", () => {
    rmSync(join(root, "talks", "sources"), { recursive: true });
    expect(read().sources).toEqual({});
  });

  test("what is too large is not read", () => {
    truncateSync(join(root, "talks", "case.yaml"), 5_000_000_000);
    truncateSync(source("a.txt"), 50_000_000);
    expect(problemsOf(read).map(({ code, file }) => [code, file])).toEqual([
      ["too-large", "talks/case.yaml"],
      ["too-large", "talks/sources/a.txt"],
    ]);
  });

  test("links that lead out are not followed, links within are", () => {
    writeFileSync(join(root, "secret"), "x");
    symlinkSync(join(root, "secret"), source("out.txt"));
    expect(problemsOf(read)).toMatchObject([{ code: "outside-folder", file: "talks/sources/out.txt" }]);
    rmSync(source("out.txt"));
    symlinkSync("a.txt", source("in.txt"));
    expect(Buffer.from(read().sources["sources/in.txt"]).toString()).toBe("one");
  });

  test("sources/ as a link out of the folder, a broken link, a loop", () => {
    rmSync(join(root, "talks", "sources"), { recursive: true });
    mkdirSync(join(root, "elsewhere"));
    writeFileSync(join(root, "elsewhere", "x.txt"), "x");
    symlinkSync(join(root, "elsewhere"), join(root, "talks", "sources"));
    expect(problemsOf(read)[0].code).toBe("outside-folder");
    rmSync(join(root, "talks", "sources"));
    mkdirSync(join(root, "talks", "sources"));
    symlinkSync("nowhere", source("broken.txt"));
    symlinkSync("loop.txt", source("loop.txt"));
    expect(problemsOf(read).map(({ code }) => code)).toEqual(["unreadable", "unreadable"]);
  });

  test("a folder where the case should be", () => {
    mkdirSync(join(root, "odd", "case.yaml"), { recursive: true });
    expect(problemsOf(() => readFolder(join(root, "odd", "case.yaml"), root))[0].code).toBe("not-a-file");
  });

  test("nothing is changed on disk", () => {
    read();
    expect(readFileSync(join(root, "talks", "case.yaml"), "utf8")).toBe("parley: 1\n");
  });
});
