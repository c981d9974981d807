import stringWidth from "string-width";

/** Columns that a text takes on a terminal; wide characters count two, combining marks none. */
export const widthOf = (text: string): number => stringWidth(text);

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cuts a word that is longer than a line: after its hyphens, or else anywhere but inside a grapheme. */
function cutWord(word: string, width: number): string[] {
  const parts = word.split(/(?<=[-/])/);
  if (parts.length > 1)
    return joined(
      parts.flatMap((part) => (widthOf(part) > width ? cutWord(part, width) : [part])),
      width,
    );
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== "" && widthOf(piece + segment) > width) {
      pieces.push(piece);
      piece = segment;
    } else piece += segment;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}

/** Neighbouring parts put together again where both fit on a line. */
function joined(parts: readonly string[], width: number): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && widthOf(last + part) <= width) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}

/** Lines of at most `width` columns, broken between words; a no-break space keeps its neighbours together. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/[ \t]+/).filter((w) => w !== "")) {
      for (const piece of widthOf(word) > room ? cutWord(word, room) : [word]) {
        if (line === "") line = piece;
        else if (widthOf(line) + 1 + widthOf(piece) <= room) line += ` ${piece}`;
        else {
          lines.push(line);
          line = piece;
        }
      }
    }
    lines.push(line);
  }
  return lines;
}

/** A paragraph that starts with a label; the lines that follow are indented to the text. */
export function labelled(label: string, text: string, indent: number, width: number): string {
  const lines = wrap(text, width - indent);
  const head = widthOf(label) >= indent ? `${label} ` : padEnd(label, indent);
  return lines.map((line, i) => (i === 0 ? head : " ".repeat(indent)) + line).join("\n");
}

export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - widthOf(text))) + text;
