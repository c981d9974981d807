import { formatExpression } from "../model/expression/format-expression.ts";
import type { PrincipalResult, ZoneWidth } from "./comparison.ts";
import { byRule, expectedAt, type FoundByRule } from "./deals-in-space.ts";
import type { Deals } from "./deals-result.ts";
import { FOCAL_TOLERANCE } from "./focal.ts";
import type { FramingSpace } from "./framing-space.ts";
import { shareOf } from "./share-of-deals.ts";
import { inverse, shareByFollowOn } from "./sufficiency.ts";
import { outcomeOf } from "./variables.ts";

/** Each principal against its no-deal value and its own success test, at focal deals. */
export function principalResults(space: FramingSpace, deals: Deals, found: FoundByRule): PrincipalResult[] {
  const { subject, variables, world, reading } = space;
  const first = found.nash.choices[0];
  return subject.principals.map((p): PrincipalResult => {
    const party = subject.parties[p];
    const noDeal = reading.noDeal[p]!;
    const atNash = first === undefined ? null : expectedAt(space, p, outcomeOf(variables, first));
    const gain = atNash === null ? null : atNash - noDeal;
    const bestGain = deals.frontier.reduce<number | null>(
      (most, point) => Math.max(most ?? -Infinity, point.values[party.id] - noDeal),
      null,
    );
    const test = party.success[space.framing];
    return {
      party: party.id,
      noDeal,
      noDealFrom: reading.noDealFrom[p],
      atNash,
      gain,
      bestGain,
      better: gain !== null && gain > FOCAL_TOLERANCE * space.spans[p],
      success:
        test === null
          ? null
          : {
              test: formatExpression(test),
              met: byRule((rule) =>
                shareOf(
                  found[rule],
                  (choice) => world.holds(test, outcomeOf(variables, choice)),
                  () => ({ bounded: [], forbidden: [inverse(world.mask(test, variables))] }),
                ),
              ),
              metByFollowOn:
                space.followOn === null
                  ? null
                  : shareByFollowOn(space, found, (outcome) => world.holds(test, outcome)),
            },
    };
  });
}

const narrow = 0.05;
const wide = 0.15;

/** How much room there is, in a word. */
export function zoneWidth(space: FramingSpace, principals: readonly PrincipalResult[]): ZoneWidth {
  let width: ZoneWidth = { word: "none", share: null, least: null };
  principals.forEach(({ party, bestGain }, at) => {
    if (bestGain === null) return;
    const span = space.subject.document.scale === "coded" ? 100 : space.spans[space.subject.principals[at]];
    const share = span > 0 ? Math.max(0, bestGain / span) : 0;
    if (width.share === null || share < width.share) {
      width = { word: share < narrow ? "narrow" : share < wide ? "moderate" : "wide", share, least: party };
    }
  });
  return width;
}
