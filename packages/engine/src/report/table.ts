/**
 * A table as data: what the command line, Markdown, CSV and documents all print from.
 *
 * The first column names the row. A row with `section` set is a heading over those that follow.
 */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly header: string;
  /** Figures line up at the end; words at the start. */
  readonly align: "start" | "end";
}

export type Row = { readonly section: string } | { readonly cells: readonly Cell[] };

export interface Cell {
  readonly text: string;
  /** What the cell rests on, as one character after the words: see `basisMarks`. Empty for none. */
  readonly mark: string;
}

export const cell = (text: string, mark = ""): Cell => ({ text, mark });

export const column = (header: string, align: Column["align"] = "start"): Column => ({ header, align });

export const row = (...cells: readonly (string | Cell)[]): Row => ({
  cells: cells.map((c) => (typeof c === "string" ? cell(c) : c)),
});

export const section = (title: string): Row => ({ section: title });
