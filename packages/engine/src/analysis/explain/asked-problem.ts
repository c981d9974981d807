import type { Case } from "../../model/case.ts";
import { bestChoice } from "../../numeric/best-choice.ts";
import type { ChoiceProblem, Factor, Mask } from "../../numeric/choice-problem.ts";
import { type FramingSpace, framingSpace } from "../framing-space.ts";
import type { Reading } from "../reading.ts";
import { sumAt } from "../restrict-table.ts";
import { spanOf } from "../span-of.ts";
import { thresholdTests } from "../thresholds.ts";
import { outcomeOf } from "../variables.ts";
import { trackObjectives, wholeProblem } from "../whole-problem.ts";
import { type Ask, asksOf, membersOf, setOf } from "./asked.ts";

/** What one ask is in numbers, over what is settled now: combinations it forbids, or a sum with what it has to reach. */
export interface AskTable {
  readonly forbidden: readonly Mask[];
  readonly bounded: { readonly factors: readonly Factor[]; readonly floor: number } | null;
}

/** A framing with some lines about later issues given up, which settles what the follow-on would bring. */
export interface Variant {
  readonly space: FramingSpace;
  /** By ask. */
  readonly tables: readonly AskTable[];
  /** What every deal has to meet whatever is given up. */
  readonly hard: ChoiceProblem;
}

/** A choice of what is settled now, and every ask it meets. */
export interface Met {
  readonly asked: bigint;
  readonly variant: Variant;
  readonly choice: readonly number[];
}

/** A framing whose asks can be dropped one by one. */
export interface AskedProblem {
  readonly asks: readonly Ask[];
  /** Asks of a deal; all others are asked of sufficient deals only. */
  readonly ofDeal: bigint;
  readonly all: bigint;
  /** False where lines about later issues are too many to be given up one by one, and stand as they are. */
  readonly laterLinesMove: boolean;
  /** The framing as it is once some asks are given up. */
  variant(dropped: bigint): Variant;
  problem(variant: Variant, asked: bigint): ChoiceProblem;
  /** An outcome that meets these; where that helps, with further lines about later issues given up. */
  met(asked: bigint): Met | null;
  /** Questions to the solver so far; what follows from earlier answers is not asked again. */
  solved(): number;
}

const TOLERANCE = 1e-9;
const MOST_LATER_LINES = 6;

/**
 * One outcome after another answers whether asks can be met together; tables are built once. Giving up a line about later
 * issues changes what the follow-on brings, for better or worse, so that asks count as met together when they are with
 * some such lines given up: then leaving out more can never close what was open.
 */
export function askedProblem(subject: Case, reading: Reading, f: number): AskedProblem {
  const whole = framingSpace(subject, reading, f);
  const every = asksOf(subject, reading, f, whole);
  const laterLinesMove = every.filter(({ later }) => later).length <= MOST_LATER_LINES;
  const asks = laterLinesMove ? every : every.filter(({ later }) => !later);
  const all = setOf(asks, () => true);
  const later = setOf(asks, (ask) => ask.later);
  const known = new Map<bigint, Variant>();
  const variant = (dropped: bigint): Variant => {
    const key = dropped & later;
    let found = known.get(key);
    if (found === undefined) {
      const lines = new Set(
        membersOf(key).map((at) => `${subject.parties[asks[at].party].id}.${asks[at].line!.id}`),
      );
      const space =
        key === 0n
          ? whole
          : framingSpace(subject, reading, f, { lines, noDeals: new Set(), mustSettle: new Set() });
      found = { space, tables: tablesOf(space, whole, asks), hard: hardPart(space, asks) };
      known.set(key, found);
    }
    return found;
  };
  const problem = ({ tables, hard }: Variant, asked: bigint): ChoiceProblem => {
    const chosen = membersOf(asked).map((at) => tables[at]);
    return {
      ...hard,
      bounded: [...hard.bounded, ...chosen.flatMap(({ bounded }) => (bounded === null ? [] : [bounded]))],
      forbidden: [...hard.forbidden, ...chosen.flatMap(({ forbidden }) => forbidden)],
    };
  };
  const meets = ({ space, tables }: Variant, choice: readonly number[]): bigint => {
    const outcome = outcomeOf(space.variables, choice);
    return setOf(asks, (_, at) => isMet(tables[at], space, outcome));
  };
  const yes: Met[] = [];
  const no: bigint[] = [];
  let solved = 0;
  const met = (asked: bigint): Met | null => {
    const earlier = yes.find((one) => (asked & ~one.asked) === 0n);
    if (earlier !== undefined) return earlier;
    if (no.some((smaller) => (smaller & ~asked) === 0n)) return null;
    const found = search(asked);
    if (found === null) no.push(asked);
    else yes.push(found);
    return found;
  };
  const search = (asked: bigint): Met | null => {
    for (const dropped of droppable(later & ~asked)) {
      const kept = asked | (later & ~dropped);
      const here = variant(dropped);
      solved++;
      const choice = bestChoice(problem(here, kept), [])?.choice ?? null;
      if (choice !== null)
        return { asked: (meets(here, choice) & ~later) | (later & ~dropped), variant: here, choice };
    }
    return null;
  };
  return {
    asks,
    ofDeal: setOf(asks, (ask) => !ask.onlySufficient),
    all,
    laterLinesMove,
    variant,
    problem,
    met,
    solved: () => solved,
  };
}

