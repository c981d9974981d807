import { type Case, type CaseFiles, type Problem, readCase } from "@parley/engine";
import { BadInput, badInput } from "./bad-input.ts";
import type { ArgumentSpec, OptionSpec, Request } from "./command-module.ts";
import { findCase } from "./find-case.ts";
import { loadDomain } from "./load-domain.ts";
import { readFolder } from "./read-folder.ts";

export interface LoadedCase {
  readonly kase: Case;
  /** Warnings; errors are thrown. */
  readonly warnings: readonly Problem[];
  readonly files: CaseFiles & { readonly caseText: Uint8Array };
  /** What was done to read it that its files do not say; empty unless it is a domain in another format. */
  readonly notes: readonly string[];
}

/** The argument that names a case, for commands that take one. */
export const caseArgument: ArgumentSpec = {
  syntax: "[case]",
  about:
    "folder with case.yaml, or that file, or a folder with a GENIUS, GeniusWeb or NegMAS domain; the current folder when left out",
  completes: "files",
};

export const asOfOption: OptionSpec = {
  syntax: "--as-of <date>",
  about: "as it stood on an earlier day, YYYY-MM-DD: without later claims and events",
};

/**
 * Finds, reads and checks a case; everything that is wrong with it is thrown at once, as bad input.
 *
 * A folder without a case that holds a domain in another format is read as the case it would be imported as.
 */
export async function loadCase(
  argument: string | undefined,
  { io, options }: Pick<Request, "io" | "options">,
): Promise<LoadedCase> {
  const { files, warnings, notes } = (await domainAsCase(argument, io.cwd)) ?? {
    files: readFolder(findCase(argument, io.cwd), io.cwd),
    warnings: [],
    notes: [],
  };
  const whole = checkedBefore(files) ?? checkFiles(files);
  lastChecked = { files, whole };
  const rest = { files, notes, warnings: [...warnings, ...whole.warnings] };
  if (typeof options.asOf !== "string") return { ...whole, ...rest };
  return { ...checkFiles(files, earlierDay(options.asOf, whole.kase.asOf)), ...rest };
}

/** `npm start` checks a case and compares it in one process: files that have not changed by a byte are not read as a case twice. */
let lastChecked: {
  readonly files: LoadedCase["files"];
  readonly whole: ReturnType<typeof checkFiles>;
} | null = null;

function checkedBefore(files: LoadedCase["files"]): ReturnType<typeof checkFiles> | null {
  if (lastChecked === null || lastChecked.files.path !== files.path) return null;
  const bytesOf = ({ caseText, sources }: LoadedCase["files"]) =>
    Object.entries({ ...sources, "case.yaml": caseText }).sort(([a], [b]) => (a < b ? -1 : 1));
  const [before, now] = [bytesOf(lastChecked.files), bytesOf(files)];
  const same =
    before.length === now.length &&
    before.every(([name, bytes], i) => name === now[i][0] && Buffer.compare(bytes, now[i][1]) === 0);
  return same ? lastChecked.whole : null;
}

async function domainAsCase(argument: string | undefined, cwd: string) {
  const domain = await loadDomain(argument, cwd);
  if (domain === null) return null;
  const { caseText, notes, warnings } = domain;
  const path = `${argument ?? "."} (read as a case)`;
  return { files: { path, caseText: new TextEncoder().encode(caseText), sources: {} }, warnings, notes };
}

/** A case from files whose text may have been changed since it was read. */
export function checkFiles(files: CaseFiles, asOf?: string): Pick<LoadedCase, "kase" | "warnings"> {
  const result = readCase(asOf === undefined ? files : { ...files, options: { asOf } });
  if (!result.ok) throw new BadInput(result.problems);
  return { kase: result.value, warnings: result.problems };
}

function earlierDay(day: string, last: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && isOnCalendar(day);
  if (!isDay) throw badInput("not-a-date", `--as-of takes a day as YYYY-MM-DD; this is ${day}`);
  if (day <= last) return day;
  throw badInput("after-as-of", `the case knows nothing after ${last}, and --as-of asks for ${day}`);
}

/** True for days that are; 30 February becomes another day when it is read. */
function isOnCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
