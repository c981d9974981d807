import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { CommandModule, Format, Output, RegistryEntry, Request } from "./command-module.ts";
import type { Io } from "./io.ts";
import { hasColor, layoutOf, parseWidth, widthMeaning } from "./layout.ts";

/** What a command left to print, and how it was asked to. */
export interface Finished {
  readonly output: Output;
  readonly format: Format | "text";
  readonly exitCode: boolean;
  readonly options: Record<string, unknown>;
}

const FORMAT_OPTIONS: Readonly<Record<Format, readonly [flag: string, about: string]>> = {
  json: ["--json", "print JSON (docs/json.md)"],
  markdown: ["--markdown", "print Markdown"],
  csv: ["--csv", "print CSV"],
};

/**
 * The program with the given commands. Those in `modules` have their arguments, options and action; the others
 * are there by name and summary only.
 */
export function buildProgram(
  entries: readonly RegistryEntry[],
  modules: ReadonlyMap<string, CommandModule>,
  io: Io,
  version: string,
  finish: (finished: Finished) => void,
): Command {
  const color = hasColor(io.env, io.outIsTerminal);
  const { width, style } = layoutOf({}, io);
  const program = new Command("parley")
    .description("Negotiation analysis: on which agenda is a deal possible, and what stands in the way.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      // Errors are thrown, and printed in one place whatever their kind.
      outputError: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => color,
      getErrHasColors: () => color,
    })
    .configureHelp({ styleTitle: (title) => style.strong(title) })
    .addHelpText("after", epilogue(style.strong));
  for (const entry of entries) {
    const command = program.command(entry.name).description(entry.summary);
    const module = modules.get(entry.name);
    if (module !== undefined) define(command, module, { io, commands: entries }, style.strong, finish);
  }
  return program;
}

function define(
  command: Command,
  module: CommandModule,
  given: Pick<Request, "io" | "commands">,
  strong: (text: string) => string,
  finish: (finished: Finished) => void,
): void {
  const summary = command.description();
  command.summary(summary).description(`${summary[0].toUpperCase()}${summary.slice(1)}. ${module.about}`);
  for (const { syntax, about } of module.arguments) command.addArgument(new Argument(syntax, about));
  for (const { syntax, about } of module.options) command.addOption(new Option(syntax, about));
  addSharedOptions(command, module);
  command.addHelpText("after", examples(module, strong));
  command.action(async () => {
    const options = command.opts();
    const request: Request = { ...given, args: command.args, options };
    const format = module.formats.find((name) => options[name] === true) ?? "text";
    const output = await module.run(request);
    finish({ output, format, exitCode: options.exitCode === true, options });
  });
}

function addSharedOptions(command: Command, { formats, exitCode }: CommandModule): void {
  command.optionsGroup("Output:");
  for (const format of formats) {
    const [flag, about] = FORMAT_OPTIONS[format];
    command.addOption(new Option(flag, about).conflicts(formats.filter((other) => other !== format)));
  }
  command.option("--width <columns>", "columns to use", (text) => {
    const width = parseWidth(text);
    if (width === undefined) throw new InvalidArgumentError(`Expected a whole number ${widthMeaning}.`);
    return width;
  });
  command.option("--no-color", "no bold and no faint text (also NO_COLOR=1)");
  if (exitCode !== null) command.option("--exit-code", `exit with 1 ${exitCode}`);
}

function examples({ examples }: CommandModule, strong: (text: string) => string): string {
  const lines = examples.map(({ line, about }) => `  $ ${line}\n      ${about}`);
  return `\n${strong("Examples:")}\n${lines.join("\n")}`;
}

function epilogue(strong: (text: string) => string): string {
  return `
A case is a folder with case.yaml, or that file; where it is left out, the current folder.

${strong("Examples:")}
  $ parley compare cases/muscat-2026
      the framings of a case side by side
  $ parley new my-talks
      a small case to start from

Exit codes: 0; 2 for bad input; 1 only with --exit-code; 70 for a fault in Parley.`;
}
