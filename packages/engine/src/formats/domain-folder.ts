import type { Checked } from "../model/problem.ts";
import type { DomainFiles, ImportedCase, ImportOptions } from "./domain/domain.ts";
import { domainLimits } from "./domain/domain-limits.ts";
import { extensionOf, inNameOrder } from "./domain/file-names.ts";

export type { DomainFiles, ImportedCase, ImportOptions };
export { domainLimits };

export const domainFormats = ["genius", "geniusweb", "negmas"] as const;
export type DomainFormat = (typeof domainFormats)[number];

export interface DomainFolder extends ImportedCase {
  readonly format: DomainFormat;
}

const extensions: Readonly<Record<DomainFormat, readonly string[]>> = {
  genius: ["xml"],
  geniusweb: ["json"],
  negmas: ["yml", "yaml"],
};

/** Words that a domain file of the format cannot do without. */
const marks: Readonly<Record<DomainFormat, string>> = {
  genius: "negotiation_template",
  geniusweb: "issuesValues",
  negmas: "OutcomeSpace",
};

/**
 * Which format a folder of files is in; null when it is none of them.
 *
 * By a file that can be a domain; failing that, by the first format that any file's name belongs to. A folder with a
 * `case.yaml` is a case and no domain.
 */
export function domainFormatOf(files: DomainFiles): DomainFormat | null {
  if (Object.hasOwn(files, "case.yaml")) return null;
  return markedFormatOf(files) ?? domainFormats.find((format) => filesIn(format, files).length > 0) ?? null;
}

/** The same, but only by a file that can be a domain: a folder of other JSON or YAML files is none. */
export function markedFormatOf(files: DomainFiles): DomainFormat | null {
  if (Object.hasOwn(files, "case.yaml")) return null;
  const isMarked = (format: DomainFormat) =>
    filesIn(format, files).some((name) => holds(files[name], marks[format]));
  return domainFormats.find(isMarked) ?? null;
}

/** Whether a file can be part of a domain, by its name. */
export function isDomainFile(name: string): boolean {
  return (
    !name.startsWith(".") && domainFormats.some((format) => extensions[format].includes(extensionOf(name)))
  );
}

function filesIn(format: DomainFormat, files: DomainFiles): string[] {
  const names = inNameOrder(Object.keys(files)).filter((name) => !name.startsWith("."));
  return names.filter((name) => extensions[format].includes(extensionOf(name)));
}

/** Reads a folder in any of the formats; each is loaded when it is first met. */
export async function readDomainFolder(
  files: DomainFiles,
  options: ImportOptions = {},
): Promise<Checked<DomainFolder>> {
  const format = domainFormatOf(files);
  if (format === null) {
    const message = "no file here belongs to a domain: GENIUS (.xml), GeniusWeb (.json) or NegMAS (.yml)";
    return {
      ok: false,
      problems: [
        { code: "no-domain", severity: "error", path: "", file: "", line: 0, column: 0, message, hint: "" },
      ],
    };
  }
  const read = await readIn(format, files, options);
  return read.ok ? { ...read, value: { format, ...read.value } } : read;
}

async function readIn(
  format: DomainFormat,
  files: DomainFiles,
  options: ImportOptions,
): Promise<Checked<ImportedCase>> {
  if (format === "genius") return (await import("./genius/genius.ts")).readGenius(files, options);
  if (format === "geniusweb") return (await import("./geniusweb/geniusweb.ts")).readGeniusWeb(files, options);
  return (await import("./negmas/negmas.ts")).readNegmas(files, options);
}

/** Whether the bytes hold an ASCII word, also with a zero byte beside every letter (UTF-16). */
function holds(bytes: Uint8Array, word: string): boolean {
  const codes = Array.from(word, (char) => char.charCodeAt(0));
  const last = bytes.length - codes.length;
  for (let at = bytes.indexOf(codes[0]); at >= 0 && at <= last; at = bytes.indexOf(codes[0], at + 1)) {
    if (
      codes.every((code, k) => bytes[at + k] === code) ||
      codes.every((code, k) => bytes[at + 2 * k] === code)
    )
      return true;
  }
  return false;
}
