import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";

export const root = join(import.meta.dirname, "../..");

/** Puts text between `<!-- name -->` and `<!-- /name -->` in a page of the repository. */
export function writeBetweenMarks(page: string, name: string, text: string): void {
  const file = join(root, page);
  const before = readFileSync(file, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [before.indexOf(open), before.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`${page} has no place between ${open} and ${close}`);
  writeFileSync(file, `${before.slice(0, from + open.length)}\n\n${text}\n\n${before.slice(to)}`);
}

/** The kind of machine, without its name or the day. */
export function machine(): string {
  const cores = availableParallelism();
  const names = ["no", "one core", "two cores", "three cores", "four cores"];
  return `${names[cores] ?? `${cores} cores`} (${process.platform}, ${process.arch}), Node ${process.versions.node}`;
}

export function inMilliseconds(time: number): string {
  if (time >= 1000) return `${(time / 1000).toPrecision(time >= 9_950 ? 2 : 3)} s`;
  return `${time >= 99.5 ? Math.round(time) : Number(time.toPrecision(2))} ms`;
}

export const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
