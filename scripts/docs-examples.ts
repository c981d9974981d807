/**
 * Examples in Markdown: finding them, and comparing what a command printed with what the page shows.
 *
 * Three kinds of fenced block run; all others are left alone.
 * - ```sh with lines `$ command`: each runs in a shell, and must print the lines that follow it, if any;
 *   a line of just `…` stands for any lines. `{cwd=tmp}` runs in a copy of the cases that the page's blocks
 *   share; `{exit=2}` is the exit code of the last command.
 * - ```yaml case: a whole case, which must check.
 * - ```ts: a program on "@parley/engine", which must end without an error.
 */
export interface Example {
  kind: "sh" | "yaml" | "ts";
  /** Line of the opening fence, from 1. */
  line: number;
  text: string;
  inTemporaryCopy: boolean;
  exit: number;
}

interface Command {
  command: string;
  /** Empty when the page shows no output: then any is accepted. */
  expected: readonly string[];
}

const FENCE = /^( *)(`{3,}|~{3,})\s*([^\s{]*)\s*\{?([^}]*)\}?\s*$/;
/** Setting up, or the checks that run the examples themselves. */
const NOT_RUN = /^(npm|npx|git|cd) /;

export function findExamples(markdown: string): Example[] {
  const examples: Example[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const [, indent, fence, kind, info] = FENCE.exec(lines[at]) ?? [];
    if (fence === undefined) continue;
    const begin = at;
    const body: string[] = [];
    while (++at < lines.length && !lines[at].trim().startsWith(fence)) {
      body.push(lines[at].startsWith(indent) ? lines[at].slice(indent.length) : lines[at].trimStart());
    }
    const words = info.split(/[\s,]+/);
    const runs =
      (kind === "sh" && findCommands(body.join("\n")).length > 0) ||
      (kind === "yaml" && words.includes("case")) ||
      kind === "ts";
    if (!runs) continue;
    const exit = words.find((word) => word.startsWith("exit="))?.slice("exit=".length);
    examples.push({
      kind: kind as Example["kind"],
      line: begin + 1,
      text: `${body.join("\n")}\n`,
      inTemporaryCopy: words.includes("cwd=tmp"),
      exit: Number(exit ?? 0),
    });
  }
  return examples;
}

/** The commands of a block, each with the output shown after it; a command may go on after a final backslash. */
export function findCommands(text: string): Command[] {
  const commands: { command: string; expected: string[] }[] = [];
  let goesOn = false;
  for (const line of text.split("\n")) {
    const last = commands.at(-1);
    if (goesOn && last) last.command += `\n${line}`;
    else if (line.startsWith("$ ")) commands.push({ command: line.slice(2), expected: [] });
    else last?.expected.push(line.trimEnd());
    goesOn = line.endsWith("\\");
  }
  for (const { expected } of commands) while (expected.at(-1) === "") expected.pop();
  return commands.filter(({ command }) => !NOT_RUN.test(command));
}

/**
 * The first line of the page that the output does not bear out; undefined when all agree.
 * Trailing spaces and blank lines at the end do not count.
 */
export function findMismatch(expected: readonly string[], output: string): string | undefined {
  if (expected.length === 0) return undefined;
  const actual = output
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  let at = 0;
  let skipping = false;
  let block: string[] = [];
  const blocks: { lines: string[]; floats: boolean }[] = [];
  for (const line of [...expected, undefined]) {
    if (line !== undefined && line.trim() !== "…") {
      block.push(line);
      continue;
    }
    if (block.length > 0) blocks.push({ lines: block, floats: skipping });
    block = [];
    if (line !== undefined) skipping = true;
  }
  const endsOpen = expected.at(-1)?.trim() === "…";
  for (const [index, { lines, floats }] of blocks.entries()) {
    const isLast = index === blocks.length - 1 && !endsOpen;
    const from = isLast && floats ? Math.max(at, actual.length - lines.length) : at;
    const found = findBlock(lines, actual, from, floats && !isLast);
    if (found < 0) return firstDifference(lines, actual, from);
    at = found + lines.length;
  }
  return endsOpen || at === actual.length ? undefined : `more output than shown: ${actual[at]}`;
}

/** Where the lines stand in a row in `actual`, at `from` or (floating) after it; −1 when nowhere. */
function findBlock(
  lines: readonly string[],
  actual: readonly string[],
  from: number,
  floats: boolean,
): number {
  const last = floats ? actual.length - lines.length : from;
  for (let start = from; start <= last; start++) {
    if (lines.every((line, offset) => actual[start + offset] === line)) return start;
  }
  return -1;
}

function firstDifference(lines: readonly string[], actual: readonly string[], from: number): string {
  const offset = lines.findIndex((line, index) => actual[from + index] !== line);
  const shown = Math.max(offset, 0);
  return `shown: ${lines[shown]}\nprinted: ${actual[from + shown] ?? "(nothing)"}`;
}
