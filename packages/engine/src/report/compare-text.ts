import { basisLegend } from "./basis-mark.ts";
import type { CompareReport } from "./compare-report.ts";
import { labelledText } from "./labelled-text.ts";
import { spread } from "./spread.ts";
import { plain, type Style } from "./style.ts";
import { textTable } from "./text-table.ts";
import { labelled, wrap } from "./wrap.ts";

/** The comparison for a terminal `width` columns wide. */
export function compareText(
  report: CompareReport,
  { width, style = plain }: { readonly width: number; readonly style?: Style },
): string {
  const { heading } = report;
  const paragraphs = [
    spread([heading.marking, heading.meeting, heading.asOf], width),
    [heading.who, report.basis].flatMap((line) => wrap(line, width)).join("\n"),
    labelled("IN SHORT", report.inShort, 11, width).replace("IN SHORT", style.strong("IN SHORT")),
    textTable(report.table, { width, style }),
    wrap(basisLegend, width).map(style.faint).join("\n"),
    labelledText("OPEN, ON THESE ENTRIES", report.open, width, style),
    termsPart(report, width, style),
    labelledText("STANDS IN THE WAY", report.inTheWay, width, style),
    labelledText("ONE MOVE EACH", report.moves, width, style),
    labelledText("ASK FIRST", report.questions, width, style),
    [...report.notes, report.reading]
      .flatMap((line) => wrap(line, width))
      .map(style.faint)
      .join("\n"),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

function termsPart({ terms }: CompareReport, width: number, style: Style): string {
  if (terms.rows.length === 0) return "";
  const title = "TERMS IT COULD HOLD (illustrative: the largest product of gains over no deal; not the deal)";
  return [...wrap(title, width).map(style.strong), textTable(terms, { width, style })].join("\n");
}
