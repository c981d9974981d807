import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { BadInput, badInput } from "./bad-input.ts";
import type { CommandModule, Output, RegistryEntry } from "./command-module.ts";
import type { Io } from "./io.ts";
import { layoutOf } from "./layout.ts";
import { printable } from "./printable.ts";
import { buildProgram, type Finished } from "./program.ts";
import { registry } from "./registry.ts";
import { usageProblem } from "./usage-problem.ts";

export const exitCodes = { ok: 0, found: 1, badInput: 2, fault: 70, interrupted: 130 } as const;

/**
 * Runs one command line.
 *
 * @param argv without the program's name
 * @returns the exit code: 0; 1 when `--exit-code` was given and found something; 2 for bad input; 70 for a fault of ours; 130 after Ctrl-C
 */
export async function run(argv: readonly string[], io: Io, entries = registry): Promise<number> {
  const { args, name } = normalise(argv, entries);
  try {
    if (argv[0] === "help" && argv.length > 1 && name === undefined) throw unknownHelp(argv[1]);
    const finished = await parse(args, name, io, entries);
    if (finished === undefined) return exitCodes.ok;
    const output = await print(finished, io);
    if (output.interrupted === true) return exitCodes.interrupted;
    return finished.exitCode && output.found === true ? exitCodes.found : exitCodes.ok;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    const bad = error instanceof CommanderError ? usageProblem(error, name) : (tooLarge(error) ?? error);
    if (!(bad instanceof BadInput)) return reportFault(error, io);
    await reportBadInput(bad, args, io);
    return exitCodes.badInput;
  }
}

/**
 * Puts the command's name first, so that shared options may stand before it, and turns `help check` into `check --help`.
 */
function normalise(
  argv: readonly string[],
  entries: readonly RegistryEntry[],
): { args: string[]; name: string | undefined } {
  const names = new Set(entries.map((entry) => entry.name));
  const at = argv.findIndex((word) => names.has(word));
  const before = argv.slice(0, Math.max(at, 0));
  const name = at >= 0 && before.every(canPrecede) ? argv[at] : undefined;
  if (name === undefined) return { args: argv.length === 0 ? ["--help"] : [...argv], name };
  const after = argv.slice(at + 1);
  if (before[0] === "help") return { args: [name, "--help"], name };
  return { args: [name, ...before, ...after], name };
}

/** Options, their values when they are numbers, and `help`. */
function canPrecede(word: string, index: number): boolean {
  return (
    (word.startsWith("-") && word !== "--version" && word !== "-V") ||
    /^\d+$/.test(word) ||
    (index === 0 && word === "help")
  );
}

async function parse(
  args: string[],
  name: string | undefined,
  io: Io,
  entries: readonly RegistryEntry[],
): Promise<Finished | undefined> {
  const modules = new Map<string, CommandModule>();
  const entry = entries.find((one) => one.name === name);
  if (entry !== undefined) modules.set(entry.name, (await entry.load()).command);
  let finished: Finished | undefined;
  const program = buildProgram(entries, modules, io, version(), (result) => {
    finished = result;
  });
  await program.parseAsync(args, { from: "user" });
  return finished;
}

/** @returns the output that was printed last */
async function print({ output, format, options }: Finished, io: Io): Promise<Output> {
  if (output.whole === undefined) {
    io.out(ending(rendered(output, format, options, io)));
    return output;
  }
  if (format === "text") io.out(ending(rendered(output, format, options, io)));
  const whole = await output.whole();
  if (format === "text") io.out(ending(`\n${printable(whole.more(layoutOf(options, io)))}`));
  else io.out(ending(rendered(whole, format, options, io)));
  return whole;
}

function rendered(
  output: Output,
  format: Finished["format"],
  options: Record<string, unknown>,
  io: Io,
): string {
  if (format === "json") return JSON.stringify(output.json(), null, 2);
  if (format === "csv" && output.csv !== undefined) return output.csv();
  if (format === "markdown" && output.markdown !== undefined) return printable(output.markdown());
  if (format !== "text") throw new Error(`a command offers --${format} and cannot print it`);
  return printable(output.text(layoutOf(options, io)));
}

const ending = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

async function reportBadInput({ problems }: BadInput, args: readonly string[], io: Io): Promise<void> {
  const options = args.slice(0, args.includes("--") ? args.indexOf("--") : args.length);
  if (options.includes("--json")) {
    io.out(`${JSON.stringify({ issues: problems }, null, 2)}\n`);
    return;
  }
  const { problemsText } = await import("@parley/engine");
  const layout = layoutOf({ color: !options.includes("--no-color") }, io, io.errIsTerminal);
  io.err(ending(printable(problemsText(problems, layout))));
}

function reportFault(error: unknown, io: Io): number {
  const message = error instanceof Error ? error.message : String(error);
  io.err(`parley: a fault in Parley itself, not in your input: ${printable(message.split("\n")[0])}\n`);
  if ((io.env.PARLEY_DEBUG ?? "") !== "") io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  else io.err("PARLEY_DEBUG=1 prints where it happened; please report it with that.\n");
  return exitCodes.fault;
}

/** The engine's refusal to answer by half; told by name, so that help does not load the engine. */
const tooLarge = (error: unknown): BadInput | undefined =>
  error instanceof RangeError && error.name === "TooLargeError"
    ? badInput("too-large", `this is larger than can be solved exactly: ${error.message}`, {
        hint: "fewer options, fewer issues on the table, or fewer interactions over many issues",
      })
    : undefined;

const unknownHelp = (word: string): BadInput =>
  badInput("unknown-command", `unknown command '${word}'`, { hint: "`parley --help` lists them" });

function version(): string {
  const file = new URL("../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