/** All subsets, smallest first. */
function droppable(set: bigint): bigint[] {
  let subsets = [0n];
  for (const at of membersOf(set)) subsets = subsets.concat(subsets.map((one) => one | (1n << BigInt(at))));
  return subsets.toSorted((a, b) => membersOf(a).length - membersOf(b).length || (a < b ? -1 : 1));
}

function tablesOf(space: FramingSpace, whole: FramingSpace, asks: readonly Ask[]): AskTable[] {
  const { subject, variables, world } = space;
  const worth = trackObjectives(space, 0);
  const tests = thresholdTests(space);
  return asks.map(({ constraint, party, line }): AskTable => {
    switch (constraint.kind) {
      case "line": {
        const isTested = [...whole.binding, ...whole.others].some((held) => held.line === line);
        return { forbidden: isTested ? [world.mask(line!.forbids, variables)] : [], bounded: null };
      }
      case "no-deal-value": {
        const at = subject.principals.indexOf(party);
        return { forbidden: [], bounded: { factors: worth[at], floor: space.floors[at] } };
      }
      case "threshold": {
        const test = tests.find((one) => one.party === party)!;
        return { forbidden: [], bounded: { factors: test.margin, floor: 0 } };
      }
      default: {
        const basket = subject.baskets.find(({ id }) => constraint.id === `${id}.mustSettle`)!;
        const masks = whole.mustSettle.filter(({ scope }) =>
          basket.issues.includes(variables.issues[scope[0]]),
        );
        return { forbidden: masks, bounded: null };
      }
    }
  });
}

/** The deals of a framing of which nothing is asked that could be given up. Lines that are no asks stay. */
function hardPart(space: FramingSpace, asks: readonly Ask[]): ChoiceProblem {
  const isAsk = new Set(asks.map(({ line }) => line));
  const binding = space.binding.filter(({ line }) => !isAsk.has(line));
  const floors = space.floors.map(() => -Infinity);
  return { ...wholeProblem({ ...space, binding, floors, mustSettle: [] }), objectives: [], floors: [] };
}

function isMet({ forbidden, bounded }: AskTable, space: FramingSpace, outcome: ArrayLike<number>): boolean {
  const { variables } = space;
  const breaks = forbidden.some(({ scope, mask }) => {
    const cell = scope.reduce((at, v) => at * variables.sizes[v] + outcome[variables.issues[v]], 0);
    return mask[cell] === 1;
  });
  if (breaks) return false;
  return (
    bounded === null || sumAt(bounded.factors, variables, outcome) >= bounded.floor - slackOf(bounded.factors)
  );
}

/** What a floor forgives: a share of the sum's range, as the kernels have it. */
function slackOf(factors: readonly Factor[]): number {
  return TOLERANCE * spanOf(factors);
}
