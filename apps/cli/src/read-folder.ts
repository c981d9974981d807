import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CaseFiles, maximumCaseBytes, maximumSourceBytes, type Problem } from "@parley/engine";
import { BadInput } from "./bad-input.ts";
import { readSafely, shortest } from "./read-safely.ts";
import { unreadable } from "./unreadable.ts";

/**
 * Reads a case and what lies in `sources/` beside it. Sizes are looked at before anything is read, and nothing is
 * followed out of the folder.
 *
 * @param file absolute path of the case file
 * @param cwd where paths in messages start from
 */
export function readFolder(file: string, cwd: string): CaseFiles & { readonly caseText: Uint8Array } {
  const folder = dirname(file);
  const show = (path: string) => shortest(path, cwd);
  const refused: Problem[] = [];
  const attempt = (path: string, limit: number): Uint8Array => {
    try {
      return readSafely(path, folder, limit, show);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      refused.push(...error.problems);
      return new Uint8Array();
    }
  };
  const caseText = attempt(file, maximumCaseBytes);
  const sources: Record<string, Uint8Array> = {};
  for (const name of listSources(join(folder, "sources"), show)) {
    sources[`sources/${name}`] = attempt(join(folder, "sources", name), maximumSourceBytes);
  }
  if (refused.length > 0) throw new BadInput(refused);
  return { path: show(file), caseText, sources };
}

function listSources(folder: string, show: (path: string) => string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw unreadable(show(folder), error as NodeJS.ErrnoException);
  }
}
