import type { ExplainReport } from "./explain-report.ts";
import { escapeMarkdown, markdownTable } from "./markdown-table.ts";

/** The explanation as a Markdown document. */
export function explainMarkdown({ heading, framing, inShort, tables, closing }: ExplainReport): string {
  const blocks = [
    `# ${escapeMarkdown(framing)}`,
    [heading.marking, heading.meeting, heading.asOf]
      .filter((part) => part !== "")
      .map(escapeMarkdown)
      .join(" · "),
    escapeMarkdown(inShort.join(" ")),
    ...tables.map((table) => `## ${escapeMarkdown(table.title)}\n\n${markdownTable(table)}`),
    ...closing.map(escapeMarkdown),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
