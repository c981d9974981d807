import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { badInput } from "./bad-input.ts";

/**
 * Writes a file whole or not at all: into a new file beside it, to the disk, then under its name.
 *
 * @param replace false: a file of that name is bad input, and stays as it is
 */
export function writeAside(path: string, text: string | Uint8Array, { replace }: { replace: boolean }): void {
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = openSync(aside, "wx");
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (replace) renameSync(aside, path);
    // A link fails where the name is taken, in the same step that takes it.
    else linkSync(aside, path);
  } catch (error) {
    throw cannotWrite(path, error as NodeJS.ErrnoException);
  } finally {
    rmSync(aside, { force: true });
  }
}

export function cannotWrite(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === undefined) return error;
  const reasons: Record<string, string> = {
    EEXIST: "there is one already",
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    ENOENT: "there is no such folder",
    ENOTDIR: "a file stands where a folder is needed",
    ENAMETOOLONG: "the name is too long",
  };
  const code = error.code === "EEXIST" ? "exists" : "cannot-write";
  return badInput(code, `cannot write ${path}: ${reasons[error.code] ?? error.message}`, { file: path });
}
