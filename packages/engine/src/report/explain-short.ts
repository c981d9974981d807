import type { Constraint } from "../analysis/constraint.ts";
import type { Explanation, Move, MovesOfOne, Obstacles } from "../analysis/explain/explanation.ts";
import type { Case } from "../model/case.ts";
import { basisOf } from "./explain-basis.ts";
import { basketInWords, demandInWords, moveInWords, stepsInWords } from "./explain-words.ts";
import { grouped, labelOf, list, plural } from "./in-words.ts";
import { placementInWords, refusalsInWords } from "./stands-in-the-way.ts";

/** About five sentences: what stands in the way, one move for each side, what the framing could be instead, what others need. */
export function explainShort(kase: Case, explanation: Explanation): string[] {
  const { deal, agenda, none } = explanation;
  if (none !== undefined) return [...refusalsInWords(kase, agenda.refusals), none.because];
  return [
    ...refusalsInWords(kase, agenda.refusals),
    terms(kase, explanation),
    ...(deal.open
      ? []
      : deal.moves.flatMap((one) => (one.party === null ? [] : [oneMove(kase, explanation, one)]))),
    ...(deal.open ? [] : instead(kase, explanation)),
    ...sufficiency(kase, explanation),
    ...(explanation.complete ? [] : ["This answer is partial: the limit was reached first."]),
  ];
}

/** "Had Iran sat down, ", or nothing where all would. */
function hadTheySatDown(kase: Case, { agenda }: Explanation): string {
  const refusing = [...new Set(agenda.refusals.map(({ party }) => labelOf(kase.parties, party)))];
  return refusing.length === 0 ? "" : `Had ${list(refusing)} sat down, `;
}

/** What the terms are up against, whoever sits down. */
function terms(kase: Case, explanation: Explanation): string {
  const { deal, complete } = explanation;
  const had = hadTheySatDown(kase, explanation);
  const sets = conflictsOnTerms(explanation, deal);
  if (sets.length === 0) {
    if (deal.deals.count === "0")
      return complete ? "There is no deal." : "Whether there are terms was not found within the limit.";
    const room = `${deal.deals.exact ? "" : "about "}${plural(grouped(deal.deals.count), "deal")}`;
    return had === ""
      ? `Nothing that was entered stands in the way: there is room for ${room}.`
      : `${had}terms would not stand in the way: there is room for ${room}.`;
  }
  const [first, ...rest] = sets;
  const isAlone = first.length === 1;
  const asked = list(first.map((constraint) => demand(kase, explanation, constraint)));
  const also =
    rest.length === 0
      ? ""
      : `; ${plural(rest.length, "other set")} of demands ${rest.length === 1 ? "conflicts" : "conflict"} as well`;
  return capital(
    `${had}no terms ${had === "" ? "meet" : "would meet"} ${isAlone ? "" : "both of these: ".replace("both", first.length === 2 ? "both" : "all")}${asked}${also}.`,
  );
}

function demand(kase: Case, explanation: Explanation, constraint: Constraint): string {
  const whose = constraint.party === null ? "" : `${labelOf(kase.parties, constraint.party)}'s `;
  const basis = basisOf(kase, explanation, constraint);
  return `${whose}${demandInWords(kase, constraint)}${basis === "" ? "" : ` (${basis})`}`;
}

function conflictsOnTerms({ constraints }: Explanation, { conflicts }: Obstacles): Constraint[][] {
  const byId = new Map(constraints.map((constraint) => [constraint.id, constraint]));
  return conflicts
    .map((set) => set.map((id) => byId.get(id)!))
    .filter((set) => set[0].kind !== "agenda-refusal");
}

function oneMove(
  kase: Case,
  explanation: Explanation,
  { party, moves, none, onceSeated }: MovesOfOne,
): string {
  const name = labelOf(kase.parties, party!);
  if (moves.length > 0) {
    const goal = areAlike(explanation)
      ? "It opens, for a deal sufficient to those outside as well,"
      : "It opens";
    return `${goal} if ${alternatives(kase, moves)}.`;
  }
  const nothing = `Nothing that ${name} alone can move opens it`;
  const others = list((none?.parties ?? []).map((id) => labelOf(kase.parties, id)));
  if (none?.kind !== "others-refuse")
    return others === "" ? `${nothing}.` : `${nothing}: demands of ${others} stand in the way without it.`;
  const refused = `${others} would not sit down`;
  if ((onceSeated ?? []).length > 0)
    return `${nothing}, since ${refused}; if that changed, it would open if ${alternatives(kase, onceSeated!)}.`;
  const onTerms = conflictsOnTerms(explanation, explanation.deal);
  if (onTerms.length === 0) return `${nothing}, since ${refused}.`;
  const isItsOwn = onTerms.some((set) => set.some((constraint) => constraint.party === party));
  return `${nothing}: ${refused}, and ${isItsOwn ? "more than demands" : "no demand"} of ${name} ${isItsOwn ? "stand" : "stands"} in the way of terms.`;
}

