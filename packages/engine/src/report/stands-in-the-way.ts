import type { Refusal } from "../analysis/agenda-result.ts";
import type { FramingComparison } from "../analysis/comparison.ts";
import type { Basis, Case } from "../model/case.ts";
import { inSentence, labelOf, list, namesIn } from "./in-words.ts";

/** What stands in the way of one framing, a sentence each; empty where nothing does. */
export function standsInTheWay(kase: Case, framing: FramingComparison): string[] {
  return [
    ...refusalsInWords(kase, framing.agenda.refusals),
    ...ambiguity(framing),
    ...conflicts(kase, framing),
    ...outside(kase, framing),
  ];
}

/** An agenda told differently to each is accepted more easily than it lasts. */
function ambiguity({ agenda }: FramingComparison): string[] {
  if (!agenda.ambiguous) return [];
  const chance =
    agenda.unravels === null
      ? "nobody has judged how likely"
      : `judged to in ${Math.round(agenda.unravels * 10)} of 10`;
  return [`The parties are told different things, which may come apart: ${chance}.`];
}

/** "Iran would not sit down with missiles together (said) or regional security together." */
export function refusalsInWords(kase: Case, all: readonly Refusal[]): string[] {
  const names = namesIn(kase);
  const parties = [...new Set(all.map((r) => r.party))];
  return parties.map((party) => {
    const theirs = all.filter((r) => r.party === party);
    const placed = theirs.map((r) => {
      const basis = basisInWords[r.basis];
      const basket = inSentence(labelOf(kase.baskets, r.basket), names);
      return `${basket} ${placementInWords(r.placement)}${basis === "" ? "" : ` (${basis})`}`;
    });
    return `${labelOf(kase.parties, party)} would not sit down with ${list(placed, "or")}.`;
  });
}

export const basisInWords: Readonly<Record<Basis, string>> = {
  said: "said",
  official: "said by officials not named",
  judged: "judged",
  nothing: "not said",
};

export function placementInWords(placement: string): string {
  return placement === "none" ? "left out" : placement === "discussed" ? "discussed only" : placement;
}

function conflicts(kase: Case, framing: FramingComparison): string[] {
  if (!framing.none) return [];
  const sets = framing.conflicts
    .map((conflict) =>
      conflict.constraints.filter((c) => c.kind !== "agenda-refusal" && c.kind !== "not-status-quo"),
    )
    .filter((set) => set.length > 0);
  if (sets.length === 0) return [framing.none.because];
  return sets.map((set) => {
    const named = set.map((c) =>
      c.party === null ? c.label : `${labelOf(kase.parties, c.party)}: ${c.label}`,
    );
    return named.length === 1
      ? `No terms leave room for this: ${named[0]}.`
      : `No terms meet all of these: ${named.join("; ")}.`;
  });
}

function outside(kase: Case, framing: FramingComparison): string[] {
  if (framing.none) return [];
  const missed = framing.thresholds.filter((t) => t.satisfiedBy.nash === "none");
  const never = missed.filter((t) => !t.reachable).map((t) => labelOf(kase.parties, t.party));
  const elsewhere = missed.filter((t) => t.reachable).map((t) => labelOf(kase.parties, t.party));
  const lines = framing.brokenLines.filter((l) => l.brokenBy.nash !== "none");
  const noneForAll = !framing.sufficient.exists && never.length === 0;
  return [
    ...(never.length > 0 ? [`Insufficient to ${list(never)}, whatever the terms.`] : []),
    ...(elsewhere.length > 0
      ? [
          `Insufficient to ${list(elsewhere)} on the illustrative terms; other terms would reach ${elsewhere.length === 1 ? "it" : "each of them"}.`,
        ]
      : []),
    ...lines.map(
      (l) => `The illustrative terms cross a line of ${labelOf(kase.parties, l.party)}: ${l.label}.`,
    ),
    ...(noneForAll ? ["No terms are sufficient to everyone outside at once."] : []),
  ];
}
