import { plain, type Style } from "./style.ts";
import type { Cell, Column, Row, Table } from "./table.ts";
import { padEnd, padStart, widthOf, wrap } from "./wrap.ts";

export interface TextTableOptions {
  /** Columns available on the terminal. */
  readonly width: number;
  readonly style?: Style;
  /** Columns between cells. */
  readonly gap?: number;
}

/** Narrower than this a column of words is hard to read, and the table is continued below instead. */
const narrowest = 11;

/** Beside many columns, longer row names wrap. */
const widestName = 28;

/**
 * A table for a terminal. Cells wrap between words; a table too wide for the terminal is split into
 * blocks of columns that each repeat the first column.
 */
export function textTable(table: Table, { width, style = plain, gap = 2 }: TextTableOptions): string {
  const widest = naturalWidths(table);
  const rest = table.columns.length - 1;
  const first = Math.min(
    widest[0] ?? 0,
    rest > 4 ? widestName : Math.max(narrowest, Math.floor(width * 0.4)),
  );
  const perBlock = evenly(rest, columnsThatFit(widest, width - first, gap));
  const blocks: string[] = [];
  for (let from = 1; from === 1 || from <= rest; from += perBlock) {
    const columns = range(from, Math.min(from + perBlock, rest + 1));
    const widths = share(
      columns.map((c) => widest[c]),
      width - first - gap * columns.length,
    );
    blocks.push(block(table, [0, ...columns], [first, ...widths], gap, style));
  }
  return blocks.join("\n\n");
}

/** The most columns that fit beside the first, whichever they are; at least one. */
function columnsThatFit(widest: readonly number[], room: number, gap: number): number {
  const needed = widest
    .slice(1)
    .map((w) => gap + Math.min(narrowest, w))
    .sort((a, b) => b - a);
  let fitting = 0;
  for (let sum = 0; fitting < needed.length; fitting++) {
    sum += needed[fitting];
    if (sum > room) break;
  }
  return Math.max(1, fitting);
}

/** Columns in each block when `total` are split into as few blocks as `most` allows, all about as long. */
const evenly = (total: number, most: number): number =>
  Math.max(1, Math.ceil(total / Math.max(1, Math.ceil(total / most))));

/** Widths that add up to at most `room`: each column gets what it wants, or its share of what is left. */
function share(wanted: readonly number[], room: number): number[] {
  const widths = wanted.map((w) => Math.min(narrowest, w));
  let spare = room - widths.reduce((sum, w) => sum + w, 0);
  while (spare > 0 && widths.some((w, i) => w < wanted[i])) {
    for (let i = 0; i < widths.length && spare > 0; i++) {
      if (widths[i] < wanted[i]) {
        widths[i]++;
        spare--;
      }
    }
  }
  return widths;
}

function naturalWidths(table: Table): number[] {
  return table.columns.map((column, c) => {
    let widest = widthOf(column.header);
    for (const row of table.rows) {
      if ("cells" in row) widest = Math.max(widest, cellWidth(row.cells[c]));
    }
    return widest;
  });
}

const cellWidth = (cell: Cell | undefined): number =>
  cell ? widthOf(cell.text) + (cell.mark === "" ? 0 : 2) : 0;

function block(
  table: Table,
  picked: readonly number[],
  widths: readonly number[],
  gap: number,
  style: Style,
): string {
  const between = " ".repeat(gap);
  const lines: string[] = [];
  const columns = picked.map((c) => table.columns[c]);
  if (columns.some((column) => column.header !== "")) {
    lines.push(
      ...layOut(
        columns.map((column) => ({ text: column.header, mark: "" })),
        columns,
        widths,
        between,
      ).map(style.strong),
    );
  }
  for (const row of table.rows) lines.push(...rowLines(row, picked, columns, widths, between, style));
  return lines.map((line) => line.trimEnd()).join("\n");
}

function rowLines(
  row: Row,
  picked: readonly number[],
  columns: readonly Column[],
  widths: readonly number[],
  between: string,
  style: Style,
): string[] {
  if ("section" in row) return [style.strong(row.section)];
  return layOut(
    picked.map((c) => row.cells[c] ?? { text: "", mark: "" }),
    columns,
    widths,
    between,
  );
}

function layOut(
  cells: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  between: string,
): string[] {
  const wrapped = cells.map((cell, i) => wrapIndented(cell.text, widths[i] - (cell.mark === "" ? 0 : 2)));
  const height = wrapped.reduce((most, lines) => Math.max(most, lines.length), 1);
  return range(0, height).map((k) =>
    cells
      .map((cell, i) => {
        const marked = cell.mark !== "" && k === 0 ? ` ${cell.mark}` : "";
        const room = widths[i] - widthOf(marked);
        const text = wrapped[i][k] ?? "";
        return (columns[i].align === "end" ? padStart(text, room) : padEnd(text, room)) + marked;
      })
      .join(between),
  );
}

/** Keeps the spaces a text starts with, and sets the lines that follow two further in. */
function wrapIndented(text: string, width: number): string[] {
  const indent = text.length - text.trimStart().length;
  if (indent === 0) return wrap(text, width);
  if (widthOf(text) <= width) return [text];
  return wrap(text, width - indent - 2).map((line, i) => " ".repeat(i === 0 ? indent : indent + 2) + line);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
