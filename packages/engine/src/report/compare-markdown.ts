import { basisLegend } from "./basis-mark.ts";
import type { CompareReport } from "./compare-report.ts";
import { labelledMarkdown } from "./labelled-markdown.ts";
import { escapeMarkdown, markdownTable } from "./markdown-table.ts";

/** The comparison as a Markdown document. */
export function compareMarkdown(report: CompareReport): string {
  const { heading } = report;
  const parts = [
    `# ${escapeMarkdown(heading.meeting)}`,
    [heading.marking, heading.asOf]
      .filter((piece) => piece !== "")
      .map(escapeMarkdown)
      .join(" · "),
    escapeMarkdown(heading.who),
    escapeMarkdown(report.basis),
    `**In short.** ${escapeMarkdown(report.inShort)}`,
    markdownTable(report.table),
    escapeMarkdown(basisLegend),
    labelledMarkdown("Open, on these entries", report.open),
    report.terms.rows.length === 0
      ? ""
      : `## Terms it could hold\n\nIllustrative: the largest product of gains over no deal; not the deal.\n\n${markdownTable(report.terms)}`,
    labelledMarkdown("Stands in the way", report.inTheWay),
    labelledMarkdown("One move each", report.moves),
    labelledMarkdown("Ask first", report.questions),
    ...report.notes.map(escapeMarkdown),
    escapeMarkdown(report.reading),
  ];
  return `${parts.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}
