import {
  balanceOf,
  balanceTable,
  checkText,
  countsOf,
  csvTable,
  gapsOf,
  markdownTable,
} from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { caseArgument, loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about:
    "Prints all errors at once, each with its place and a hint, and exits with 2; without errors, what the case is, its warnings, its gaps, and what it puts on each side. --markdown and --csv print that last table.",
  arguments: [caseArgument],
  options: [],
  formats: ["json", "markdown", "csv"],
  exitCode: "when there are warnings",
  examples: [
    { line: "parley check cases/muscat-2026", about: "errors, warnings, gaps, balance" },
    { line: "parley check cases/muscat-2026 --json", about: "the same for a program" },
  ],
  async run(request) {
    const { kase, warnings } = await loadCase(request.args[0], request);
    const [gaps, balance] = [gapsOf(kase), balanceOf(kase)];
    const { id, title, asOf, hash } = kase;
    const { coder, from, basis } = kase.document.viewpoint;
    return {
      json: () => ({
        case: { id, title, asOf, hash },
        viewpoint: { coder, from, basis },
        counts: Object.fromEntries(countsOf(kase).map(({ count, of }) => [of[1], count])),
        issues: warnings,
        gaps: gaps.map((group) => ({ id: group.id, title: group.title, count: group.gaps.length })),
        balance,
      }),
      text: (layout) => checkText({ kase, warnings, gaps, balance }, layout),
      markdown: () => markdownTable(balanceTable(balance)),
      csv: () => csvTable(balanceTable(balance)),
      found: warnings.length > 0,
    };
  },
};
