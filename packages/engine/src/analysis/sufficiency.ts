import { feasibleChoice } from "../numeric/feasible-choice.ts";
import type { BrokenLine, ShareByRule, Sufficiency, SufficientDeals } from "./comparison.ts";
import { byRule, type FoundByRule, noneCounted, type Settled, settle } from "./deals-in-space.ts";
import type { TrackFrontier } from "./focal-deals.ts";
import type { FramingSpace } from "./framing-space.ts";
import { shareOf } from "./share-of-deals.ts";
import { type ThresholdTest, thresholdExtra, thresholdTests } from "./thresholds.ts";
import { outcomeOf } from "./variables.ts";
import { type Extra, nothingExtra, wholeProblem } from "./whole-problem.ts";

/**
 * Whether some deal reaches every threshold and breaks no party's line that holds.
 *
 * What is settled now is judged: values are expected ones where there is a follow-on, lines are those that name an issue
 * settled now. Lines that a follow-on would break are told by `brokenLines`, and exclude nothing here.
 */
export function sufficiency(
  space: FramingSpace,
  tests: readonly ThresholdTest[],
  thereAreDeals: boolean,
): Sufficiency {
  if (!thereAreDeals) return { exists: false, none: noDeals };
  const problem = wholeProblem(space, sufficientExtra(space, tests));
  return feasibleChoice(problem) === null ? { exists: false, none: noSufficientDeal } : { exists: true };
}

/** These deals: their number, the efficient ones, those that each rule singles out. Judged as `sufficiency` judges them. */
export function sufficientDeals(
  space: FramingSpace,
  tracks: readonly TrackFrontier[],
  settled: Settled,
): SufficientDeals {
  if (settled.frontier.length === 0) return noDealsToBeSufficient;
  const extra = sufficientExtra(space, thresholdTests(space));
  const asksNothing = extra.bounded.length === 0 && extra.forbidden.length === 0;
  const { deals, frontier, focal, focalCounts } = asksNothing ? settled : settle(space, tracks, extra);
  if (frontier.length > 0) return { exists: true, deals, frontier, focal, focalCounts };
  return { ...nothing, none: noSufficientDeal };
}

const nothing: SufficientDeals = {
  exists: false,
  deals: noneCounted,
  frontier: [],
  focal: byRule(() => []),
  focalCounts: byRule(() => "0"),
};

const noDeals = { kind: "no-deals", because: "There is no deal that could be sufficient." } as const;
export const noDealsToBeSufficient: SufficientDeals = { ...nothing, none: noDeals };
const noSufficientDeal = {
  kind: "no-sufficient-deal",
  because: "Every deal misses some threshold or breaks a line of a party that need not agree.",
} as const;

function sufficientExtra(space: FramingSpace, tests: readonly ThresholdTest[]): Extra {
  return {
    bounded: tests.flatMap((test) => thresholdExtra(test).bounded),
    forbidden: space.others.map(({ mask }) => mask),
  };
}

/** Lines of parties that need not agree which focal deals break, by terms of now or of the follow-on; lines that none breaks are left out. */
export function brokenLines(space: FramingSpace, found: FoundByRule): BrokenLine[] {
  const { subject, variables, world, followOn, layout } = space;
  const named = (line: { readonly issues: readonly number[] }) =>
    line.issues.some((i) => variables.place[i] >= 0 || layout.laterIssues.includes(i));
  return subject.parties.flatMap((party, p) =>
    party.role === "principal"
      ? []
      : party.lines
          .filter((line, l) => space.reading.holds[p][l] && named({ issues: world.issuesOf(line.forbids) }))
          .map((line): BrokenLine => {
            const now = space.others.find((other) => other.line === line);
            const brokenBy = byRule((rule) =>
              now === undefined
                ? "none"
                : shareOf(
                    found[rule],
                    (choice) => world.holds(line.forbids, outcomeOf(variables, choice)),
                    () => ({ bounded: [], forbidden: [inverse(now.mask)] }),
                  ),
            );
            return {
              party: party.id,
              line: line.id,
              label: line.label,
              brokenBy,
              brokenByFollowOn:
                followOn === null
                  ? null
                  : shareByFollowOn(space, found, (outcome) => world.holds(line.forbids, outcome)),
            };
          })
          .filter(
            ({ brokenBy, brokenByFollowOn }) =>
              isBroken(brokenBy) || (brokenByFollowOn !== null && isBroken(brokenByFollowOn)),
          ),
  );
}

/** A test of the complete outcome if later talks deliver, over the focal deals listed. */
export function shareByFollowOn(
  space: FramingSpace,
  found: FoundByRule,
  test: (outcome: ArrayLike<number>) => boolean,
): ShareByRule {
  const complete = space.followOn!.complete;
  return byRule((rule) =>
    shareOf(
      { ...found[rule], sets: [] },
      (choice) => test(complete(outcomeOf(space.variables, choice))),
      () => nothingExtra,
    ),
  );
}

export function inverse(table: Extra["forbidden"][number]): Extra["forbidden"][number] {
  return { scope: table.scope, mask: table.mask.map((cell) => 1 - cell) };
}

function isBroken(shares: ShareByRule): boolean {
  return Object.values(shares).some((share) => share !== "none");
}
