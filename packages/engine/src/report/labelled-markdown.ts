import type { Labelled } from "./labelled.ts";
import { escapeMarkdown } from "./markdown-table.ts";

/** A section of a Markdown document: each text in an item after its label. Nothing without entries. */
export function labelledMarkdown(title: string, entries: readonly Labelled[]): string {
  if (entries.length === 0) return "";
  const lines = entries.map((entry) => `- **${escapeMarkdown(entry.label)}** ${escapeMarkdown(entry.text)}`);
  return `## ${title}\n\n${lines.join("\n")}`;
}
