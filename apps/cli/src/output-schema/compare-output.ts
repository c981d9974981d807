import type { Comparison } from "@parley/engine";
import * as z from "zod";
import { agendaOfFraming } from "./agenda-output.ts";
import { byParty, byRule, dealsPart } from "./deals-output.ts";

const share = z
  .enum(["all", "some", "none"])
  .describe("How many of a rule's deals meet the test; none also without deals.");
const shares = byRule(share);
const number = z.number().nullable();

const principal = z.object({
  party: z.string(),
  noDeal: number,
  noDealFrom: z.enum(["entered", "outlook", "status-quo", "none"]),
  atNash: number,
  gain: number,
  bestGain: number,
  better: z.boolean().describe("The Nash deal gives it more than no deal."),
  success: z.object({ test: z.string(), met: shares, metByFollowOn: shares.nullable() }).nullable(),
});

const threshold = z.object({
  party: z.string(),
  value: z.number(),
  dependsOnTerms: z.boolean(),
  satisfiedBy: shares,
  best: number,
  reachable: z.boolean(),
  atNash: number,
  influence: number,
  how: z.enum(["presses", "withholds", "acts"]).nullable(),
});

export const constraint = z.object({
  id: z.string(),
  kind: z.enum(["line", "no-deal-value", "must-settle", "threshold", "agenda-refusal", "not-status-quo"]),
  party: z.string().nullable(),
  label: z.string(),
  path: z.string().nullable(),
  value: number,
});

export const framingCompared = dealsPart.extend({
  id: z.string(),
  label: z.string(),
  agenda: agendaOfFraming,
  width: z.object({
    word: z.enum(["none", "narrow", "moderate", "wide"]),
    share: number,
    least: z.string().nullable(),
  }),
  principals: z.array(principal),
  thresholds: z.array(threshold),
  brokenLines: z.array(
    z.object({
      party: z.string(),
      line: z.string(),
      label: z.string(),
      brokenBy: shares,
      brokenByFollowOn: shares,
    }),
  ),
  sufficient: z.object({
    exists: z.boolean(),
    none: z.object({ kind: z.enum(["no-deals", "no-sufficient-deal"]), because: z.string() }).optional(),
  }),
  duties: byParty.describe("Obligations at the first Nash deal, by bearer."),
  obligations: z.array(
    z.object({
      party: z.string(),
      asked: z.number(),
      checked: z.number(),
      later: z.number(),
      laterChecked: z.number(),
    }),
  ),
  terms: z.object({ count: z.number(), checked: z.number() }),
  months: z.object({ now: number, withFollowOn: number }),
  conflicts: z
    .array(z.object({ constraints: z.array(constraint) }))
    .describe("Constraints that cannot all hold."),
});

export const comparisonOutput = z.object({
  case: z.object({ id: z.string(), title: z.string(), asOf: z.string(), hash: z.string() }),
  reading: z.object({
    method: z.literal("central"),
    exact: z.boolean(),
    parameters: z.object({ tolerance: z.number() }),
    notes: z.array(z.string()),
  }),
  parties: z.array(z.object({ id: z.string(), label: z.string(), role: z.string() })),
  basis: z
    .object({
      entries: z.number(),
      said: z.number(),
      official: z.number(),
      judged: z.number(),
      nothing: z.number(),
    })
    .describe("How many entries rest on what."),
  framings: z.array(framingCompared),
  preferred: z
    .record(z.string(), z.array(z.string()))
    .describe(
      "By principal: framings whose agenda it accepts and whose Nash deal gives it more than no deal.",
    ),
  acceptableToAll: z
    .array(z.string())
    .describe("Framings whose agenda is accepted and whose zone is not empty."),
}) satisfies z.ZodType<Comparison>;
