/** For tests only: damaged copies of files, the same for the same seed. */

type Files = Readonly<Record<string, Uint8Array>>;

/** Numbers from 0 up to below n. A small generator (mulberry32) will do for damage. */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

const WORDS = [
  ...[
    "<",
    ">",
    "&",
    '"',
    "'",
    "]]>",
    "<!--",
    "<![CDATA[",
    "<!DOCTYPE a>",
    "&amp;",
    "&#0;",
    "&#x1F600;",
    "</objective>",
    "<objective>",
    '<issue index="1"',
    "<?xml version='1.0' encoding='UTF-16'?>",
  ],
  ...[
    "1e999",
    "-1",
    "0",
    "NaN",
    "Infinity",
    "-0",
    "1e-320",
    "10000001",
    ".5",
    "99999999999999999999",
    "0x10",
    "1,5",
  ],
  ...[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "null",
    "true",
    "\\u0000",
    "\\ud800",
    "__proto__",
    "constructor",
    "toString",
  ],
  ...[
    "- ",
    "? ",
    "*a",
    "&a ",
    "!!binary ",
    "<<: ",
    "|\n",
    "#",
    "---\n",
    "\t",
    "\n",
    "%YAML 1.1\n",
    ".inf",
    ".nan",
  ],
  ...[
    "\u0000",
    "\uFEFF",
    "\u2028",
    "é",
    "🎲",
    "type",
    "name",
    "index",
    "value",
    "evaluation",
    "values",
    "issues",
  ],
].map((word) => new TextEncoder().encode(word));

/** One to four injuries to one or more of the files; now and then a file is lost, renamed, doubled or swapped with another. */
export function damaged(files: Files, roll: (n: number) => number): Record<string, Uint8Array> {
  const result: Record<string, Uint8Array> = { ...files };
  for (let left = 1 + roll(4); left > 0; left--) {
    const names = Object.keys(result);
    if (names.length === 0) break;
    const name = names[roll(names.length)];
    const other = names[roll(names.length)];
    switch (roll(24)) {
      case 0:
        delete result[name];
        break;
      case 1:
        result[`copy of ${name}`] = result[name];
        break;
      case 2:
        [result[name], result[other]] = [result[other], result[name]];
        break;
      case 3:
        result[name] = result[name].slice(0, roll(result[name].length + 1));
        break;
      case 4:
        result[name] = utf16(result[name]);
        break;
      default:
        result[name] = injured(result[name], result[other], roll);
    }
  }
  return result;
}

function injured(bytes: Uint8Array, donor: Uint8Array, roll: (n: number) => number): Uint8Array {
  const at = roll(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + roll(roll(3) === 0 ? 400 : 12));
  switch (roll(8)) {
    case 0:
      return joined(bytes.slice(0, at), bytes.slice(end));
    case 1:
      return joined(bytes.slice(0, end), bytes.slice(at));
    case 2: {
      const from = roll(donor.length + 1);
      return joined(bytes.slice(0, at), donor.slice(from, from + roll(200)), bytes.slice(end));
    }
    case 3:
      return changed(bytes, at, roll(256));
    case 4:
      return atNumber(bytes, roll);
    case 5: {
      const word = WORDS[roll(WORDS.length)];
      const many = Array.from({ length: roll(6) === 0 ? 3_000 : 2 }, () => word);
      return joined(bytes.slice(0, at), ...many, bytes.slice(at));
    }
    default:
      return joined(bytes.slice(0, at), WORDS[roll(WORDS.length)], bytes.slice(roll(2) === 0 ? at : end));
  }
}

/** Another number, or something else, in the place of one. */
function atNumber(bytes: Uint8Array, roll: (n: number) => number): Uint8Array {
  const start = roll(bytes.length + 1);
  const isDigit = (byte: number) => byte >= 48 && byte <= 57;
  let from = bytes.findIndex((byte, i) => i >= start && isDigit(byte));
  if (from < 0) from = start;
  let to = from;
  while (to < bytes.length && isDigit(bytes[to])) to++;
  return joined(bytes.slice(0, from), WORDS[roll(WORDS.length)], bytes.slice(to));
}

function changed(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  const copy = bytes.slice();
  if (at < copy.length) copy[at] = byte;
  return copy;
}

function utf16(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(2 * bytes.length + 2);
  wide.set([0xff, 0xfe]);
  bytes.forEach((byte, i) => {
    wide[2 + 2 * i] = byte;
  });
  return wide;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
