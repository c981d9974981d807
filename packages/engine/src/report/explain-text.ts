import type { ExplainReport } from "./explain-report.ts";
import type { Layout } from "./layout.ts";
import { spread } from "./spread.ts";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

/** The explanation for a terminal. */
export function explainText(
  { heading, framing, inShort, tables, closing }: ExplainReport,
  { width, style }: Layout,
): string {
  const blocks = [
    spread([heading.marking, heading.meeting, heading.asOf], width),
    [style.strong(framing), ...wrap(inShort.join(" "), width)].join("\n"),
    ...tables.map((table) =>
      [...wrap(table.title, width).map(style.strong), textTable(table, { width, style })].join("\n"),
    ),
    closing
      .flatMap((line) => wrap(line, width))
      .map(style.faint)
      .join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
