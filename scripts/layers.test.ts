import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findViolations } from "./layers.ts";

const root = join(import.meta.dirname, "..");
const engine = "packages/engine/src";

/** What the rules say of the planted files: path below the engine's sources → text. */
function problems(planted: Record<string, string>): string[] {
  const files = Object.entries(planted).map(([file, text]) => [`${engine}/${file}`, text] as const);
  return findViolations(new Map(files)).map(({ line, problem }) => `${line}: ${problem}`);
}

describe("the rules find a planted fault", () => {
  it.each<[what: string, file: string, text: string, problem: string]>([
    ["a later layer", "model/a.ts", `\nimport { x } from "../analysis/x.ts";`, "2: model imports analysis"],
    [
      "a type of a later layer",
      "numeric/a.ts",
      `import type { X } from "../model/x.ts";`,
      "numeric imports model",
    ],
    ["a re-export", "numeric/a.ts", `export * from "../report/x.ts";`, "numeric imports report"],
    ["a lazy import", "model/a.ts", `await import("../formats/x.ts");`, "model imports formats"],
    ["a type import in place", "model/a.ts", `let x: import("../formats/x.ts").X;`, "model imports formats"],
    ["a test of a later layer", "numeric/a.test.ts", `import "../model/x.ts";`, "numeric imports model"],
    [
      "the public index",
      "report/a.ts",
      `import { x } from "../index.ts";`,
      "report imports the public index",
    ],
    [
      "a part of Node",
      "model/a.ts",
      `import { readFileSync } from "node:fs";`,
      "model may not import node:fs",
    ],
    ["a package not allowed here", "numeric/a.ts", `import { z } from "zod";`, "numeric may not import zod"],
    ["itself by name", "model/a.test.ts", `import "@parley/engine";`, "imports itself"],
    [
      "another package by path",
      "model/a.ts",
      `import "../../../../apps/cli/src/x.ts";`,
      "leaves its package",
    ],
    ["a computed import", "model/a.ts", "await import(name);", "may not import (computed)"],
    ["Date.now", "model/a.ts", "export const a = Date.now();", "the clock"],
    ["Date.now by key", "model/a.ts", `export const a = Date["now"]();`, "the clock"],
    ["new Date()", "model/a.ts", "\n\nexport const a = new Date();", "3: the clock"],
    ["Date()", "model/a.ts", "export const a = Date();", "the clock"],
    ["Math.random", "numeric/a.ts", "export const a = () => Math.random();", "Math.random"],
    ["console", "model/a.ts", `console.log("x");`, "console: only apps"],
    ["process", "model/a.ts", "export const a = { process };", "process: only apps"],
    ["a capital in a name", "model/caseFile.ts", "", "not kebab-case: caseFile.ts"],
    ["a catch-all", "model/utils.ts", "", "catch-all file name: utils.ts"],
    ["types.ts", "model/types.ts", "", "catch-all file name: types.ts"],
    ["a long file", "model/a.ts", "export {};\n".repeat(401), "401 lines, more than 400"],
    ["no layer", "misplaced/a.ts", "", "not in a layer"],
    ["a file beside the index", "extra.ts", "", "not in a layer"],
    ["what does not parse", "model/a.ts", "const = ;", "1: "],
  ])("%s", (_what, file, text, problem) => {
    expect(problems({ [file]: text }).join("\n")).toContain(problem);
  });

  it("a circle of imports, of types too", () => {
    const planted = {
      "model/a.ts": `import type { B } from "./b.ts";`,
      "model/b.ts": `import { c } from "./c.ts";`,
      "model/c.ts": `import { a } from "./a.ts";`,
    };
    expect(problems(planted)).toEqual([
      `1: circular import: ${["a", "b", "c", "a"].map((name) => `${engine}/model/${name}.ts`).join(" → ")}`,
    ]);
  });

  it("an app that reaches into the engine", () => {
    const files = new Map([["apps/cli/src/a.ts", `import "../../../packages/engine/src/index.ts";`]]);
    expect(findViolations(files)).toMatchObject([{ problem: expect.stringContaining("leaves its package") }]);
  });
});

it("the rules accept what is right", () => {
  const text = `
    import { z } from "zod";
    import { draw } from "../numeric/draw.ts";
    import { issue } from "./issue.ts";
    // new Date(), console.log and import "../analysis/x.ts" in a comment, 'an apostrophe
    export const a = "Math.random() /* " + /['"\`]/.source + \`Date.now() \${z}\`;
    export const asOf = (day: string) => new Date(day).getTime() + Math.max(draw.random, issue.process);
    interface Step { process: string; console?: { now: number } }
    export const step: Step = { process: "x" };
  `;
  expect(
    problems({ "model/a.ts": text, "model/a.test.ts": `import "node:fs"; console.log(Date.now());` }),
  ).toEqual([]);
  expect(problems({ "index.ts": `export { a } from "./report/a.ts";` })).toEqual([]);
});

it("the sources keep the rules", () => {
  const names = globSync("{packages,apps}/*/src/**/*.{ts,tsx}", { cwd: root }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  expect(names.length).toBeGreaterThan(0);
  const files = new Map(names.sort().map((name) => [name, readFileSync(join(root, name), "utf8")]));
  expect(findViolations(files).map(({ file, line, problem }) => `${file}:${line} ${problem}`)).toEqual([]);
});
