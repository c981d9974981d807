import type { Constraint } from "../analysis/constraint.ts";
import type { Move, MoveStep } from "../analysis/explain/explanation.ts";
import type { Case } from "../model/case.ts";
import { inSentence, labelOf, list, namesIn } from "./in-words.ts";
import { placementInWords } from "./stands-in-the-way.ts";

/** What a constraint asks, without whose it is: to stand after "Iran: " or "Iran's ". */
export function demandInWords(kase: Case, { kind, id, label, value }: Constraint): string {
  const at = value === null ? "" : ` (${points(value)})`;
  switch (kind) {
    case "line":
      return `“${label}”`;
    case "no-deal-value":
      return `value of no deal${at}`;
    case "threshold":
      return `threshold${at}`;
    case "must-settle":
      return `the single undertaking on ${basketInWords(kase, id.slice(0, id.indexOf(".")))}`;
    default:
      return label;
  }
}

export function basketInWords(kase: Case, basket: string): string {
  return inSentence(labelOf(kase.baskets, basket), namesIn(kase));
}

/** A move as a clause to follow "if": "Iran accepts “1,000 km” on missile range and Israel's threshold falls from 60 to 53". */
export function moveInWords(kase: Case, { steps }: Move): string {
  const byParty = Map.groupBy(steps, (step) => ("party" in step ? step.party : null));
  const clauses = [...byParty].flatMap(([party, own]) => {
    if (party === null) return stepsInWords(kase, own);
    const name = labelOf(kase.parties, party);
    const [acts, falls] = [acting(kase, own), falling(own)];
    return [
      ...(acts.length > 0 ? [`${name} ${list(acts)}`] : []),
      ...falls.map((fall) => `${name}'s ${fall}`),
    ];
  });
  return clauses.join(
    clauses.length > 2 || clauses.some((clause) => clause.includes(" and ")) ? ", and " : " and ",
  );
}

/** The same where the name stands before it already, or for the framing, which has none. */
export function stepsInWords(kase: Case, steps: readonly MoveStep[]): string {
  const undertakings = steps.flatMap((step) =>
    step.kind === "must-settle" ? [basketInWords(kase, step.basket)] : [],
  );
  return list([
    ...acting(kase, steps),
    ...falling(steps).map((fall) => `its ${fall}`),
    ...(undertakings.length > 0 ? [`a deal no longer has to settle ${list(undertakings)}`] : []),
  ]);
}

function acting(kase: Case, steps: readonly MoveStep[]): string[] {
  const stances = steps.flatMap((step) =>
    step.kind === "stance" ? [`${basketInWords(kase, step.basket)} ${placementInWords(step.placement)}`] : [],
  );
  return [
    ...(stances.length > 0 ? [`sits down with ${list(stances)}`] : []),
    ...steps.flatMap((step) => (step.kind === "line" ? [lineInWords(kase, step)] : [])),
  ];
}

function falling(steps: readonly MoveStep[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === "threshold") return [`threshold falls ${fallInWords(step.from, step.to)}`];
    return step.kind === "no-deal-value" ? [`value of no deal falls ${fallInWords(step.from, step.to)}`] : [];
  });
}

function lineInWords(kase: Case, step: Extract<MoveStep, { kind: "line" }>): string {
  const label =
    kase.parties.find(({ id }) => id === step.party)?.lines.find(({ id }) => id === step.line)?.label ??
    step.line;
  const accepted = step.accepts.map(({ issue, option }) => {
    const { label: name, options } = kase.issues.find(({ id }) => id === issue)!;
    return `“${labelOf(options, option)}” on ${inSentence(name, namesIn(kase))}`;
  });
  if (accepted.length === 1) return `accepts ${accepted[0]}`;
  if (step.givenUp) return `gives up “${label}”`;
  return `loosens “${label}” to allow ${list(accepted)}`;
}

/** "from 60 to 53": with as many decimals as it takes to tell them apart; the lower value is never shown too high. */
export function fallInWords(from: number, to: number): string {
  const digits = [0, 1, 2, 3, 4, 5].find((d) => isNear(from, d, from - to) && isNear(to, d, from - to)) ?? 6;
  return `from ${points(from, digits)} to ${points(Math.floor(to * 10 ** digits + 1e-6) / 10 ** digits, digits)}`;
}

/** Whole numbers where they are whole; otherwise within a tenth, and within a fifth of the fall. */
function isNear(value: number, digits: number, fall: number): boolean {
  const off = Math.abs(Math.round(value * 10 ** digits) / 10 ** digits - value);
  return off < 1e-9 || (digits > 0 && off <= 0.2 * fall);
}

function points(value: number, digits = 1): string {
  return value
    .toLocaleString("en-US", { maximumFractionDigits: digits, useGrouping: false })
    .replace("-", "−");
}
