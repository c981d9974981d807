import type { Refusal } from "../analysis/agenda-result.ts";
import type { Comparison, Share } from "../analysis/comparison.ts";
import type { FocalRule } from "../analysis/deals-result.ts";
import type { Answer, Change, Room, ThresholdState } from "../analysis/what-changes.ts";
import type { Case } from "../model/case.ts";
import { isComputed } from "./compare-table.ts";
import { grouped, labelOf, list, plural } from "./in-words.ts";
import { placementInWords } from "./stands-in-the-way.ts";

type Told = readonly [what: string, before: string, after: string];

interface Sides {
  readonly kase: Case;
  readonly comparison: Comparison;
}

/** Changes in words: what, before, after. Of the focal deals the terms of the Nash deal are told, the others by name. */
export function changeRows(before: Sides, after: Sides, changes: readonly Change[]): Told[] {
  const told = changes.flatMap((change) => rowsOf(before, after, change, changes));
  const others = changes.flatMap((change) =>
    change.kind === "focal" && change.rule !== "nash" ? [ruleNames[change.rule]] : [],
  );
  return others.length === 0 ? told : [...told, ["Other focal deals", "", `${list(others)} differ`]];
}

const ruleNames: Readonly<Record<FocalRule, string>> = {
  nash: "Nash",
  kalaiSmorodinsky: "Kalai–Smorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
};

function rowsOf(before: Sides, after: Sides, change: Change, all: readonly Change[]): Told[] {
  const party = (id: string) => labelOf([...after.kase.parties, ...before.kase.parties], id);
  const framings = (ids: readonly string[]) =>
    ids.length === 0
      ? "–"
      : ids.map((id) => labelOf([...after.kase.framings, ...before.kase.framings], id)).join("; ");
  const both = (of: (side: Sides) => readonly string[]) =>
    [framings(of(before)), framings(of(after))] as const;
  switch (change.kind) {
    case "framing":
      return framingRows(before, after, change.framing, change.change === "added");
    case "agenda":
      return [
        ...(change.before === change.after
          ? []
          : [["Agenda", acceptedWord(change.before), acceptedWord(change.after)] as const]),
        ...change.gone.map((one): Told => [refusalOf(after.kase, one, party), one.word, "no longer refused"]),
        ...change.new.map((one): Told => [refusalOf(after.kase, one, party), "not refused", one.word]),
      ];
    case "answer":
      return isToldAlready(change.party, all)
        ? []
        : [[`${party(change.party)} would sit down`, answerWords(change.before), answerWords(change.after)]];
    case "room":
      return [["Room for terms", roomWords(change.before), roomWords(change.after)]];
    case "no-deal":
      return [[`${party(change.party)}, value of no deal`, points(change.before), points(change.after)]];
    case "focal":
      return change.rule !== "nash"
        ? []
        : [
            ...change.terms.map(
              ({ issue, before: from, after: to }): Told => [
                `Terms, ${issueLabel(after.kase, issue)}`,
                option(before.kase, issue, from),
                option(after.kase, issue, to),
              ],
            ),
            ...change.values.map(
              (value): Told => [
                `${party(value.party)}, value of these terms`,
                points(value.before),
                points(value.after),
              ],
            ),
          ];
    case "better":
      return [
        [`${party(change.party)}, against no deal`, betterWord(change.before), betterWord(change.after)],
      ];
    case "success":
      return [[`${party(change.party)}'s own test`, metWord(change.before), metWord(change.after)]];
    case "threshold":
      return [
        [`Concern met: ${party(change.party)}`, thresholdWords(change.before), thresholdWords(change.after)],
      ];
    case "line-broken":
      return [
        [
          `Line of ${party(change.party)}: ${lineLabel(after.kase, before.kase, change.party, change.line)}`,
          brokenWord(change.before),
          brokenWord(change.after),
        ],
      ];
    case "sufficient":
      return [["Terms sufficient to all", existence(change.before), existence(change.after)]];
    case "duties":
      return [[`Duties of ${party(change.party)}`, String(change.before), String(change.after)]];
    case "conflict":
      return [
        [
          "Stands in the way",
          constraintLabels(before.comparison, change.before),
          constraintLabels(after.comparison, change.after),
        ],
      ];
    case "preferred":
      return [
        [
          `Better than no deal for ${party(change.party)}`,
          ...both((side) => side.comparison.preferred[change.party] ?? []),
        ],
      ];
    case "acceptable":
      return [["Acceptable to all", ...both((side) => side.comparison.acceptableToAll)]];
  }
}

