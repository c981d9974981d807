/** Moves of the cursor, titles, colours: anything a terminal obeys instead of showing. */
const ESCAPE_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COLOUR = /^\u001b\[[\d;]*m$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const LONE_ESCAPE = /\u001b(?!\[[\d;]*m)/g;

/**
 * Text that a terminal only shows: a label in a case may hold control characters, and must not act through them.
 * Colours stay, for they are our own and at worst change a colour.
 */
export function printable(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, (sequence) => (COLOUR.test(sequence) ? sequence : ""))
    .replace(CONTROL, "\ufffd")
    .replace(LONE_ESCAPE, "\ufffd");
}
