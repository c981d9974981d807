import type { Table } from "./table.ts";

/** A GitHub-flavoured Markdown table. Text from the case is escaped, so that it stays text. */
export function markdownTable(table: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    line(table.columns.map((column) => escapeMarkdown(column.header))),
    line(table.columns.map((column) => (column.align === "end" ? "---:" : "---"))),
  ];
  for (const row of table.rows) {
    if ("section" in row)
      lines.push(line([`**${escapeMarkdown(row.section)}**`, ...table.columns.slice(1).map(() => "")]));
    else
      lines.push(
        line(
          row.cells.map((cell) => escapeMarkdown(cell.mark === "" ? cell.text : `${cell.text} ${cell.mark}`)),
        ),
      );
  }
  return lines.join("\n");
}

/** Characters that Markdown or HTML would read as markup, made literal. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_[\]|#~]/g, (c) => `\\${c}`)
    .replace(/\r?\n/g, " ");
}
