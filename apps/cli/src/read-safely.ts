import { readFileSync, realpathSync, statSync } from "node:fs";
import { relative, sep } from "node:path";
import { badInput } from "./bad-input.ts";
import { unreadable } from "./unreadable.ts";

/**
 * Bytes of a file whose size is looked at before it is read.
 *
 * @param within folder that a link must not lead out of; undefined where the user named the file itself
 * @param show how a path is named in messages
 */
export function readSafely(
  path: string,
  within: string | undefined,
  limit: number,
  show: (path: string) => string,
): Uint8Array {
  const file = show(path);
  try {
    const real = realpathSync(path);
    if (within !== undefined && !real.startsWith(realpathSync(within) + sep)) {
      throw badInput("outside-folder", "a link leads out of the case's folder and is not followed", {
        file,
        hint: "put a copy of the file in its place",
      });
    }
    const stats = statSync(real);
    if (!stats.isFile()) throw badInput("not-a-file", "expected a file", { file });
    if (stats.size > limit) {
      throw badInput("too-large", `the file has ${stats.size} bytes; at most ${limit} are read`, {
        file,
        hint: "split it, or leave out what the case does not cite",
      });
    }
    return readFileSync(real);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw unreadable(file, error as NodeJS.ErrnoException);
  }
}

/** Relative to where the user stands, unless that climbs out of it. */
export function shortest(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith("..") ? path : short;
}
