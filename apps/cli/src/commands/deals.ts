import { csvTable, dealsMarkdown, dealsOf, dealsText, frontierTable } from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { framingOf, framingOption } from "../framing-option.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about:
    "Whoever sits down: their number, the efficient ones, those that each rule singles out. Terms are illustrative.",
  arguments: [caseArgument],
  options: [framingOption, asOfOption],
  formats: ["json", "markdown", "csv"],
  exitCode: "when there is no deal",
  examples: [
    { line: "parley deals cases/muscat-2026 --framing nuclear_only", about: "the deals of one framing" },
    {
      line: "parley deals cases/muscat-2026 --framing nuclear_only --json",
      about: "with every efficient point",
    },
  ],
  async run(request) {
    const { kase, notes } = await loadCase(request.args[0], request);
    const framing = framingOf(kase, request.options.framing);
    const found = dealsOf(kase, framing);
    const deals = { ...found, notes: [...notes, ...found.notes] };
    return {
      json: () => deals,
      text: (layout) => dealsText(kase, framing, deals, layout),
      markdown: () => dealsMarkdown(kase, framing, deals),
      csv: () => csvTable(frontierTable(kase, deals)),
      found: deals.none !== undefined,
    };
  },
};
