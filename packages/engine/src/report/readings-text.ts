import { labelledText } from "./labelled-text.ts";
import type { Layout } from "./layout.ts";
import type { ReadingsReport } from "./readings-report.ts";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

/** The readings for a terminal. */
export function readingsText(report: ReadingsReport, { width, style }: Layout): string {
  const faint = (text: string) => wrap(text, width).map(style.faint).join("\n");
  const paragraphs = [
    [
      style.strong("HOW TEN READINGS END"),
      ...wrap(report.about, width),
      "",
      textTable(report.endings, { width, style }),
      "",
      faint(report.legend),
      faint(report.caution),
    ].join("\n"),
    report.best.length === 0
      ? ""
      : [
          labelledText("BEST FOR WHOM, IN TEN READINGS", report.best, width, style),
          faint(report.bestNote),
        ].join("\n"),
    report.exact === null
      ? ""
      : [style.strong("THE SHARES THEMSELVES"), textTable(report.exact, { width, style })].join("\n"),
    report.notes.map(faint).join("\n"),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}
