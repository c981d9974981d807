import { domainLimits } from "../domain/domain-limits.ts";

export type DecodedXml =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly hint: string };

/**
 * Bytes of an XML file to text, by its byte order mark or declaration, otherwise as UTF-8; never by guessing.
 *
 * UTF-8, UTF-16, ISO-8859-1, windows-1252 and US-ASCII are read (XML 1.0, appendix F). Anything else is refused by name.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  if (bytes.length > domainLimits.fileBytes) {
    return refusal(
      "too-large",
      `the file has ${bytes.length} bytes; at most ${domainLimits.fileBytes} are read`,
    );
  }
  const [a, b, c, d] = bytes;
  const is = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if ((is(0xff, 0xfe, 0, 0) || is(0, 0, 0xfe, 0xff)) && bytes.length >= 4)
    return refusal("unknown-encoding", "the file is UTF-32, which is not read", "save it as UTF-8");
  const wide =
    is(0xff, 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)
      ? "utf-16le"
      : is(0xfe, 0xff) || (a === 0 && b === 0x3c && c === 0)
        ? "utf-16be"
        : null;
  const declared = declaredEncoding(bytes, wide);
  if (wide !== null) {
    if (declared !== null && !/^(utf-?16|iso-10646-ucs-2)/i.test(declared))
      return refusal("mis-encoded", `the file says that it is ${declared} but is UTF-16`, "save it as UTF-8");
    return decoded(bytes, wide, "UTF-16");
  }
  const marked = is(0xef, 0xbb, 0xbf);
  const name = (declared ?? "utf-8").toLowerCase();
  if (name === "utf-8" || name === "utf8") return decoded(bytes, "utf-8", "UTF-8");
  if (marked)
    return refusal(
      "mis-encoded",
      `the file says that it is ${declared} but begins as UTF-8`,
      "save it as UTF-8",
    );
  if (name === "us-ascii" || name === "ascii") {
    const at = bytes.findIndex((byte) => byte > 127);
    return at < 0
      ? decoded(bytes, "utf-8", "US-ASCII")
      : refusal(
          "mis-encoded",
          `the file says that it is ${declared}, but byte ${at + 1} (line ${lineOf(bytes, at)}) is not`,
          "save it as UTF-8",
        );
  }
  if (name === "windows-1252" || name === "cp1252") return decoded(bytes, "windows-1252", "windows-1252");
  if (name === "iso-8859-1" || name === "latin1" || name === "latin-1")
    return { ok: true, text: latin1(bytes) };
  if (name.startsWith("utf-16"))
    return refusal("mis-encoded", "the file says that it is UTF-16 but is not", "save it as UTF-8");
  return refusal(
    "unknown-encoding",
    `the file is in the encoding ${declared}, which is not read`,
    "save it as UTF-8",
  );
}

function decoded(bytes: Uint8Array, label: string, name: string): DecodedXml {
  try {
    return { ok: true, text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch {
    const at = name === "UTF-8" ? firstBadUtf8(bytes) : -1;
    const where = at < 0 ? "" : `: byte ${at + 1} (line ${lineOf(bytes, at)})`;
    return refusal(
      "mis-encoded",
      `the file is not ${name}${where}`,
      "save it as UTF-8, or state its encoding in the first line",
    );
  }
}

/** The encoding named in the XML declaration; null when none is. */
function declaredEncoding(bytes: Uint8Array, wide: "utf-16le" | "utf-16be" | null): string | null {
  let head = "";
  const step = wide === null ? 1 : 2;
  for (let at = wide === "utf-16be" ? 1 : 0; at < Math.min(bytes.length, 400); at += step)
    head += String.fromCharCode(bytes[at]);
  const found = /^[^<]{0,4}<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]{1,40})["']/.exec(head);
  return found === null ? null : found[1];
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}

function firstBadUtf8(bytes: Uint8Array): number {
  const good = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).indexOf("\uFFFD");
  if (good < 0) return -1;
  return new TextEncoder().encode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).slice(0, good))
    .length;
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++;
  return line;
}

function refusal(code: string, message: string, hint = ""): DecodedXml {
  return { ok: false, code, message, hint };
}
