import { basisLegend } from "./basis-mark.ts";
import type { CompareReport } from "./compare-report.ts";
import type { Labelled } from "./labelled.ts";
import { spread } from "./spread.ts";
import { plain, type Style } from "./style.ts";
import { textTable } from "./text-table.ts";
import { labelled, widthOf, wrap } from "./wrap.ts";

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
    part("OPEN, ON THESE ENTRIES", report.open, width, style),
    termsPart(report, width, style),
    part("STANDS IN THE WAY", report.inTheWay, width, style),
    part("ONE MOVE EACH", report.moves, width, style),
    part("ASK FIRST", report.questions, width, style),
    wrap(report.reading, width).map(style.faint).join("\n"),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

function termsPart({ terms }: CompareReport, width: number, style: Style): string {
  if (terms.rows.length === 0) return "";
  const title = "TERMS IT COULD HOLD (illustrative: the largest product of gains over no deal; not the deal)";
  return [...wrap(title, width).map(style.strong), textTable(terms, { width, style })].join("\n");
}

/** A heading, and under it each text after its label, the texts lined up. */
function part(title: string, entries: readonly Labelled[], width: number, style: Style): string {
  if (entries.length === 0) return "";
  const indent = Math.min(24, Math.max(...entries.map((entry) => widthOf(entry.label))) + 4);
  const lines = entries.map((entry) => {
    const label = `  ${entry.label}`;
    if (widthOf(label) < indent) return labelled(label, entry.text, indent, width);
    return [
      ...wrap(entry.label, width - 2).map((line) => `  ${line}`),
      ...wrap(entry.text, width - indent).map((line) => " ".repeat(indent) + line),
    ].join("\n");
  });
  return [style.strong(title), ...lines].join("\n");
}
