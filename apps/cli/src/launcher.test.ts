import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const launcher = join(import.meta.dirname, "..", "bin", "parley.js");
const muscat = join(import.meta.dirname, "..", "..", "..", "cases", "muscat-2026");

function parley(
  argv: readonly string[],
  options: { uid?: number; cwd?: string; env?: Record<string, string> } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...argv], {
    encoding: "utf8",
    ...options,
    env: { PATH: process.env.PATH, ...options.env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe("the parley process", () => {
  test("prints, and exits with 0", () => {
    const { code, out, err } = parley(["glossary", "zone"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^zone {2}/);
  });

  test("bad input goes to standard error, and the code is 2", () => {
    expect(parley(["deals", muscat, "--framing", "x"])).toMatchObject({ code: 2, out: "" });
    expect(parley(["nothing"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("unknown command"),
    });
  });

  // Root may read everything, so there the command runs as nobody, if nobody can reach this checkout.
  const options = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const canRun = parley(["glossary", "zone"], options).code === 0;
  test.skipIf(!canRun)("a file or folder that may not be read is bad input", () => {
    const cwd = mkdtempSync(join(tmpdir(), "parley-closed-"));
    try {
      writeFileSync(join(cwd, "case.yaml"), "parley: 1");
      chmodSync(cwd, 0o755);
      chmodSync(join(cwd, "case.yaml"), 0);
      for (const path of [cwd, join(cwd, "case.yaml")]) {
        const { code, err } = parley(["check", path], options);
        expect([code, err]).toEqual([2, expect.stringContaining("no permission to read it")]);
      }
      chmodSync(cwd, 0);
      const { code, err } = parley(["check", join(cwd, "case.yaml")], options);
      expect([code, err]).toEqual([2, expect.stringContaining("no permission to read it")]);
    } finally {
      chmodSync(cwd, 0o700);
      rmSync(cwd, { recursive: true });
    }
  });

  test("a reader that has enough (| head) is no failure", async () => {
    const child = spawn("sh", [
      "-c",
      `"${process.execPath}" "${launcher}" show "${muscat}" iran --json | head -c 10`,
    ]);
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, err]).toEqual([0, ""]);
  });

  test("colour is left out where output is no terminal, and on request put in", () => {
    expect(parley(["glossary", "zone"]).out).not.toContain("\u001b");
    expect(parley(["glossary", "zone"], { env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[1m");
  });
});
