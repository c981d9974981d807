import type { Case, Line } from "../model/case.ts";
import type { Factor, Mask } from "../numeric/choice-problem.ts";
import { frontier } from "../numeric/frontier.ts";
import { TooLargeError } from "../numeric/too-large-error.ts";
import { isBefore } from "./case-order.ts";
import { FOCAL_TOLERANCE, focalPoints } from "./focal.ts";
import type { FramingWorld } from "./framing-world.ts";
import { spanOf } from "./span-of.ts";
import { scopeOf, tableOver, valueFactors } from "./value-factors.ts";
import { outcomeOf, statusQuoOf, type Variables, variablesOf } from "./variables.ts";
import { type Worth, worthOfOutcome } from "./worth-of-outcome.ts";

/** What later talks settle, given what is settled now. */
export interface FollowOnPlan {
  /** Chance that they deliver. */
  readonly chance: number;
  /** Issues settled now on which it depends, ascending. */
  readonly conditions: readonly number[];
  /** The complete outcome if they deliver: the outcome of now with the follow-on's terms. */
  readonly complete: (now: ArrayLike<number>) => Int32Array;
  /** By party: chance × what the follow-on adds to its value, as a table over what is settled now; null: not valued. */
  readonly adds: readonly (Factor | null)[];
}

/**
 * The follow-on as a second stage: for every combination of the options now that its terms depend on, the Nash deal over
 * all later issues, each principal's base being its value of what was settled now; the first such deal in case order.
 * Where no permitted outcome improves on that base (nobody worse, somebody better), it stays at the status quo.
 *
 * What it depends on: issues that a binding line, or an interaction in a principal's values, joins to a later issue. With
 * none of these the terms are the same whatever is settled now. Exact; cost one frontier for each different follow-on.
 *
 * @param worths by party; null: not valued
 * @param lines principals' lines that hold
 */
export function planFollowOn(
  subject: Case,
  world: FramingWorld,
  now: Variables,
  laterIssues: readonly number[],
  worths: readonly (Worth | null)[],
  lines: readonly Line[],
  chance: number,
): FollowOnPlan {
  const later = new Set(laterIssues);
  const crossing = (issues: readonly number[]) =>
    issues.some((i) => later.has(i)) ? issues.filter((i) => now.place[i] >= 0) : [];
  const joined = (p: number) => (worths[p]?.interactions ?? []).flatMap(({ issues }) => crossing(issues));
  const followOnLines = lines.filter((line) => world.issuesOf(line.forbids).some((i) => later.has(i)));
  const conditions = ascending([
    ...subject.principals.flatMap(joined),
    ...followOnLines.flatMap((line) => crossing(world.issuesOf(line.forbids))),
  ]);
  const known = new Map<string, readonly number[]>();
  const settled = new Map<string, readonly number[]>();
  const statusQuo = statusQuoOf(subject);

  /** Options of the later issues. */
  const terms = (outcome: ArrayLike<number>): readonly number[] => {
    const key = conditions.map((i) => outcome[i]).join();
    let found = known.get(key);
    if (found === undefined) {
      const base = statusQuo.slice();
      for (const i of conditions) base[i] = outcome[i];
      found = settleLater(subject, world, laterIssues, worths, followOnLines, base, settled);
      known.set(key, found);
    }
    return found;
  };
  const complete = (outcome: ArrayLike<number>) => {
    const whole = Int32Array.from(outcome);
    terms(outcome).forEach((option, at) => {
      whole[laterIssues[at]] = option;
    });
    return whole;
  };
  const adds = worths.map((worth, p): Factor | null => {
    if (worth === null) return null;
    const scope = scopeOf([...conditions, ...joined(p)], now);
    const values = tableOver(
      scope,
      now,
      (outcome) => chance * (worthOfOutcome(worth, complete(outcome)) - worthOfOutcome(worth, outcome)),
    );
    return { scope, values };
  });
  return { chance, conditions, complete, adds };
}

function settleLater(
  subject: Case,
  world: FramingWorld,
  laterIssues: readonly number[],
  worths: readonly (Worth | null)[],
  lines: readonly Line[],
  base: Int32Array,
  settled: Map<string, readonly number[]>,
): readonly number[] {
  const variables = variablesOf(subject, laterIssues, base);
  const objectives = subject.principals.map((p) => valueFactors(worths[p]!, variables));
  const floors = subject.principals.map((p) => worthOfOutcome(worths[p]!, base));
  const forbidden = lines.map((line) => world.mask(line.forbids, variables));
  const key = whatDiffers(objectives, forbidden);
  const same = settled.get(key);
  if (same !== undefined) return same;
  const { points, exact, notes } = frontier({
    sizes: variables.sizes,
    objectives,
    floors,
    bounded: [],
    forbidden,
  });
  if (!exact) throw new TooLargeError(`follow-on: ${notes.join(" ")}`);
  const gains = points.map((point) => {
    const outcome = outcomeOf(variables, point.choices[0]);
    return subject.principals.map((p, at) => worthOfOutcome(worths[p]!, outcome) - floors[at]);
  });
  const spans = objectives.map(spanOf);
  const improves = gains.some((row) => row.some((gain, at) => gain > FOCAL_TOLERANCE * spans[at]));
  const tied = focalPoints(gains, spans, "nash").map((at) => points[at].choices[0]);
  const terms = improves
    ? tied.reduce((first, choice) => (isBefore(choice, first) ? choice : first))
    : laterIssues.map((i) => base[i]);
  settled.set(key, terms);
  return terms;
}

/** What of a follow-on's problem depends on what is settled now, constants apart: lines, and values but for each issue's own. */
function whatDiffers(objectives: readonly (readonly Factor[])[], forbidden: readonly Mask[]): string {
  const joint = objectives.map((factors) =>
    factors
      .slice(0, -1)
      .map(({ scope, values }) => `${scope}:${values}`)
      .join(";"),
  );
  return [...joint, ...forbidden.map(({ mask }) => mask.join(""))].join("|");
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
