import { showMarkdown, showPart, showText } from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";
import { splitCase } from "../split-case.ts";

export const command: CommandModule = {
  about:
    "A path is an id (iran, missiles), an id in its section (claims.offer), an issue with an option, a line, an entry, or the beginning of entries (iran.stances). Only words really reported stand in quotation marks.",
  arguments: [
    caseArgument,
    { syntax: "[path]", about: "what to show; the whole case when left out", completes: "nothing" },
  ],
  options: [asOfOption],
  formats: ["json", "markdown"],
  exitCode: null,
  examples: [
    { line: "parley show cases/muscat-2026 iran", about: "a party: what it says, its lines, its entries" },
    {
      line: "parley show cases/muscat-2026 iran.stances.missiles",
      about: "some entries, and the words they rest on",
    },
  ],
  async run(request) {
    const { caseArgument, rest } = splitCase(request.args, request.io.cwd, isPath);
    const { kase } = await loadCase(caseArgument, request);
    const path = rest[0] ?? "";
    const result = showPart(kase, path);
    if (!result.found) {
      throw badInput("unknown-path", `nothing in this case is called ${path}`, {
        path,
        hint:
          result.near === undefined
            ? "`parley show` without a path lists the ids"
            : `did you mean \`${result.near}\`?`,
      });
    }
    return {
      json: () => ({ parts: result.parts }),
      text: (layout) => showText(result.parts, layout),
      markdown: () => showMarkdown(result.parts),
    };
  },
};

/** Ids with dots between them; a name with a slash or an ending `.yaml` is a file that is not there. */
const isPath = (argument: string): boolean =>
  /^[A-Za-z]\w*(\.[\w]+)*$/.test(argument) && !/\.ya?ml$/i.test(argument);