/** Whether what opens it for a deal leaves deals that are sufficient, too; where nobody outside asks anything, there is no such goal. */
function areAlike({ deal, sufficient, constraints }: Explanation): boolean {
  const asked = constraints.some(({ kind }) => kind === "threshold") && sufficient.conflicts.length > 0;
  const stepsOf = ({ moves }: Obstacles) =>
    JSON.stringify(moves.map((one) => [...one.moves, ...(one.onceSeated ?? [])].map(({ steps }) => steps)));
  return asked && deal.deals.count === "0" && stepsOf(deal) === stepsOf(sufficient);
}

const SHOWN = 3;

/** The first few ways, and how many more there are. */
function alternatives(kase: Case, moves: readonly Move[]): string {
  const shown = moves.slice(0, SHOWN).map((move) => moveInWords(kase, move));
  const more = moves.length - shown.length;
  return `${shown.join("; or if ")}${more > 0 ? `; or in ${plural(more, "other way")}, below` : ""}`;
}

/** What another framing of the same talks would leave out of the way; nobody's move alone. */
function instead(kase: Case, { deal, takenByAll, agenda }: Explanation): string[] {
  const framing = deal.moves.find(({ party }) => party === null);
  const dropped = framing?.moves[0] ?? framing?.onceSeated?.[0];
  const taken = takenByAll.flatMap(({ basket, placements }) =>
    placements.length === 0
      ? []
      : [`${basketInWords(kase, basket)} ${list(placements.map(placementInWords), "or")}`],
  );
  const parts = [
    ...(dropped === undefined
      ? []
      : [
          `terms would be left${agenda.accepted ? "" : ", once all sat down,"} if ${stepsInWords(
            kase,
            dropped.steps.filter(({ kind }) => kind === "must-settle"),
          )}`,
        ]),
    ...(taken.length === 0
      ? []
      : [`${kase.principals.length === 2 ? "both" : "all"} would take ${list(taken)}`]),
  ];
  return parts.length === 0 ? [] : [`The framing itself could change: ${parts.join("; and ")}.`];
}

const WAYS = 5;

/** What a deal that also satisfies those outside would take beyond a deal. */
function sufficiency(kase: Case, explanation: Explanation): string[] {
  const { sufficient, deal, agenda } = explanation;
  if (!explanation.constraints.some(({ kind }) => kind === "threshold")) return [];
  const known = new Set(deal.conflicts.map((set) => set.join(" ")));
  const further = sufficient.conflicts.filter((set) => !known.has(set.join(" ")));
  if (further.length === 0) {
    if (!sufficient.complete) return [];
    const { count } = sufficient.deals;
    const all = grouped(deal.deals.count);
    if (count !== "0")
      return [
        `Of the ${all} ${all === "1" ? "deal" : "deals"}, ${grouped(count)} ${count === "1" ? "is" : "are"} also sufficient to everyone outside.`,
      ];
    return areAlike(explanation) ? [] : ["A deal sufficient to those outside takes further moves, below."];
  }
  const start =
    deal.deals.count === "0"
      ? "More stands in the way of a deal sufficient to everyone outside"
      : "None of these deals is sufficient to everyone outside";
  const once = agenda.accepted ? "" : ", once all sat down,";
  const ways = sufficient.moves
    .filter(({ party }) => party !== null)
    .flatMap(({ moves, onceSeated }) => (moves.length > 0 ? moves : (onceSeated ?? [])))
    .map((move) => moveInWords(kase, withoutStances(move)));
  if (ways.length > 0)
    return [
      `${start}; there would be one${once} if ${ways.slice(0, WAYS).join("; or if ")}${ways.length > WAYS ? "; or in other ways, below" : ""}.`,
    ];
  const { joint } = sufficient;
  if (joint.moves.length === 0) return [`${start}, and no party alone can change that.`];
  const sets = new Set(
    joint.moves.map(({ steps }) =>
      list([
        ...new Set(steps.flatMap((step) => ("party" in step ? [labelOf(kase.parties, step.party)] : []))),
      ]),
    ),
  );
  return [
    `${start}, and no party alone can change that; the fewest who together could are ${list([...sets].slice(0, WAYS), "or")} (below).`,
  ];
}

const withoutStances = (move: Move): Move => ({
  ...move,
  steps: move.steps.filter(({ kind }) => kind !== "stance"),
});

const capital = (text: string) => text.replace(/^./u, (first) => first.toUpperCase());
