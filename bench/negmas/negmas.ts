import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { writeNegmas } from "../../packages/engine/src/formats/negmas/negmas.ts";
import type { Case } from "../../packages/engine/src/index.ts";

/** The version measured against; another one is another measurement. */
const NEGMAS = "negmas==0.16.0";
const MINUTES = 10;

const cache = join(import.meta.dirname, "../../.cache");
const environment = join(cache, "bench-negmas");
const python = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

export interface NegmasResult {
  readonly version: string;
  readonly seconds: readonly number[];
  readonly points: number;
  /** Utilities of the Nash points, from 0 to 1. */
  readonly nash: readonly (readonly number[])[];
}

/**
 * The bench's own virtual environment with NegMAS in it, made when it is not there.
 *
 * @returns why it cannot be had; undefined when it is there
 */
export function negmasMissing(): string | undefined {
  const stamp = join(environment, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === NEGMAS) return undefined;
  rmSync(stamp, { force: true });
  mkdirSync(cache, { recursive: true });
  const made = run(process.platform === "win32" ? "python" : "python3", ["-m", "venv", environment]);
  if (made !== undefined) return `no virtual environment: ${made}`;
  const installed = run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", NEGMAS]);
  if (installed !== undefined) return `${NEGMAS} could not be installed: ${installed}`;
  writeFileSync(stamp, NEGMAS);
  return undefined;
}

/** Times NegMAS on a case, which it reads as written by our export. */
export function negmasDeals(subject: Case, name: string, rounds: number): NegmasResult {
  const written = writeNegmas(subject);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  const folder = join(cache, "bench-domains", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(written.value)) writeFileSync(join(folder, file), text);
  const script = join(import.meta.dirname, "negmas_deals.py");
  const done = spawnSync(python, [script, folder, String(rounds)], {
    encoding: "utf8",
    timeout: MINUTES * 60_000,
  });
  if (done.status !== 0) throw new Error(`NegMAS on ${name}: ${done.error?.message ?? done.stderr}`);
  return JSON.parse(done.stdout.trim().split("\n").at(-1)!) as NegmasResult;
}

/** @returns the last thing said by a program that failed; undefined when it succeeded */
function run(program: string, args: readonly string[]): string | undefined {
  const done = spawnSync(program, args, { encoding: "utf8", timeout: MINUTES * 60_000 });
  if (done.status === 0) return undefined;
  return done.error?.message ?? `${done.stdout}${done.stderr}`.trim().split("\n").at(-1) ?? "";
}
