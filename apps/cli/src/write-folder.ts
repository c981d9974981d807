import { existsSync, mkdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Problem } from "@parley/engine";
import { BadInput, badInput } from "./bad-input.ts";
import { cannotWrite, writeAside } from "./write-aside.ts";

/**
 * Writes new files into a folder, which is made where it is not there: all of them or none, and over nothing.
 *
 * @param texts path in the folder → text, written in this order
 * @returns the paths written, as seen from `cwd`
 */
export function writeFolder(
  folder: string,
  texts: Readonly<Record<string, string>>,
  cwd: string,
): readonly string[] {
  const paths = Object.keys(texts).map((name) => join(folder, name));
  refuseExisting(paths, cwd);
  const made = makeFolder(folder, cwd);
  const written: string[] = [];
  try {
    for (const [name, text] of Object.entries(texts)) {
      const path = join(folder, name);
      made.unshift(...makeFolder(dirname(path), cwd));
      writeAside(path, text, { replace: false });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    for (const path of made) rmdirSync(path);
    throw error;
  }
  return written.map((path) => relative(cwd, path));
}

function refuseExisting(paths: readonly string[], cwd: string): void {
  const problems = paths
    .filter((path) => existsSync(path))
    .flatMap((path): readonly Problem[] => {
      const file = relative(cwd, path);
      return badInput("exists", `${file} is there already, and stays as it is`, {
        file,
        hint: "name another folder, or move it away",
      }).problems;
    });
  if (problems.length > 0) throw new BadInput(problems);
}

/** @returns the folders made, the innermost first */
function makeFolder(folder: string, cwd: string): string[] {
  const shown = relative(cwd, folder) || ".";
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) {
    throw badInput("not-a-folder", `${shown} is a file`, { file: shown, hint: "name a folder" });
  }
  const missing: string[] = [];
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.push(path);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(shown, error as NodeJS.ErrnoException);
  }
  return missing;
}
