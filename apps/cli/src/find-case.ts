import { existsSync, readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { badInput } from "./bad-input.ts";
import { unreadable } from "./unreadable.ts";

export const CASE_FILE = "case.yaml";

/** How deep candidates are looked for below a folder without a case, and how many are named. */
const CANDIDATE_DEPTH = 2;
const CANDIDATES_NAMED = 5;

/**
 * The case file meant by an argument: a folder with `case.yaml`, or the file itself; the current folder when left out.
 *
 * @returns absolute path of the file
 */
export function findCase(argument: string | undefined, cwd: string): string {
  const path = resolve(cwd, argument ?? ".");
  const shown = argument ?? ".";
  const stats = lookAt(path, shown);
  if (stats === undefined)
    throw badInput("no-such-file", `there is no ${shown}`, { file: shown, hint: nearName(path, shown) });
  if (!stats.isDirectory()) {
    if (!/\.xml$/i.test(path)) return path;
    throw badInput("not-a-case", `${shown} is no case`, {
      file: shown,
      hint: "of a domain in another format, name the folder with all its files",
    });
  }
  const file = join(path, CASE_FILE);
  if (existsSync(file)) return file;
  const where = argument === undefined ? "the current folder" : shown;
  throw badInput("no-case", `${where} has no ${CASE_FILE}`, { file: shown, hint: candidatesHint(path, cwd) });
}

/** True when the argument names something on disk: then it is meant as a case, and not as a path in one. */
export const existsOnDisk = (argument: string, cwd: string): boolean => existsSync(resolve(cwd, argument));

function lookAt(path: string, shown: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(shown, error as NodeJS.ErrnoException);
  }
}

function candidatesHint(folder: string, cwd: string): string {
  const found: string[] = [];
  search(folder, 0, found);
  if (found.length === 0) return "name a folder with a case, or start one with `parley new my-talks`";
  const names = found.slice(0, CANDIDATES_NAMED).map((path) => `\`${relative(cwd, path) || "."}\``);
  return `did you mean ${names.join(" or ")}?`;
}

/** Folders with a case and, where the folder itself has YAML under another name, those files. */
function search(folder: string, depth: number, found: string[]): void {
  for (const entry of listFolder(folder)) {
    if (found.length >= CANDIDATES_NAMED) return;
    const path = join(folder, entry.name);
    if (depth === 0 && entry.isFile() && /\.ya?ml$/i.test(entry.name)) found.push(path);
    if (!entry.isDirectory() || entry.name.startsWith(".") || entry.name === "node_modules") continue;
    if (existsSync(join(path, CASE_FILE))) found.push(path);
    else if (depth + 1 < CANDIDATE_DEPTH) search(path, depth + 1, found);
  }
}

/** A name beside the one that is not there and differs from it only in case, or begins alike. */
function nearName(path: string, shown: string): string {
  const wanted = basename(path).toLowerCase();
  const names = listFolder(dirname(path)).map((entry) => entry.name);
  const near =
    names.find((name) => name.toLowerCase() === wanted) ??
    names.find(
      (name) =>
        wanted.length >= 3 && name.toLowerCase().startsWith(wanted.slice(0, Math.ceil(wanted.length / 2))),
    );
  return near === undefined ? "" : `did you mean \`${join(dirname(shown), near)}\`?`;
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
