import { markInWords } from "./basis-mark.ts";
import type { Table } from "./table.ts";

/**
 * A table as CSV (RFC 4180: CRLF between records, quotes doubled).
 *
 * A mark gets a column of its own beside every marked column, spelt out. Labels lose their indent. Cells that a spreadsheet would run as a
 * formula start with an apostrophe (OWASP, CSV injection); plain numbers are left alone.
 */
export function csvTable(table: Table): string {
  const marked = table.columns.map((_, c) =>
    table.rows.some((row) => "cells" in row && (row.cells[c]?.mark ?? "") !== ""),
  );
  const records: string[][] = [
    [
      "section",
      ...table.columns.flatMap((column, c) =>
        marked[c] ? [column.header, `${column.header} basis`] : [column.header],
      ),
    ],
  ];
  let section = "";
  for (const row of table.rows) {
    if ("section" in row) section = row.section;
    else
      records.push([
        section,
        ...row.cells.flatMap(({ text, mark }, c) =>
          marked[c] ? [text.trimStart(), markInWords(mark)] : [text.trimStart()],
        ),
      ]);
  }
  return `${records.map((record) => record.map(csvField).join(",")).join("\r\n")}\r\n`;
}

const number = /^[-+]?\d+(\.\d+)?$/;

export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
