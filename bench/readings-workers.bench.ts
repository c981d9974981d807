import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import type { Row } from "./timing.ts";

export const name = "Readings of Muscat: one worker, two workers, memory";

const ROUNDS = 5;

interface RanOnce {
  /** Milliseconds. */
  readonly elapsed: number;
  /** Bytes. */
  readonly peak: number;
  readonly hash: string;
}

/** Each round in a process of its own, the workers' start in it and the case's reading not; the same figures or it fails. */
export async function run(): Promise<Row[]> {
  const rows = [row(10_000, 1, ROUNDS), row(10_000, 2, ROUNDS), row(100_000, 2, 1), row(1_000_000, 2, 1)];
  if (rows[0].hash !== rows[1].hash) throw new Error("one worker and two give different figures");
  return rows;
}

function row(draws: number, workers: number, times: number): Row & { readonly hash: string } {
  const runs = Array.from({ length: times }, () => once(draws, workers));
  const peak = Math.round(Math.max(...runs.map((ran) => ran.peak)) / 2 ** 20);
  return {
    label: `${draws.toLocaleString("en")} readings, ${workers} ${workers === 1 ? "worker" : "workers"} (${peak} MB)`,
    rounds: runs.map(({ elapsed }) => elapsed),
    hash: runs[0].hash,
  };
}

function once(draws: number, workers: number): RanOnce {
  const script = join(import.meta.dirname, "readings/run-once.ts");
  const args = ["--conditions=source", script, String(draws), String(workers)];
  const done = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`run-once ${draws} ${workers}: exit ${done.status}\n${done.stderr}`);
  return JSON.parse(done.stdout) as RanOnce;
}
