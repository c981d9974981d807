import type { Difference } from "../model/diff-cases.ts";
import { foldPath, pathRoom } from "./fold-path.ts";
import { plural } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import { column, row, type Table } from "./table.ts";
import { textTable } from "./text-table.ts";

/** How two cases differ, thing by thing; nothing where they do not. */
export function diffTable(differences: readonly Difference[], pathWidth = Number.POSITIVE_INFINITY): Table {
  return {
    title: "Differences",
    columns: [column("path"), column("what"), column("before"), column("after")],
    rows: differences.map(({ kind, what, path, from, to }) =>
      row(
        foldPath(path, pathWidth),
        what === "entry" || what === "field" ? kind : `${what} ${kind}`,
        orNothing(from),
        orNothing(to),
      ),
    ),
  };
}

export function diffText(differences: readonly Difference[], layout: Layout): string {
  if (differences.length === 0) return "The cases do not differ.";
  return `${textTable(diffTable(differences, pathRoom(layout.width)), layout)}\n\n${plural(differences.length, "difference")}.`;
}

const orNothing = (text: string): string => (text === "" ? "–" : text);
