/**
 * `npm run bench [-- name] [--write]`: runs every `bench/*.bench.ts`, or those whose name or file contains the given word.
 *
 * A bench exports `name: string` and `run({ write }): Promise<Row[]>`, its rows made by `time` in `timing.ts`. With
 * `--write` those that have a page or a table in the documentation write it.
 * Each table shows medians, the spread of the rounds, and the ratio of each median to that of the first row.
 */
import { globSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { median } from "./median.ts";
import type { Row } from "./timing.ts";

interface Bench {
  name: string;
  run(options: { write: boolean }): Promise<Row[]>;
}

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const wanted = words[0] ?? "";
const write = process.argv.includes("--write");
let ran = 0;
for (const file of globSync("*.bench.ts", { cwd: import.meta.dirname }).sort()) {
  const bench = (await import(join(import.meta.dirname, file))) as Bench;
  if (!`${file} ${bench.name}`.toLowerCase().includes(wanted.toLowerCase())) continue;
  ran++;
  console.log(`\n${bench.name}  (${file})`);
  print(await bench.run({ write }));
}
if (ran === 0) {
  console.error(`no bench is called "${wanted}"`);
  process.exitCode = 2;
}

function print(rows: readonly Row[]): void {
  const width = Math.max(0, ...rows.map((row) => row.label.length));
  const first = rows.length > 0 ? median(rows[0].rounds) : 0;
  for (const { label, rounds } of rows) {
    const middle = median(rounds);
    const spread = `${format(Math.min(...rounds))}–${format(Math.max(...rounds))}`;
    const ratio = `× ${(middle / first).toFixed(2)}`;
    console.log(
      `  ${label.padEnd(width)}  ${format(middle).padStart(10)} ms  ${spread.padStart(18)}  ${ratio.padStart(9)}`,
    );
  }
}

function format(milliseconds: number): string {
  return milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toPrecision(3);
}
