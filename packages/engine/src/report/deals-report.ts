import type { FramingDeals } from "../analysis/comparison.ts";
import type { Count, Deals, TrackResult } from "../analysis/deals-result.ts";
import type { Case } from "../model/case.ts";
import { caseHeading } from "./case-heading.ts";
import { focalTable, frontierTable } from "./deals-table.ts";
import { grouped, labelOf, list, plural } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import { escapeMarkdown, markdownTable } from "./markdown-table.ts";
import { spread } from "./spread.ts";
import type { Table } from "./table.ts";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

/** Efficient points shown on a page; all of them are in JSON and CSV. */
const POINTS_SHOWN = 12;

/** The deals of one framing, for a terminal. */
export function dealsText(
  kase: Case,
  framing: string,
  deals: FramingDeals,
  { width, style }: Layout,
): string {
  const { marking, meeting, asOf } = caseHeading(kase);
  const blocks = [
    spread([marking, meeting, asOf], width),
    [
      style.strong(labelOf(kase.framings, framing)),
      ...summary(kase, deals).flatMap((line) => wrap(line, width)),
    ].join("\n"),
    ...tables(kase, deals).map(
      (table) => `${style.strong(table.title)}\n${textTable(table, { width, style })}`,
    ),
    [...closing(deals), ...deals.notes]
      .flatMap((line) => wrap(line, width))
      .map(style.faint)
      .join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** The same as a Markdown document. */
export function dealsMarkdown(kase: Case, framing: string, deals: FramingDeals): string {
  const { marking, meeting, asOf } = caseHeading(kase);
  const blocks = [
    `# ${escapeMarkdown(labelOf(kase.framings, framing))}`,
    [marking, meeting, asOf]
      .filter((part) => part !== "")
      .map(escapeMarkdown)
      .join(" · "),
    ...summary(kase, deals).map(escapeMarkdown),
    ...tables(kase, deals).map((table) => `## ${escapeMarkdown(table.title)}\n\n${markdownTable(table)}`),
    ...[...closing(deals), ...deals.notes].map(escapeMarkdown),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function tables(kase: Case, deals: FramingDeals): Table[] {
  if (deals.none !== undefined) return [];
  const frontier = frontierTable(kase, deals);
  const values = kase.principals.length + 1;
  const shown = {
    ...frontier,
    columns: frontier.columns.slice(0, values),
    rows: frontier.rows.slice(0, POINTS_SHOWN),
  };
  const title =
    frontier.rows.length > POINTS_SHOWN
      ? `The first ${POINTS_SHOWN} of ${frontier.rows.length} efficient points`
      : "Efficient points";
  return [focalTable(kase, deals), { ...shown, title }];
}

const linkageWords: Readonly<Record<Deals["linkage"], string>> = {
  package: "One set of talks",
  separate: "Separate tracks at the same time",
  staged: "Talks now, and follow-on talks",
  "separate-staged": "Separate tracks now, and follow-on talks",
  none: "Nothing is placed together or separate",
};

function summary(kase: Case, deals: Deals): string[] {
  const { linkage, outcomes, frontier, followOn, tracks, none } = deals;
  const size = `${linkageWords[linkage]}: ${plural(deals.onTable.length, "issue")}, ${plural(grouped(outcomes), "outcome")}.`;
  const found =
    none === undefined
      ? `${counted(deals.deals, "deal")}, ${plural(frontier.length, "efficient point")}.`
      : `${none.kind === "no-zone" ? "No deal." : "Not judged."} ${none.because}`;
  const later =
    followOn === null
      ? []
      : [
          `Later talks on ${list(followOn.baskets.map((id) => labelOf(kase.baskets, id)))} deliver in this reading with a chance of ${Number(followOn.chance.toFixed(2))}.`,
        ];
  return [
    `${size} ${found}`,
    ...later,
    ...(tracks.length > 1 ? tracks.map((track) => trackWords(kase, track)) : []),
  ];
}

function trackWords(kase: Case, { kind, baskets, agreements, empty, paysNothingTo }: TrackResult): string {
  const name = `${kind === "main" ? "Main track" : "Track"} (${list(baskets.map((id) => labelOf(kase.baskets, id)))})`;
  if (!empty) return `${name}: ${counted(agreements, "agreement")}.`;
  const why =
    paysNothingTo.length === 0
      ? ""
      : `; nothing in it pays ${list(paysNothingTo.map((id) => labelOf(kase.parties, id)))}`;
  return `${name}: no agreement${why}.`;
}

function counted({ count, exact, relativeError }: Count, one: string): string {
  if (exact) return plural(grouped(count), one);
  return `about ${plural(grouped(count), one)} (within ${((relativeError ?? 0) * 100).toPrecision(2)} %)`;
}

function closing({ none }: Deals): string[] {
  if (none !== undefined) return [];
  return [
    "Illustrative terms in the central reading, not the deal: each rule singles out an efficient deal, the first in case order where several are alike. Values of different parties do not compare.",
  ];
}
