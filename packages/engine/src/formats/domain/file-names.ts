/** Name without its last extension. */
export function stemOf(file: string): string {
  const at = file.lastIndexOf(".");
  return at > 0 ? file.slice(0, at) : file;
}

export function extensionOf(file: string): string {
  const at = file.lastIndexOf(".");
  return at > 0 ? file.slice(at + 1).toLowerCase() : "";
}

/** By code units, the same everywhere. */
export function inNameOrder(files: readonly string[]): string[] {
  return files.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Names for the files to be written: those that are wanted, made safe and different from one another.
 *
 * @param wanted without a folder; null where there is none
 */
export function fileNames(
  wanted: readonly (string | null)[],
  fallback: readonly string[],
  extension: string,
  taken: Set<string>,
): string[] {
  return wanted.map((name, at) => {
    const safe =
      name !== null && isSafe(name) && extensionOf(name) === extension
        ? name
        : `${fallback[at]}.${extension}`;
    let file = safe;
    for (let n = 2; taken.has(file.toLowerCase()); n++) file = `${stemOf(safe)}_${n}.${extension}`;
    taken.add(file.toLowerCase());
    return file;
  });
}

function isSafe(name: string): boolean {
  return /^[^/\\:*?"<>|\p{C}]{1,150}$/u.test(name) && !name.startsWith(".") && name === name.trim();
}