/** A framing that only one side has: that it is there, whether its agenda is accepted, and what room it leaves. */
function framingRows(before: Sides, after: Sides, id: string, isAdded: boolean): Told[] {
  const side = isAdded ? after : before;
  const framing = side.comparison.framings.find((one) => one.id === id);
  const only = (what: string, told: string): Told => (isAdded ? [what, "–", told] : [what, told, "–"]);
  return [
    isAdded ? ["Framing", "–", "added"] : ["Framing", "there", "left out"],
    ...(framing === undefined
      ? []
      : [
          only("Agenda", acceptedWord(framing.agenda.accepted)),
          only(
            "Room for terms",
            isComputed(framing)
              ? roomWords({ word: framing.width.word, deals: framing.deals.count })
              : "not coded",
          ),
        ]),
  ];
}

/** A party whose refusals are listed need not be told again by its answer as a whole. */
const isToldAlready = (party: string, all: readonly Change[]): boolean =>
  all.some(
    (change) =>
      change.kind === "agenda" && [...change.gone, ...change.new].some((one) => one.party === party),
  );

const acceptedWord = (accepted: boolean): string => (accepted ? "accepted by all principals" : "refused");
const answerWords = ({ accepts, word }: Answer): string => `${accepts ? "yes" : "no"}, ${word}`;
const betterWord = (better: boolean): string => (better ? "better" : "no better");
const roomWords = ({ word, deals }: Room): string =>
  deals === "0" ? "none" : `${word}, ${plural(grouped(deals), "deal")}`;
const points = (value: number | null): string => (value === null ? "–" : value.toFixed(1).replace("-", "−"));

function refusalOf(
  kase: Case,
  { party: id, basket, placement }: Refusal,
  party: (id: string) => string,
): string {
  return `${party(id)}: ${labelOf(kase.baskets, basket)} ${placementInWords(placement)}`;
}

function metWord(met: Share | null): string {
  return met === null ? "–" : { all: "met", some: "partly", none: "not met" }[met];
}

const brokenWord = (broken: Share): string =>
  ({ all: "crossed", some: "crossed by some", none: "not crossed" })[broken];

function thresholdWords(state: ThresholdState | null): string {
  if (state === null) return "–";
  const word = { all: "yes", some: "partly", none: state.reachable ? "other terms" : "no" }[state.atNash];
  return `${word} (from ${points(state.value)})`;
}

const issueLabel = (kase: Case, issue: string): string => labelOf(kase.issues, issue);

function option(kase: Case, issue: string, id: string | null): string {
  if (id === null) return "–";
  return labelOf(kase.issues.find((one) => one.id === issue)?.options ?? [], id);
}

function lineLabel(after: Case, before: Case, party: string, line: string): string {
  const lines = [after, before].flatMap((kase) => kase.parties.find(({ id }) => id === party)?.lines ?? []);
  return labelOf(lines, line);
}

function constraintLabels(comparison: Comparison, ids: readonly string[]): string {
  const all = comparison.framings.flatMap(({ conflicts }) =>
    conflicts.flatMap(({ constraints }) => constraints),
  );
  const labels = ids.map((id) => all.find((one) => one.id === id)?.label ?? id);
  return labels.length === 0 ? "nothing" : [...new Set(labels)].join("; ");
}

const existence = (exists: boolean): string => (exists ? "some" : "none");
