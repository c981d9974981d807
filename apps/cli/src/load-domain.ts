import type { Problem } from "@parley/engine";
import type { DomainFolder, ImportOptions } from "@parley/engine/formats/domain-folder";
import { BadInput } from "./bad-input.ts";
import { mayBeDomain, type ReadFiles, readDomainFiles } from "./domain-files.ts";

export interface ReadDomain extends DomainFolder {
  /** Warnings; errors are thrown. */
  readonly warnings: readonly Problem[];
}

/**
 * A folder of a domain in another format as the text of a case; nothing is written.
 *
 * @returns null where the argument is no folder with a domain, and so should be a case
 */
export async function loadDomain(argument: string | undefined, cwd: string): Promise<ReadDomain | null> {
  if (!mayBeDomain(argument, cwd)) return null;
  const read = await readDomainFiles(argument, cwd);
  const { markedFormatOf } = await import("@parley/engine/formats/domain-folder");
  return markedFormatOf(read.files) === null ? null : readDomain(read);
}

/** Reads files as a domain; everything that is wrong with them is thrown at once, as bad input. */
export async function readDomain(
  { files, shown, refused }: ReadFiles,
  options: ImportOptions = {},
): Promise<ReadDomain> {
  if (refused.length > 0) throw new BadInput(refused);
  const { readDomainFolder } = await import("@parley/engine/formats/domain-folder");
  const read = await readDomainFolder(files, options);
  const problems = read.problems.map((problem) => ({ ...problem, file: shown(problem.file) }));
  if (!read.ok) throw new BadInput(problems);
  return { ...read.value, warnings: problems };
}
