import type { Command } from "commander";
import type { ArgumentSpec, CommandModule } from "./command-module.ts";

/** What a shell can complete after a command's name. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Of the first argument; the same for those after it. */
  readonly argument: ArgumentSpec["completes"];
}

export interface CompletedOption {
  /** With the dashes. */
  readonly long: string;
  readonly about: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

/** Reads the commands and options off the program itself, so that none is forgotten. */
export function completedCommands(
  program: Command,
  modules: ReadonlyMap<string, CommandModule>,
): readonly CompletedCommand[] {
  return program.commands.map((command) => {
    const name = command.name();
    const module = modules.get(name);
    if (module === undefined) throw new Error(`no module for the command ${name}`);
    return {
      name,
      summary: command.summary(),
      argument: module.arguments[0]?.completes ?? "nothing",
      options: [
        ...command.options.map((option) => ({
          long: option.long ?? option.flags,
          about: option.description,
          takesValue: option.required || option.optional,
          values: module.options.find(({ syntax }) => syntax === option.flags)?.completes ?? [],
        })),
        { long: "--help", about: "print help", takesValue: false, values: [] },
      ],
    };
  });
}
