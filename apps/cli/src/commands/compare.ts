import {
  compareCentral,
  compareMarkdown,
  compareReport,
  compareTable,
  compareText,
  csvTable,
  movesOfEach,
} from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about:
    "For each: who would sit down, whether there is a deal and what it could be, who would find it insufficient, and what stands in the way.",
  arguments: [caseArgument],
  options: [
    {
      syntax: "--central",
      about: "the central reading only: every entry at its middle value (so far the only reading)",
    },
    asOfOption,
  ],
  formats: ["json", "markdown", "csv"],
  exitCode: "when no framing is acceptable to all principals",
  examples: [
    { line: "parley compare cases/muscat-2026 --central", about: "the comparison, in the central reading" },
    {
      line: "parley compare cases/muscat-2026 --as-of 2025-06-01",
      about: "without what was said or done after that day",
    },
    { line: "parley compare cases/muscat-2026 --markdown", about: "for a document" },
  ],
  async run(request) {
    const { kase, notes } = await loadCase(request.args[0], request);
    const found = compareCentral(kase);
    const reading = { ...found.reading, notes: [...notes, ...found.reading.notes] };
    const comparison = { ...found, reading };
    const report = () => compareReport(kase, comparison, movesOfEach(kase, comparison));
    return {
      json: () => ({ ...comparison, moves: movesOfEach(kase, comparison) }),
      text: (layout) => compareText(report(), layout),
      markdown: () => compareMarkdown(report()),
      csv: () => csvTable(compareTable(kase, comparison)),
      found: comparison.acceptableToAll.length === 0,
    };
  },
};
