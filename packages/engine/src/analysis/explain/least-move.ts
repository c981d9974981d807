import type { Factor } from "../../numeric/choice-problem.ts";
import { frontier } from "../../numeric/frontier.ts";
import { TooLargeError } from "../../numeric/too-large-error.ts";
import type { Constraint } from "../constraint.ts";
import { outcomeIds } from "../deals-in-space.ts";
import { sumAt } from "../restrict-table.ts";
import { outcomeOf } from "../variables.ts";
import { membersOf } from "./asked.ts";
import type { AskedProblem } from "./asked-problem.ts";
import type { Move, MoveSize, MoveStep } from "./explanation.ts";
import { stepsInside } from "./line-steps.ts";

/** More measured amounts than this in one move are kept in total only. */
const MOST_AMOUNTS = 4;

/** One ask that has to move, with what is left of it: 0 would be met, less is how far it has to go. */
interface Amount {
  readonly at: number;
  readonly left: readonly Factor[];
  readonly floor: number;
  readonly isLine: boolean;
}

/**
 * The least by which the asks of an opening have to move: lines by option steps, values by points. All ways in which no other
 * is as small in every kind and smaller in one. Since no member of the opening can stay, every amount is above nothing.
 *
 * Must-settle rules and lines about later issues are given up whole.
 *
 * @param opening minimal set of asks without which `kept` can be met
 */
export function leastMoves(problem: AskedProblem, kept: bigint, opening: bigint): Move[] {
  const variant = problem.variant(opening);
  const { space, tables } = variant;
  const { sizes } = space.variables;
  const members = membersOf(opening);
  const amounts = members.flatMap((at): Amount[] => {
    const { bounded, forbidden } = tables[at];
    if (bounded !== null) return [{ at, left: bounded.factors, floor: bounded.floor, isLine: false }];
    const { line, later } = problem.asks[at];
    if (line === null || later || forbidden.length === 0) return [];
    return [{ at, left: [stepsInside(forbidden[0], sizes).table], floor: 0, isLine: true }];
  });
  const asked = problem.problem(variant, kept & ~opening);
  const objectives = amounts.length <= MOST_AMOUNTS ? amounts.map(({ left }) => left) : inTotal(amounts);
  const goal = objectives.length === 0 ? [[]] : objectives;
  const result = frontier({ ...asked, objectives: goal, floors: goal.map(() => -Infinity) }, { list: 1 });
  if (!result.exact) throw new TooLargeError(result.notes.join(" "));
  const moves = result.points.map(({ choices }): Move => {
    const outcome = outcomeOf(space.variables, choices[0]);
    const steps = members.map((at) => stepOf(problem, variant, at, outcome));
    return { steps, size: sizeOf(steps), outcome: outcomeIds(space, outcome) };
  });
  return smallest(moves);
}

function inTotal(amounts: readonly Amount[]): Factor[][] {
  return [true, false]
    .map((isLine) => amounts.filter((amount) => amount.isLine === isLine).flatMap(({ left }) => [...left]))
    .filter((factors) => factors.length > 0);
}

function stepOf(
  problem: AskedProblem,
  variant: ReturnType<AskedProblem["variant"]>,
  at: number,
  outcome: Int32Array,
): MoveStep {
  const { constraint, line, later } = problem.asks[at];
  const { space, tables } = variant;
  const { subject, variables, world } = space;
  const { id, kind, party } = constraint;
  if (kind === "must-settle") return { kind, constraint: id, basket: id.slice(0, id.indexOf(".")) };
  if (kind === "line") {
    const mask = tables[at].forbidden[0] ?? world.mask(line!.forbids, variables);
    const { table, deepest } = stepsInside(mask, variables.sizes);
    const optionSteps = later ? Math.max(1, deepest) : -sumAt([table], variables, outcome) + 0;
    return {
      kind,
      constraint: id,
      party: party!,
      line: line!.id,
      optionSteps,
      givenUp: later || optionSteps === deepest,
      accepts: later
        ? []
        : mask.scope.map((v) => {
            const issue = subject.issues[variables.issues[v]];
            return { issue: issue.id, option: issue.options[outcome[variables.issues[v]]].id };
          }),
    };
  }
  const { factors, floor } = tables[at].bounded!;
  const short = floor - sumAt(factors, variables, outcome);
  const from = levelOf(constraint, problem, variant, at, outcome);
  return {
    kind: kind as "no-deal-value" | "threshold",
    constraint: id,
    party: party!,
    from,
    to: from - short,
  };
}

/** What is asked at an outcome: a threshold may depend on terms, and is then the value less the margin. */
function levelOf(
  { kind, value }: Constraint,
  problem: AskedProblem,
  { space, tables }: ReturnType<AskedProblem["variant"]>,
  at: number,
  outcome: Int32Array,
): number {
  if (kind === "no-deal-value" || value !== null) return value!;
  const own = sumAt(space.expected[problem.asks[at].party], space.variables, outcome);
  return own - sumAt(tables[at].bounded!.factors, space.variables, outcome);
}

export function sizeOf(steps: readonly MoveStep[]): MoveSize {
  const lines = steps.flatMap((step) => (step.kind === "line" ? [step.optionSteps] : []));
  const falls = steps.flatMap((step) =>
    step.kind === "no-deal-value" || step.kind === "threshold" ? [step.from - step.to] : [],
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    stances: steps.filter(({ kind }) => kind === "stance").length,
    settled: steps.filter(({ kind }) => kind === "must-settle").length,
    optionSteps: sum(lines),
    mostOptionSteps: Math.max(0, ...lines),
    points: sum(falls),
    mostPoints: Math.max(0, ...falls),
  };
}

const SAME = 1e-9;

/** Moves than which no other is as small in every kind and smaller in one; all ties, smallest in lines and stances first. */
export function smallest(moves: readonly Move[]): Move[] {
  const measures = moves.map(({ size }) => Object.values(size) as number[]);
  const within = (a: readonly number[], b: readonly number[]) =>
    a.every((one, k) => one <= b[k] + SAME * Math.max(1, Math.abs(b[k])));
  return moves
    .filter(
      (_, i) =>
        !measures.some((other, j) => j !== i && within(other, measures[i]) && !within(measures[i], other)),
    )
    .toSorted((a, b) => a.steps.length - b.steps.length);
}
