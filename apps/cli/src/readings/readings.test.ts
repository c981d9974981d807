import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInTest } from "../run-in-test.ts";

const DRAWS = ["--draws", "1500", "--seed", "7"];
let cwd: string;
/** What one worker prints: everything else must print the same. */
let expected: string;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "parley-readings-"));
  await parley("new", "talks");
  expected = await printed("compare", "talks", ...DRAWS, "--workers", "1", "--json");
});
afterAll(() => rmSync(cwd, { recursive: true }));

const parley = (...argv: string[]) => runInTest(argv, { cwd });

async function printed(...argv: string[]): Promise<string> {
  const { code, out, err } = await parley(...argv);
  expect([code, err]).toEqual([0, ""]);
  return out;
}

const chunksOf = (folder: string): string[] =>
  readdirSync(join(cwd, folder, "chunks"))
    .filter((name) => name.endsWith(".chunk"))
    .sort();

/** A prepared run, and the problem that `gather` names after `damage`. */
async function refused(folder: string, damage: (chunk: string) => void): Promise<string> {
  await printed("compare", "talks", ...DRAWS, "--out", folder, "--prepare");
  await printed("chunk", "--manifest", `${folder}/manifest.json`, "--index", "0");
  damage(join(cwd, folder, "chunks", chunksOf(folder)[0]));
  const { code, out } = await parley("gather", folder, "--json");
  expect(code).toBe(2);
  return JSON.parse(out).issues[0].code;
}

describe("the same bytes", () => {
  test("from two workers and from three", async () => {
    for (const workers of ["2", "3"])
      expect(await printed("compare", "talks", ...DRAWS, "--workers", workers, "--json")).toBe(expected);
  });

  test("and others from another seed", async () => {
    const other = await printed("compare", "talks", "--draws", "1500", "--seed", "8", "--json");
    expect(JSON.parse(other).framings[0].shares).not.toEqual(JSON.parse(expected).framings[0].shares);
  });

  test("from chunks computed in any order, some of them twice, and gathered", async () => {
    await printed("compare", "talks", ...DRAWS, "--out", "parts", "--prepare");
    for (const index of ["5", "2", "0", "2", "4", "1", "3"])
      await printed("chunk", "--manifest", "parts/manifest.json", "--index", index);
    expect(chunksOf("parts")).toHaveLength(6);
    expect(await printed("gather", "parts", "--json")).toBe(expected);
  });

  test("from a run that Ctrl-C cut short, resumed", async () => {
    let [out, err] = ["", ""];
    let interrupt = () => {};
    const code = await runInTest(["compare", "talks", ...DRAWS, "--out", "cut", "--workers", "1"], {
      cwd,
      errIsTerminal: true,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
        if (/Readings: (256|512)/.test(text)) interrupt();
      },
      onInterrupt: (stop) => {
        interrupt = stop;
        return () => {};
      },
    }).then((ran) => ran.code);
    expect(code).toBe(130);
    expect(err).toMatch(/Readings: [\d,]+ of 1,500, about \d+ s left/);
    expect(out).toContain("Cut short: ");
    expect(out).toContain("the same command with --resume goes on");
    const kept = chunksOf("cut").length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(6);
    expect(await printed("compare", "talks", ...DRAWS, "--out", "cut", "--resume", "--json")).toBe(expected);
    expect(chunksOf("cut")).toHaveLength(6);
  });

  test("from a run that was killed, resumed", async () => {
    const args = ["compare", "talks", "--draws", "6000", "--json"];
    const launcher = join(import.meta.dirname, "../../bin/parley.js");
    const child = spawn(process.execPath, [launcher, ...args, "--out", "killed"], { cwd, stdio: "ignore" });
    const ended = once(child, "exit");
    while (
      child.exitCode === null &&
      !(existsSync(join(cwd, "killed", "chunks")) && chunksOf("killed").length > 0)
    )
      await setTimeout(5);
    child.kill("SIGKILL");
    await ended;
    expect(chunksOf("killed").length).toBeGreaterThan(0);
    const resumed = await printed(...args, "--out", "killed", "--resume");
    expect(resumed).toBe(await printed(...args));
  });

  test("where it stops early, whatever the workers", async () => {
    const args = ["compare", "talks", "--draws", "20000", "--precision", "0.04", "--json", "--workers"];
    const [one, two] = [await printed(...args, "1"), await printed(...args, "2")];
    expect(two).toBe(one);
    const { draws, readings } = JSON.parse(one);
    expect(readings.stopped).toBe("precise");
    expect(readings.halfWidth).toBeLessThanOrEqual(0.04);
    expect(draws).toBeLessThan(20_000);
  });
});

describe("a part is refused by name", () => {
  test("when it is truncated", async () => {
    expect(await refused("short", (chunk) => writeFileSync(chunk, readFileSync(chunk).subarray(0, -5)))).toBe(
      "chunk-truncated",
    );
  });

  test("when a byte has changed", async () => {
    const flip = (chunk: string) => {
      const bytes = readFileSync(chunk);
      bytes[bytes.length - 100] ^= 1;
      writeFileSync(chunk, bytes);
    };
    expect(await refused("flipped", flip)).toBe("chunk-damaged");
  });

  test("when it is of another seed", async () => {
    await printed("compare", "talks", "--draws", "1500", "--seed", "9", "--out", "nine", "--prepare");
    await printed("chunk", "--manifest", "nine/manifest.json", "--index", "0");
    const other = join(cwd, "nine", "chunks", chunksOf("nine")[0]);
    expect(await refused("seven", (chunk) => cpSync(other, chunk))).toBe("other-seed");
  });

  test("when it is of another case", async () => {
    cpSync(join(cwd, "talks"), join(cwd, "other talks"), { recursive: true });
    const file = join(cwd, "other talks", "case.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*/m, "title: Other talks"));
    await printed("compare", "other talks", ...DRAWS, "--out", "others", "--prepare");
    await printed("chunk", "--manifest", "others/manifest.json", "--index", "0");
    const other = join(cwd, "others", "chunks", chunksOf("others")[0]);
    expect(await refused("mine", (chunk) => cpSync(other, chunk))).toBe("other-case");
  });

  test("and so is a manifest that was changed", async () => {
    await printed("compare", "talks", ...DRAWS, "--out", "edited", "--prepare");
    const file = join(cwd, "edited", "manifest.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"seed": 7', '"seed": 8'));
    const { code, err } = await parley("chunk", "--manifest", "edited/manifest.json", "--index", "0");
    expect(code).toBe(2);
    expect(err).toContain("changed since");
  });
});

describe("bad input", () => {
  test.each([
    [["--draws", "many"], "takes a whole number"],
    [["--draws", "0"], "not a whole number from 1"],
    [["--seed", "-1"], "takes a whole number"],
    [["--precision", "2"], "not a number from 0"],
    [["--design", "grid"], "plain or sobol"],
    [["--workers", "0"], "from 1 to"],
    [["--resume"], "--out"],
  ])("%j", async (options, message) => {
    const { code, out, err } = await parley("compare", "talks", ...options);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  test("a folder that holds another run, or one already", async () => {
    await printed("compare", "talks", "--draws", "300", "--out", "taken", "--prepare");
    const again = await parley("compare", "talks", "--draws", "300", "--out", "taken", "--prepare");
    expect(again.err).toContain("--resume");
    const other = await parley("compare", "talks", "--draws", "400", "--out", "taken", "--resume");
    expect(other.err).toContain("--draws 300");
  });
});
