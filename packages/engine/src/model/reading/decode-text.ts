/** Largest `case.yaml` that is read, in bytes. */
export const maximumCaseBytes = 4_000_000;

/** Largest stored source that is read, in bytes. */
export const maximumSourceBytes = 20_000_000;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly hint: string };

/**
 * Bytes to text, UTF-8 only, and never by guessing: a file in another encoding is refused by name.
 *
 * A byte order mark is dropped. Offsets of quotations count UTF-16 units of the text returned.
 */
export function decodeText(bytes: Uint8Array, limit: number): Decoded {
  if (bytes.length > limit) {
    const message = `the file has ${bytes.length} bytes; at most ${limit} are read`;
    return {
      ok: false,
      code: "too-large",
      message,
      hint: "split it, or leave out what the case does not cite",
    };
  }
  const encoding = foreignEncoding(bytes);
  if (encoding !== undefined) {
    return {
      ok: false,
      code: "not-utf-8",
      message: `the file is ${encoding}; expected UTF-8`,
      hint: "save it again as UTF-8",
    };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const at = controlCharacter(text);
    if (at < 0) return { ok: true, text };
    const code = text.charCodeAt(at).toString(16).padStart(4, "0").toUpperCase();
    return {
      ok: false,
      code: "not-text",
      message: `the file is not text: it holds the character U+${code}`,
      hint: "is this the right file?",
    };
  } catch {
    const message = "the file is not UTF-8 text";
    return {
      ok: false,
      code: "not-utf-8",
      message,
      hint: "save it as UTF-8, or check that it is the right file",
    };
  }
}

/** UTF-16 and UTF-32 are told by their byte order marks, and common binary files by their first bytes. */
function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? "UTF-32" : "UTF-16";
  if (a === 0xfe && b === 0xff) return "UTF-16";
  if (a === 0x50 && b === 0x4b) return "a ZIP archive (or a Word or Excel file)";
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return "a PDF";
  return undefined;
}

/** Place of the first control character other than tab, line feed, form feed and carriage return; -1 when there is none. */
function controlCharacter(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) return at;
  }
  return -1;
}
