import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { type Row, time } from "./timing.ts";

export const name = "Start-up of the command";

const root = join(import.meta.dirname, "..");

/** The empty start of Node comes first, so that ratios say what the command adds to it. */
export async function run(): Promise<Row[]> {
  const parley = "apps/cli/bin/parley.js";
  return [
    await time("node alone", () => node("--eval", "")),
    await time("parley --help", () => node(parley, "--help")),
    await time("parley check", () => node(parley, "check", "cases/muscat-2026")),
    await time("parley compare --central", () => node(parley, "compare", "cases/muscat-2026", "--central")),
  ];
}

function node(...args: string[]): void {
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${args.join(" ")}: exit ${done.status}\n${done.stderr}`);
}
