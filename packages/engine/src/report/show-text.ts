import { basisLegend, basisMark } from "./basis-mark.ts";
import { foldPath, pathRoom } from "./fold-path.ts";
import { dateInWords } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import type { Shown, ShownClaim } from "./shown.ts";
import { cell, column, type Table } from "./table.ts";
import { textTable } from "./text-table.ts";
import { labelled, widthOf, wrap } from "./wrap.ts";

/** Parts of a case for a terminal, one after the other. */
export function showText(parts: readonly Shown[], layout: Layout): string {
  const pages = parts.map((part) => page(part, layout));
  const marked = parts.some((part) => part.entries.length > 0);
  const legend = marked ? wrap(basisLegend, layout.width).map(layout.style.faint).join("\n") : "";
  return `${[...pages, legend].filter((text) => text !== "").join("\n\n")}\n`;
}

function page({ kind, path, label, facts, entries, claims }: Shown, layout: Layout): string {
  const { width, style } = layout;
  const place = path === "" || path === label ? kind : `${kind}  ${path}`;
  const indent = Math.min(26, Math.max(0, ...facts.map((fact) => widthOf(fact.label) + 2)) + 2);
  const blocks = [
    `${style.strong(label)}   ${style.faint(place)}`,
    facts.map((fact) => labelled(`  ${fact.label}`, fact.text, indent, width)).join("\n"),
    entries.length === 0 ? "" : textTable(entriesTable(entries, pathRoom(width)), { width, style }),
    claims.length === 0
      ? ""
      : [style.strong("Words reported"), ...claims.map((claim) => claimLines(claim, layout))].join("\n"),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** Entries with what they rest on: the coder's reason, or the claims by id. */
export function entriesTable(entries: Shown["entries"], pathWidth = Number.POSITIVE_INFINITY): Table {
  return {
    title: "Entries",
    columns: [column("entry"), column("what stands there"), column("rests on")],
    rows: entries.map((entry, i) => {
      const reason = restsOn(entry);
      const repeated = i > 0 && reason.length > 20 && reason === restsOn(entries[i - 1]);
      return {
        cells: [
          cell(foldPath(entry.path, pathWidth)),
          cell(entry.words, basisMark(entry.basis)),
          cell(repeated ? "as above" : reason),
        ],
      };
    }),
  };
}

function restsOn({ claims, why, basis, isDefault }: Shown["entries"][number]): string {
  const reasons = [...(claims.length > 0 ? [claims.join(", ")] : []), ...(why === null ? [] : [why])];
  if (reasons.length > 0) return reasons.join(". ");
  if (isDefault) return "not entered: the default";
  return basis === "judged" ? "the coder's judgement" : "nothing";
}

/** A paraphrase stands without quotation marks; only words really reported have them. */
function claimLines(
  { id, who, paraphrase, quote, condition, date, source }: ShownClaim,
  { width, style }: Layout,
): string {
  const when = date === null ? "" : `, ${dateInWords(date)}`;
  const words = quote === null ? paraphrase : `${paraphrase} Exact words: “${quote}”.`;
  const tied = condition === null ? "" : ` Provided: ${condition}.`;
  const from = `From: ${source.title}${source.isPreparedSummary ? " (prepared summary, not a source)" : ""}.`;
  return [
    ...wrap(`${id}\u00a0 ${who}${when}`, width - 2).map(
      (line, i) => `  ${i === 0 ? line.replace(id, style.strong(id)) : line}`,
    ),
    ...wrap(words + tied, width - 6).map((line) => `      ${line}`),
    ...wrap(from, width - 6).map((line) => style.faint(`      ${line}`)),
  ].join("\n");
}
