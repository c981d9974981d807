import type { GlossaryEntry } from "./glossary.ts";
import type { Layout } from "./layout.ts";
import { column, row, type Table } from "./table.ts";
import { padEnd, widthOf, wrap } from "./wrap.ts";

/** Words with their meanings, the meanings lined up. A single word also says where it is written and what to see. */
export function glossaryText(entries: readonly GlossaryEntry[], { width, style }: Layout): string {
  const indent = Math.min(18, Math.max(...entries.map(({ word }) => widthOf(word)))) + 2;
  const room = width - indent;
  const lines = entries.flatMap(({ word, meaning, written, see }) => {
    const more =
      entries.length > 1
        ? []
        : [
            ...(written === "" ? [] : wrap(`Written in a case at ${written}.`, room)),
            ...(see.length === 0 ? [] : wrap(`See: ${see.join(", ")}.`, room)),
          ];
    return [...wrap(meaning, room), ...more].map(
      (text, i) => (i === 0 ? style.strong(padEnd(word, indent)) : " ".repeat(indent)) + text,
    );
  });
  return `${lines.join("\n")}\n`;
}

export function glossaryTable(entries: readonly GlossaryEntry[]): Table {
  return {
    title: "Words",
    columns: [column("word"), column("meaning"), column("written")],
    rows: entries.map(({ word, meaning, written }) => row(word, meaning, written)),
  };
}
