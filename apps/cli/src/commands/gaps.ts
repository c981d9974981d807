import { csvTable, gapCount, gapsMarkdown, gapsOf, gapsTable, gapsText } from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about:
    "Also what the analysis would use and the case does not have. A gap is not an error: it says what nobody knows.",
  arguments: [caseArgument],
  options: [asOfOption],
  formats: ["json", "markdown", "csv"],
  exitCode: "when there are gaps",
  examples: [
    { line: "parley gaps cases/muscat-2026", about: "what the case leaves open, and what follows from it" },
  ],
  async run(request) {
    const groups = gapsOf((await loadCase(request.args[0], request)).kase);
    const count = gapCount(groups);
    return {
      json: () => ({ count, groups }),
      text: (layout) => gapsText(groups, layout),
      markdown: () => gapsMarkdown(groups),
      csv: () => csvTable(gapsTable(groups)),
      found: count > 0,
    };
  },
};
