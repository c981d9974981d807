import { bestValue } from "../numeric/best-value.ts";
import type { Factor } from "../numeric/choice-problem.ts";
import type { ThresholdResult } from "./comparison.ts";
import { byRule, expectedAt, type FoundByRule } from "./deals-in-space.ts";
import { FOCAL_TOLERANCE } from "./focal.ts";
import type { FramingSpace } from "./framing-space.ts";
import { sumAt } from "./restrict-table.ts";
import { shareOf } from "./share-of-deals.ts";
import { scopeOf, tableOver } from "./value-factors.ts";
import { outcomeOf } from "./variables.ts";
import { type Extra, wholeProblem } from "./whole-problem.ts";

/** A party's threshold under one framing, as a sum over what is settled now that has to reach a floor. */
export interface ThresholdTest {
  readonly party: number;
  /** The threshold at each combination of the terms it depends on; of no variable where it depends on none. */
  readonly level: Factor;
  readonly dependsOnTerms: boolean;
  /** Value minus threshold, at least 0 where it is reached. */
  readonly margin: readonly Factor[];
}

/**
 * Thresholds of parties that have values: the first condition that applies, over placements, provisions and terms, else the
 * plain value. Values are expected ones where there is a follow-on; conditions on later issues see the status quo.
 */
export function thresholdTests(space: FramingSpace): ThresholdTest[] {
  const { subject, variables, world } = space;
  return subject.parties.flatMap((party, p): ThresholdTest[] => {
    const { threshold } = party;
    if (threshold === null || space.worths[p] === null) return [];
    const scope = scopeOf(
      threshold.when.flatMap((when) => [...world.issuesOf(when.if)]),
      variables,
    );
    const entryAt = (outcome: ArrayLike<number>) =>
      threshold.when.find((when) => world.holds(when.if, outcome))?.value ?? threshold.value;
    const values = tableOver(scope, variables, (outcome) => space.reading.entries[entryAt(outcome)]);
    const dependsOnTerms = values.some((value) => value !== values[0]);
    const level: Factor = dependsOnTerms
      ? { scope, values }
      : { scope: [], values: Float64Array.of(values[0]) };
    const below: Factor = { scope: level.scope, values: level.values.map((value) => -value) };
    return [{ party: p, level, dependsOnTerms, margin: [...space.expected[p], below] }];
  });
}

/** The threshold as constraints on a deal. */
export function thresholdExtra(test: ThresholdTest): Extra {
  return { bounded: [{ factors: test.margin, floor: 0 }], forbidden: [] };
}

/** Whether an outcome reaches it, within tolerance of the party's range of values. */
function reaches(space: FramingSpace, test: ThresholdTest, outcome: ArrayLike<number>): boolean {
  const level = sumAt([test.level], space.variables, outcome);
  return expectedAt(space, test.party, outcome) - level >= -FOCAL_TOLERANCE * space.spans[test.party];
}

/** @param found focal deals by rule; without any, nothing is attainable and `best` is null */
export function thresholdResult(
  space: FramingSpace,
  test: ThresholdTest,
  found: FoundByRule,
): ThresholdResult {
  const { subject, variables } = space;
  const party = subject.parties[test.party];
  const threshold = party.threshold!;
  const first = found.nash.choices[0];
  const outcome = first === undefined ? null : outcomeOf(variables, first);
  const whole = wholeProblem(space);
  const best = outcome === null ? null : bestValue(whole, space.expected[test.party]);
  const margin =
    outcome === null
      ? null
      : test.dependsOnTerms
        ? bestValue(whole, test.margin)
        : best === null
          ? null
          : best - test.level.values[0];
  return {
    party: party.id,
    value: sumAt([test.level], variables, outcome ?? statusQuoOrFirst(space)),
    dependsOnTerms: test.dependsOnTerms,
    satisfiedBy: byRule((rule) =>
      shareOf(
        found[rule],
        (choice) => reaches(space, test, outcomeOf(variables, choice)),
        () => thresholdExtra(test),
      ),
    ),
    best,
    reachable: margin !== null && margin >= -FOCAL_TOLERANCE * space.spans[test.party],
    atNash: outcome === null ? null : expectedAt(space, test.party, outcome),
    influence: threshold.influence < 0 ? null : space.reading.entries[threshold.influence],
    how: threshold.how,
  };
}

/** The status quo; in a domain without one, first options. */
function statusQuoOrFirst(space: FramingSpace): Int32Array {
  return space.variables.fixed.map((option) => Math.max(0, option));
}
