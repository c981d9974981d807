import { escapeMarkdown, markdownTable } from "./markdown-table.ts";
import { entriesTable } from "./show-text.ts";
import type { Shown } from "./shown.ts";

/** Parts of a case as Markdown. */
export function showMarkdown(parts: readonly Shown[]): string {
  return `${parts.map(page).join("\n\n")}\n`;
}

function page({ kind, path, label, facts, entries, claims }: Shown): string {
  const blocks = [
    `## ${escapeMarkdown(label)}`,
    escapeMarkdown(path === "" ? kind : `${kind}: ${path}`),
    facts
      .map(
        (fact) =>
          `- ${fact.label === "" ? "" : `**${escapeMarkdown(fact.label)}** `}${escapeMarkdown(fact.text)}`,
      )
      .join("\n"),
    entries.length === 0 ? "" : markdownTable(entriesTable(entries)),
    claims
      .map(({ id, who, paraphrase, quote, condition, source }) => {
        const words = quote === null ? paraphrase : `${paraphrase} Exact words: “${quote}”.`;
        const tied = condition === null ? "" : ` Provided: ${condition}.`;
        const summary = source.isPreparedSummary ? " (prepared summary, not a source)" : "";
        return `- **${escapeMarkdown(id)}** ${escapeMarkdown(`${who}: ${words}${tied} From: ${source.title}${summary}.`)}`;
      })
      .join("\n"),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}
