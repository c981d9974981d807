import {
  agendaMatrix,
  agendaTable,
  agendaText,
  centralReading,
  csvTable,
  markdownTable,
} from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about:
    "From stances and claims alone: it needs no number. Blank cells are silence; a mark says whether the words were said.",
  arguments: [caseArgument],
  options: [asOfOption],
  formats: ["json", "markdown", "csv"],
  exitCode: null,
  examples: [
    { line: "parley agenda cases/muscat-2026", about: "who would take which basket, and where" },
    { line: "parley agenda cases/muscat-2026 --csv", about: "the same for a spreadsheet" },
  ],
  async run(request) {
    const { kase } = await loadCase(request.args[0], request);
    const matrix = agendaMatrix(kase, centralReading(kase).reading);
    const table = () => agendaTable(matrix);
    return {
      json: () => matrix,
      text: (layout) => agendaText(kase, matrix, layout),
      markdown: () => markdownTable(table()),
      csv: () => csvTable(table()),
    };
  },
};
