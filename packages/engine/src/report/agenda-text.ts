import type { AgendaMatrix } from "../analysis/agenda-result.ts";
import type { Case } from "../model/case.ts";
import { agendaTable } from "./agenda-table.ts";
import { basisLegend } from "./basis-mark.ts";
import { caseHeading } from "./case-heading.ts";
import type { Layout } from "./layout.ts";
import { spread } from "./spread.ts";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

/** The agenda matrix for a terminal: where each side would have each basket, and what that rests on. */
export function agendaText(kase: Case, matrix: AgendaMatrix, { width, style }: Layout): string {
  const { marking, meeting, asOf, who } = caseHeading(kase);
  const table = agendaTable(matrix);
  const blocks = [
    spread([marking, meeting, asOf], width),
    wrap(who, width).join("\n"),
    style.strong(table.title),
    textTable(table, { width, style }),
    wrap(`${basisLegend} Blank: nothing entered.`, width).map(style.faint).join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
