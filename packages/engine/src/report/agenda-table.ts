import type { AgendaCell, AgendaMatrix } from "../analysis/agenda-result.ts";
import { basisMark } from "./basis-mark.ts";
import { type Cell, cell, column, type Row, section, type Table } from "./table.ts";

/** The agenda matrix: a section for each basket, a row for each party that has said or is judged to hold anything on it. */
export function agendaTable(matrix: AgendaMatrix): Table {
  return {
    title: "What each side has said about the agenda",
    columns: [column(""), ...matrix.placements.map((p) => column(p))],
    rows: matrix.baskets.flatMap((basket): Row[] => {
      const rows = matrix.parties.flatMap((party): Row[] => {
        const cells = matrix.placements.map((placement) =>
          matrix.cells.find(
            (c) => c.party === party.id && c.basket === basket.id && c.placement === placement,
          ),
        );
        const entered = cells.some((c) => c?.origin === "entered");
        return entered || party.role === "principal"
          ? [{ cells: [cell(`  ${party.label}`), ...cells.map(stanceCell)] }]
          : [];
      });
      return [section(basket.label), ...rows];
    }),
  };
}

/** What was not entered stays blank: silence is shown as silence. */
function stanceCell(c: AgendaCell | undefined): Cell {
  return c?.origin === "entered" ? cell(c.word, basisMark(c.basis)) : cell("");
}
