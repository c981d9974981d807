import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Problem } from "@parley/engine";
import type { DomainFiles } from "@parley/engine/formats/domain-folder";
import { BadInput, badInput } from "./bad-input.ts";
import { CASE_FILE } from "./find-case.ts";
import { readSafely, shortest } from "./read-safely.ts";
import { unreadable } from "./unreadable.ts";

/** Files of a domain by name, and how each is named in messages. */
export interface ReadFiles {
  readonly files: DomainFiles;
  /** Name without the folder → path as shown; names that are not there stand for themselves. */
  readonly shown: (name: string) => string;
  /** What could not be read; its files are there, empty. */
  readonly refused: readonly Problem[];
}

/** True for a folder without a case that has files which could be those of a domain, by their names. What cannot be looked at is left to `findCase` to refuse. */
export function mayBeDomain(argument: string | undefined, cwd: string): boolean {
  const folder = resolve(cwd, argument ?? ".");
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
    if (existsSync(join(folder, CASE_FILE))) return false;
    return readdirSync(folder).some((name) => /^[^.].*\.(xml|json|ya?ml)$/i.test(name));
  } catch {
    return false;
  }
}

/** All files of a folder that can belong to a domain; nothing is followed out of the folder. */
export async function readDomainFiles(argument: string | undefined, cwd: string): Promise<ReadFiles> {
  const { domainLimits, isDomainFile } = await import("@parley/engine/formats/domain-folder");
  const folder = resolve(cwd, argument ?? ".");
  const shown = argument ?? ".";
  const names = listFolder(folder, shown).filter(isDomainFile).sort();
  if (names.length > domainLimits.files) {
    throw badInput("too-many", `${shown} has ${names.length} files; at most ${domainLimits.files} are read`, {
      file: shown,
      hint: "name the files of the domain",
    });
  }
  return readAll(
    names.map((name) => join(folder, name)),
    folder,
    cwd,
  );
}

/** Files named one by one. */
export async function readNamedFiles(paths: readonly string[], cwd: string): Promise<ReadFiles> {
  const byName = Map.groupBy(paths, (path) => basename(path));
  const twice = [...byName.values()].filter((alike) => alike.length > 1);
  if (twice.length > 0) {
    throw new BadInput(
      twice.flatMap(
        (alike) =>
          badInput("same-name", `several files have the name ${basename(alike[0])}: ${alike.join(", ")}`, {
            file: alike[0],
          }).problems,
      ),
    );
  }
  return readAll(
    paths.map((path) => resolve(cwd, path)),
    undefined,
    cwd,
  );
}

async function readAll(
  paths: readonly string[],
  within: string | undefined,
  cwd: string,
): Promise<ReadFiles> {
  const { domainLimits } = await import("@parley/engine/formats/domain-folder");
  const show = (path: string) => shortest(path, cwd);
  const refused: Problem[] = [];
  const files: Record<string, Uint8Array> = {};
  for (const path of paths) {
    try {
      files[basename(path)] = readSafely(path, within, domainLimits.fileBytes, show);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      refused.push(...error.problems);
      files[basename(path)] = new Uint8Array();
    }
  }
  const places = new Map(paths.map((path) => [basename(path), show(path)]));
  return { files, shown: (name) => places.get(name) ?? name, refused };
}

function listFolder(folder: string, shown: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    throw unreadable(shown, error as NodeJS.ErrnoException);
  }
}
