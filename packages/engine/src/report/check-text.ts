import type { PartyBalance } from "../model/balance.ts";
import type { Case } from "../model/case.ts";
import type { GapGroup } from "../model/gaps.ts";
import type { Problem } from "../model/problem.ts";
import { caseHeading } from "./case-heading.ts";
import { gapCount } from "./gaps-report.ts";
import { plural } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import { problemLines } from "./problems-text.ts";
import { column, row, type Table } from "./table.ts";
import { textTable } from "./text-table.ts";
import { labelled, padStart, wrap } from "./wrap.ts";

/** Everything that `check` says of a case without errors. */
export interface CheckReport {
  readonly kase: Case;
  readonly warnings: readonly Problem[];
  readonly gaps: readonly GapGroup[];
  readonly balance: readonly PartyBalance[];
}

export function checkText({ kase, warnings, gaps, balance }: CheckReport, layout: Layout): string {
  const { width, style } = layout;
  const { marking, asOf, who } = caseHeading(kase);
  const note = kase.document.asOfNote === undefined ? "" : ` (${kase.document.asOfNote})`;
  const loaded = warnings.filter(({ code }) => code === "loaded-word");
  const others = warnings.filter(({ code }) => code !== "loaded-word");
  const blocks = [
    [
      ...(marking === "" ? [] : [marking]),
      style.strong(kase.title),
      ...wrap(
        `${asOf[0].toUpperCase()}${asOf.slice(1)}${note}. ${who} Coded by ${kase.document.viewpoint.coder}.`,
        width,
      ),
      ...wrap(
        countsOf(kase)
          .map(({ count, of }) => plural(count, of[0], of[1]))
          .join(", "),
        width,
      ),
    ].join("\n"),
    listed("Warnings", others, layout),
    listed("Loaded words", loaded, layout),
    gapsBlock(gaps, layout),
    `${style.strong("What the case puts on each side")}\n${textTable(balanceTable(balance), { width, style })}`,
    warnings.length === 0 ? "It checks." : `It checks, with ${plural(warnings.length, "warning")}.`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** How much of each thing the case has. */
export function countsOf(
  kase: Case,
): readonly { readonly count: number; readonly of: readonly [one: string, many: string] }[] {
  const { claims, sources, events } = kase.document;
  return [
    { count: kase.parties.length, of: ["party", "parties"] },
    { count: kase.issues.length, of: ["issue", "issues"] },
    { count: kase.baskets.length, of: ["basket", "baskets"] },
    { count: kase.framings.length, of: ["framing", "framings"] },
    { count: kase.entries.length + kase.worded.length, of: ["entry", "entries"] },
    { count: Object.keys(claims).length, of: ["claim", "claims"] },
    { count: Object.keys(sources).length, of: ["source", "sources"] },
    { count: Object.keys(events).length, of: ["event", "events"] },
  ];
}

function listed(title: string, problems: readonly Problem[], layout: Layout): string {
  if (problems.length === 0) return "";
  return [layout.style.strong(title), ...problems.map((problem) => problemLines(problem, layout))].join("\n");
}

function gapsBlock(groups: readonly GapGroup[], { width, style }: Layout): string {
  const open = groups.filter(({ gaps }) => gaps.length > 0);
  if (open.length === 0) return "Nothing is left open.";
  const lines = open.map(({ title, gaps }) => labelled(padStart(String(gaps.length), 6), title, 8, width));
  return [`${style.strong(plural(gapCount(groups), "gap"))} (parley gaps)`, ...lines].join("\n");
}

/** By party: what it has said, how firm its lines are, what is asked of it. */
export function balanceTable(balance: readonly PartyBalance[]): Table {
  return {
    title: "What the case puts on each side",
    columns: [
      column(""),
      column("role"),
      column("claims", "end"),
      column("lines", "end"),
      column("mean firmness", "end"),
      column("duties asked", "end"),
      column("moves asked", "end"),
    ],
    rows: balance.map((party) =>
      row(
        party.label,
        party.role,
        String(party.claims),
        String(party.lines),
        party.meanFirmness === null ? "–" : party.meanFirmness.toFixed(2),
        String(party.dutiesAsked),
        String(party.movesAsked),
      ),
    ),
  };
}
