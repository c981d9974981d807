import type { Deals, FramingDeals } from "@parley/engine";
import * as z from "zod";

/** What the results of `deals` and `compare` have in common. */

export const byParty = z
  .record(z.string(), z.number())
  .describe("Party id to a number on that party's own scale.");
export const outcome = z.record(z.string(), z.string()).describe("Issue id to option id.");
const ids = z.array(z.string());
const decimal = z
  .string()
  .regex(/^\d+$/)
  .describe("A whole number as decimal digits: it may be larger than a number holds.");

export const count = z.object({
  count: decimal,
  exact: z.boolean(),
  relativeError: z.number().nullable().describe("Of an estimate; null where exact."),
});

const frontierPoint = z.object({
  values: byParty.describe("Principals; expected values where there is a follow-on."),
  count: decimal.describe("Deals with these values."),
  outcomes: z.array(outcome).describe("The first of them in case order, at most 100."),
  truncated: z.boolean().describe("There are more than are listed."),
});

const focalDeal = z.object({
  values: byParty.describe("Every party with values; expected where there is a follow-on."),
  valuesNow: byParty.optional().describe("Before the follow-on; only where there is one."),
  outcome: outcome.describe("Settled now; issues of the follow-on stand at the status quo."),
  followOn: outcome
    .optional()
    .describe("The complete outcome if later talks deliver; only where there is a follow-on."),
});

/** One property for each rule that singles out deals. */
export const byRule = <T extends z.ZodType>(value: T) =>
  z.object({ nash: value, kalaiSmorodinsky: value, egalitarian: value, utilitarian: value });

const focal = byRule(z.array(focalDeal)).describe(
  "All optima of each rule, at most 100; empty without deals.",
);
const focalCounts = byRule(decimal).describe("How many deals each rule singles out.");

const track = z.object({
  kind: z.enum(["main", "separate"]),
  baskets: ids,
  issues: ids,
  agreements: count,
  empty: z.boolean(),
  paysNothingTo: ids.describe("Principals whose best gain in this track is nothing."),
  frontier: z.array(frontierPoint),
});

const followOn = z.object({
  baskets: ids,
  issues: ids,
  chance: z.number().min(0).max(1).describe("That later talks deliver, provisions counted."),
  provisions: ids,
  dependsOnNow: z.boolean().describe("What later talks would settle depends on what is settled now."),
});

const sufficientDeals = z.object({
  exists: z.boolean(),
  deals: count,
  frontier: z.array(frontierPoint),
  focal,
  focalCounts,
  none: z.object({ kind: z.enum(["no-deals", "no-sufficient-deal"]), because: z.string() }).optional(),
});

/** What a framing has in `deals` and in `compare`. */
export const dealsPart = z.object({
  method: z.string(),
  exact: z.boolean(),
  parameters: z.object({ tolerance: z.number(), listed: z.number() }),
  notes: z.array(z.string()),
  scale: z
    .enum(["coded", "source"])
    .describe("coded: 0 to 100 for each party; source: an imported domain's own scale."),
  linkage: z.enum(["package", "separate", "staged", "separate-staged", "none"]),
  onTable: ids.describe("Issues settled now."),
  outcomes: decimal.describe("Outcomes of the issues on the table, permitted or not."),
  deals: count,
  frontier: z.array(frontierPoint),
  focal,
  focalCounts,
  noDeal: byParty.describe("Principals with a value of no deal."),
  tracks: z.array(track),
  followOn: followOn.nullable(),
  none: z
    .object({ kind: z.enum(["no-zone", "no-values", "no-track", "no-status-quo"]), because: z.string() })
    .optional()
    .describe("Only where there are no deals."),
}) satisfies z.ZodType<Deals>;

const further = z.object({
  raiffa: z.array(focalDeal).describe("Raiffa's discrete solution, by steps on the finite set."),
  weightedNash: z.array(focalDeal).describe("Nash's with the principals' recognition as weights."),
  weights: byParty.describe("By principal, sum 1."),
});

export const dealsOutput = dealsPart.extend({
  further: further.describe("What two further rules single out; all optima, at most 100 each."),
  sufficient: sufficientDeals.describe(
    "Deals that also reach every threshold and cross no line of a party that need not agree.",
  ),
}) satisfies z.ZodType<FramingDeals>;
