import type { GapGroup } from "../model/gaps.ts";
import { foldPath, pathRoom } from "./fold-path.ts";
import { plural } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import { escapeMarkdown } from "./markdown-table.ts";
import { column, row, section, type Table } from "./table.ts";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

/** What a case leaves open, for a terminal, a table or a document. Groups without gaps are left out. */

export const gapCount = (groups: readonly GapGroup[]): number =>
  groups.reduce((sum, { gaps }) => sum + gaps.length, 0);

export function gapsTable(groups: readonly GapGroup[]): Table {
  return {
    title: "Gaps",
    columns: [column("path"), column("what is open")],
    rows: groups
      .filter(({ gaps }) => gaps.length > 0)
      .flatMap(({ title, gaps }) => [section(title), ...gaps.map(({ path, text }) => row(path, text))]),
  };
}

export function gapsText(groups: readonly GapGroup[], { width, style }: Layout): string {
  const open = groups.filter(({ gaps }) => gaps.length > 0);
  if (open.length === 0) return "Nothing is left open.\n";
  const blocks = open.map(({ title, consequence, gaps }) => {
    return [
      style.strong(`${title}: ${gaps.length}`),
      ...wrap(consequence, width).map(style.faint),
      textTable(twoColumns(title, gaps, width), { width, style }),
    ].join("\n");
  });
  return `${[...blocks, `${plural(gapCount(groups), "gap")} in all.`].join("\n\n")}\n`;
}

function twoColumns(title: string, gaps: GapGroup["gaps"], width: number): Table {
  const rows = gaps.map(({ path, text }) => row(foldPath(path, pathRoom(width)), text));
  return { title, columns: [column(""), column("")], rows };
}

export function gapsMarkdown(groups: readonly GapGroup[]): string {
  const open = groups.filter(({ gaps }) => gaps.length > 0);
  if (open.length === 0) return "Nothing is left open.\n";
  const blocks = open.map(({ title, consequence, gaps }) => {
    const lines = gaps.map(({ path, text }) => `- \`${path.replaceAll("`", "")}\` ${escapeMarkdown(text)}`);
    return `## ${escapeMarkdown(title)} (${gaps.length})\n\n${escapeMarkdown(consequence)}\n\n${lines.join("\n")}`;
  });
  return `${blocks.join("\n\n")}\n`;
}
