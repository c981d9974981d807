import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registry } from "./registry.ts";
import { runInTest } from "./run-in-test.ts";

const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe("completion", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "parley-completion-"));
    writeFileSync(join(folder, "my case.yaml"), "");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(["bash", "zsh", "fish"])("the %s script names every command and its options", async (shell) => {
    const { out } = await runInTest(["completion", shell]);
    for (const { name } of registry) expect(out).toContain(name);
    expect(out).toContain(shell === "fish" ? "-l framing" : "--framing");
    expect(out).toContain(shell === "fish" ? "-l exit-code" : "--exit-code");
  });

  test.each(["zsh", "fish"])("%s accepts its script", async (shell) => {
    // Where the shell is not installed there is nothing to ask.
    if (!has(shell)) return;
    const { out } = await runInTest(["completion", shell]);
    expect(spawnSync(shell, ["-n"], { input: out, encoding: "utf8" }).stderr).toBe("");
  });

  test.runIf(has("bash"))("bash completes commands, options, values, files and words", async () => {
    const { out: script } = await runInTest(["completion", "bash"]);
    const complete = (...words: string[]) => {
      const quoted = words.map((word) => `'${word}'`).join(" ");
      const ask = `${script}\nCOMP_WORDS=(parley ${quoted}); COMP_CWORD=${words.length}; _parley; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", ask], { cwd: folder, encoding: "utf8" });
      expect(stderr).toBe("");
      return stdout.split("\n").filter((line) => line !== "");
    };
    expect(complete("co")).toEqual(["compare", "completion"]);
    expect(complete("help", "gl")).toEqual(["glossary"]);
    expect(complete("glossary", "--js")).toEqual(["--json"]);
    expect(complete("glossary", "fram")).toEqual(["framing"]);
    expect(complete("completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(complete("check", "m")).toEqual(["my case.yaml"]);
    expect(complete("check", "--width", "")).toEqual([]);
  });
});
