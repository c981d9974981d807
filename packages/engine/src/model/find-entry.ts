import type { Case, Entry } from "./case.ts";

/** Place of the entry at a path as users write it, with or without its section; -1 when nothing is entered there. */
export function findEntryPath(entries: readonly Pick<Entry, "path">[], path: string): number {
  const wanted = path.trim().replace(/^parties\./, "");
  return entries.findIndex((entry) => entry.path === wanted);
}

/** The entry at a path; undefined when nothing is entered there. */
export function findEntry(input: Case, path: string): Entry | undefined {
  return input.entries[findEntryPath(input.entries, path)];
}

/** Paths of all entries, in case order. */
export function pathsOf(input: Case): readonly string[] {
  return input.entries.map(({ path }) => path);
}
