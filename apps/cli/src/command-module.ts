import type { Layout } from "@parley/engine";
import type { Io } from "./io.ts";

/** A command by name; its file is loaded only when it is used. */
export interface RegistryEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<{ readonly command: CommandModule }>;
}

/** What a file in `commands/` exports as `command`. Its name and summary stand in the registry. */
export interface CommandModule {
  /** More than the summary: what it prints, what it leaves alone. */
  readonly about: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Besides text, which every command prints. */
  readonly formats: readonly Format[];
  /** When `--exit-code` makes it exit with 1, as the end of "exit with 1 …"; null where the option has no meaning. */
  readonly exitCode: string | null;
  /** At least one; a test runs them all from the root of the repository. */
  readonly examples: readonly Example[];
  run(request: Request): Promise<Output>;
}

export type Format = "json" | "csv" | "markdown";

export interface ArgumentSpec {
  /** `<word>`, `[word]` or `<words...>`, as commander reads it. */
  readonly syntax: string;
  readonly about: string;
  readonly completes: "files" | "folders" | readonly string[] | "nothing";
}

export interface OptionSpec {
  /** `--framing <id>`, as commander reads it. */
  readonly syntax: string;
  readonly about: string;
  readonly completes?: readonly string[];
}

export interface Example {
  readonly line: string;
  readonly about: string;
}

export interface Request {
  /** Arguments in order; those left out are missing at the end. */
  readonly args: readonly string[];
  /** By long name in camel case; `undefined` where not given. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly io: Io;
  /** Every command there is. */
  readonly commands: readonly RegistryEntry[];
}

/** What a command found, and how each format shows it. Only the format asked for is made. */
export interface Output {
  json(): unknown;
  text(layout: Layout): string;
  markdown?(): string;
  csv?(): string;
  /** What `--exit-code` asks about; false unless given. */
  readonly found?: boolean;
  /** Ctrl-C cut it short. */
  readonly interrupted?: boolean;
  /** Takes long: as text this output is printed at once and the whole's `more` after it; else the whole alone. */
  whole?(): Promise<WholeOutput>;
}

/** All that a command found, with what its first output left out. */
export interface WholeOutput extends Output {
  /** What stands under the first output. */
  more(layout: Layout): string;
}
