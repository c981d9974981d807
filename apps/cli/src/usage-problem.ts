import type { CommanderError } from "commander";
import { type BadInput, badInput } from "./bad-input.ts";

/** What commander refused, as a problem like any other. */
export function usageProblem(error: CommanderError, commandName: string | undefined): BadInput {
  const [first, ...rest] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /Did you mean (?:one of )?(.+)\?/.exec(rest.join(" "))?.[1];
  const help = commandName === undefined ? "parley --help" : `parley ${commandName} --help`;
  const code = error.code
    .replace(/^commander\./, "")
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return badInput(code, first, {
    hint: suggestion === undefined ? `\`${help}\` says what it takes` : `did you mean \`${suggestion}\`?`,
  });
}
