import { describe, expect, test } from "vitest";
import { decodeXml } from "./decode-xml.ts";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const wide = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) =>
      big
        ? [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255]
        : [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8],
    ),
  );
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a b="é"/>`;

describe("read", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode(declared("UTF-8"))],
    [
      "UTF-8 with a byte order mark",
      Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(declared("utf-8"))]),
    ],
    ["ISO-8859-1", bytes(declared("ISO-8859-1"))],
    ["windows-1252", bytes(declared("windows-1252"))],
    ["UTF-16 with a byte order mark", Uint8Array.from([0xff, 0xfe, ...wide(declared("UTF-16"), false)])],
    [
      "big-endian UTF-16 with a byte order mark",
      Uint8Array.from([0xfe, 0xff, ...wide(declared("UTF-16"), true)]),
    ],
    ["UTF-16 without one", wide(declared("UTF-16LE"), false)],
  ])("%s", (_, file) => {
    const decoded = decodeXml(file);
    expect(decoded.ok && decoded.text).toContain('b="é"');
  });
});

describe("refused by name", () => {
  test.each([
    [
      "Latin-1 that says nothing",
      bytes('<a>\n<b c="é"/></a>'),
      "mis-encoded",
      "the file is not UTF-8: byte 11 (line 2)",
    ],
    [
      "Latin-1 that says UTF-8",
      bytes(declared("UTF-8")),
      "mis-encoded",
      "the file is not UTF-8: byte 45 (line 1)",
    ],
    [
      "UTF-8 that says UTF-16",
      new TextEncoder().encode(declared("UTF-16")),
      "mis-encoded",
      "the file says that it is UTF-16 but is not",
    ],
    [
      "UTF-16 that says UTF-8",
      Uint8Array.from([0xff, 0xfe, ...wide(declared("UTF-8"), false)]),
      "mis-encoded",
      "the file says that it is UTF-8 but is UTF-16",
    ],
    [
      "letters with accents in US-ASCII",
      bytes(declared("US-ASCII")),
      "mis-encoded",
      "the file says that it is US-ASCII, but byte 48 (line 1) is not",
    ],
    [
      "an encoding nobody reads here",
      bytes(declared("EBCDIC-CP-US")),
      "unknown-encoding",
      "the file is in the encoding EBCDIC-CP-US, which is not read",
    ],
    [
      "UTF-32",
      Uint8Array.from([0xff, 0xfe, 0, 0, 60, 0, 0, 0]),
      "unknown-encoding",
      "the file is UTF-32, which is not read",
    ],
  ])("%s", (_, file, code, message) => {
    expect(decodeXml(file)).toMatchObject({ ok: false, code, message });
  });
});
