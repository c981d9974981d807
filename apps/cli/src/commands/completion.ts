import { badInput } from "../bad-input.ts";
import type { CommandModule, Request } from "../command-module.ts";
import { completionScript, shells } from "../completion-script.ts";
import { completedCommands } from "../completion-words.ts";
import { buildProgram } from "../program.ts";

export const command: CommandModule = {
  about: "Prints a script for the shell; the first line of it says where it goes.",
  arguments: [{ syntax: "<shell>", about: "bash, zsh or fish", completes: shells }],
  options: [],
  formats: ["json"],
  exitCode: null,
  examples: [
    { line: "parley completion bash", about: 'to be read by bash: eval "$(parley completion bash)"' },
  ],
  async run(request) {
    const shell = shells.find((name) => name === request.args[0]);
    if (shell === undefined) {
      throw badInput("unknown-shell", `no completion for ${request.args[0]}; expected ${shells.join(", ")}`);
    }
    const commands = await commandsOf(request);
    return {
      json: () => ({ shell, script: completionScript(shell, commands) }),
      text: () => completionScript(shell, commands),
    };
  },
};

async function commandsOf({ io, commands }: Request) {
  const loaded = await Promise.all(
    commands.map(async ({ name, load }) => [name, (await load()).command] as const),
  );
  const modules = new Map(loaded);
  return completedCommands(
    buildProgram(commands, modules, io, "", () => {}),
    modules,
  );
}
