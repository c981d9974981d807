import { labelledMarkdown } from "./labelled-markdown.ts";
import { escapeMarkdown, markdownTable } from "./markdown-table.ts";
import type { ReadingsReport } from "./readings-report.ts";

/** The readings as sections of a Markdown document. */
export function readingsMarkdown(report: ReadingsReport): string {
  const parts = [
    "## How ten readings end",
    escapeMarkdown(report.about),
    markdownTable(report.endings),
    escapeMarkdown(report.legend),
    escapeMarkdown(report.caution),
    ...(report.best.length === 0
      ? []
      : [labelledMarkdown("Best for whom, in ten readings", report.best), escapeMarkdown(report.bestNote)]),
    ...(report.exact === null ? [] : ["## The shares themselves", markdownTable(report.exact)]),
    ...report.notes.map(escapeMarkdown),
  ];
  return `${parts.join("\n\n")}\n`;
}
