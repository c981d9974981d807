/**
 * `node row-in-process.ts ROW`: times one row of `work.ts` in a process of its own, so that its memory is its own.
 * Prints JSON: the first run, the rounds after it (milliseconds), the peak of memory after the first (bytes), and what came
 * out.
 */
import process from "node:process";
import { speedRows } from "./work.ts";

const WARM_UP = 400;
const MEASURED = 2_000;

const row = speedRows.find(({ id }) => id === process.argv[2]);
if (row === undefined) throw new Error(`no row is called ${process.argv[2]}`);
const work = row.prepare();
const begin = performance.now();
const note = work();
const first = performance.now() - begin;
// Of one run: later rounds leave garbage lying about that a single answer does not.
const peak = process.resourceUsage().maxRSS * 1024;
const rounds: number[] = [];
while (performance.now() - begin < WARM_UP) work();
const start = performance.now();
while (rounds.length < 3 || (rounds.length < 25 && performance.now() - start < MEASURED)) {
  const at = performance.now();
  work();
  rounds.push(performance.now() - at);
}
console.log(JSON.stringify({ first, rounds, peak, note }));
