import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Example, findCommands, findExamples, findMismatch } from "./docs-examples.ts";

const root = join(import.meta.dirname, "..");
const launcher = join(root, "apps", "cli", "bin", "parley.js");
const scratch = mkdtempSync(join(tmpdir(), "parley-docs-"));
// Programs stand in the checkout, so that they find "@parley/engine".
const programs = join(root, ".cache", `docs-examples-${process.pid}`);
afterAll(() => {
  for (const folder of [scratch, programs]) rmSync(folder, { recursive: true, force: true });
});

describe("finding examples", () => {
  it("takes the blocks that run, with their line and settings", () => {
    const page = [
      "```sh",
      "npm start",
      "```",
      "",
      "```sh {cwd=tmp, exit=2}",
      "$ parley check mine",
      "```",
      "```yaml",
      "a: 1",
      "```",
      "- a list",
      "  ```yaml case",
      "  title: x",
      "    b: 1",
      "  ```",
      "````ts",
      "// ```",
      "````",
    ].join("\n");
    expect(findExamples(page)).toEqual([
      { kind: "sh", line: 5, text: "$ parley check mine\n", inTemporaryCopy: true, exit: 2 },
      { kind: "yaml", line: 12, text: "title: x\n  b: 1\n", inTemporaryCopy: false, exit: 0 },
      { kind: "ts", line: 16, text: "// ```\n", inTemporaryCopy: false, exit: 0 },
    ]);
  });

  it("takes commands with the output shown, not those that set up", () => {
    const text = "$ npm test\n12 passed\n$ parley try a \\\n    --json\n\n  one  \ntwo\n\n$ parley gaps\n";
    expect(findCommands(text)).toEqual([
      { command: "parley try a \\\n    --json", expected: ["", "  one", "two"] },
      { command: "parley gaps", expected: [] },
    ]);
  });
});

describe("comparing output", () => {
  it.each([
    [[], "anything"],
    [["a", "b"], "a\nb  \n\n"],
    [["a", "…", "d"], "a\nb\nc\nd\n"],
    [["a", "…", "b"], "a\nb\n"],
    [["…", "c"], "a\nc\nb\nc\n"],
    [["…", "b", "…"], "a\nb\nc\n"],
    [["…"], "a\n"],
  ])("%j fits %j", (expected, output) => {
    expect(findMismatch(expected, output)).toBeUndefined();
  });

  it.each([
    [["a"], "a\nb\n", "more output than shown: b"],
    [["a", "b"], "a\n", "printed: (nothing)"],
    [["a", "x"], "a\nb\n", "shown: x\nprinted: b"],
    [["a", "…", "x", "…"], "a\nb\n", "shown: x"],
    [["…", "b"], "a\nb\nc\n", "shown: b\nprinted: c"],
    [["…", "a", "b"], "b\n", "shown: a"],
    [["a", "…", "a"], "a\n", "shown: a\nprinted: (nothing)"],
  ])("%j does not fit %j", (expected, output, problem) => {
    expect(findMismatch(expected, output)).toContain(problem);
  });
});

describe("the documentation's examples run", { timeout: 60_000 }, () => {
  const pages = globSync(["README.md", "CONTRIBUTING.md", "docs/*.md", "cases/*/README.md"], {
    cwd: root,
  }).sort();
  // Blocks of a page share a folder and run in order; two pages run at a time.
  it.concurrent.for(pages)("%s", async (page, { expect }) => {
    const name = page.replaceAll(/\W/g, "-");
    const copy = join(scratch, name);
    for (const example of findExamples(readFileSync(join(root, page), "utf8"))) {
      const place = `${page}:${example.line}`;
      if (example.inTemporaryCopy && !existsSync(copy))
        cpSync(join(root, "cases"), join(copy, "cases"), { recursive: true });
      const problem = await runExample(
        example,
        `${name}-${example.line}`,
        example.inTemporaryCopy ? copy : root,
      );
      expect.soft(problem, place).toBe("");
    }
  });
});

/** @returns what went wrong, or nothing */
async function runExample(example: Example, name: string, cwd: string): Promise<string> {
  if (example.kind === "ts") {
    mkdirSync(programs, { recursive: true });
    const program = join(programs, `${name}.ts`);
    writeFileSync(program, example.text);
    return failure("program", await run(process.execPath, ["--conditions=source", program], root), 0);
  }
  if (example.kind === "yaml") {
    const folder = join(scratch, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "case.yaml"), example.text);
    return failure(
      "parley check",
      await run(process.execPath, [launcher, "check", folder], root),
      example.exit,
    );
  }
  const commands = findCommands(example.text);
  for (const [index, { command, expected }] of commands.entries()) {
    const done = await run("sh", ["-c", `exec 2>&1\n${command}`], cwd);
    const problem = failure(command, done, index === commands.length - 1 ? example.exit : 0);
    if (problem !== "") return problem;
    const mismatch = findMismatch(expected, done.output);
    if (mismatch !== undefined) return `$ ${command}\n${mismatch}`;
  }
  return "";
}

interface Done {
  code: number | null;
  output: string;
}

function failure(what: string, done: Done, exit: number): string {
  return done.code === exit ? "" : `${what}: exit ${done.code}, not ${exit}\n${done.output}`;
}

/** Runs a program in which `parley` is the launcher of this checkout. */
function run(program: string, args: readonly string[], cwd: string): Promise<Done> {
  const bin = join(scratch, "bin");
  if (!existsSync(bin)) {
    mkdirSync(bin);
    writeFileSync(join(bin, "parley"), `#!/bin/sh\nexec '${process.execPath}' '${launcher}' "$@"\n`);
    chmodSync(join(bin, "parley"), 0o755);
  }
  const { FORCE_COLOR: _color, ...env } = process.env;
  const child = spawn(program, args, {
    cwd,
    env: { ...env, NO_COLOR: "1", PATH: `${bin}${delimiter}${env.PATH}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += data;
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
