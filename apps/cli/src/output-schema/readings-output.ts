import type { Readings } from "@parley/engine";
import * as z from "zod";

const estimate = z
  .object({ share: z.number(), low: z.number(), high: z.number() })
  .describe("A share of the readings with its 95 % interval.");

const shares = z.object({
  agendaRefused: estimate,
  noZone: estimate,
  bargainingFailure: estimate,
  insufficient: estimate.describe("Undone by a party to which it is not enough."),
  overtakenByEvents: estimate,
  durable: estimate,
});

const shareBy = z.record(z.string(), z.number());
const mean = z.object({ mean: z.number(), low: z.number(), high: z.number() });

/** What the readings add to each framing of a comparison. */
export const framingReadings = z.object({
  shares: shares.describe("How it ends: the first obstacle that applies."),
  hadTheySatDown: shares.describe("The same readings with every refusal of the agenda left out."),
  follows: z.object({
    goesOn: z.number().describe("Mean likelihood, where it fails, that talks go on."),
    escalation: z.number(),
    failed: z.number().describe("Readings in which it fails."),
    none: z.object({ kind: z.enum(["no-outlook", "never-failed"]), because: z.string() }).optional(),
  }),
  valueBy: z
    .record(
      z.string(),
      z.object({
        mean: z.number(),
        p05: z.number(),
        p50: z.number(),
        p95: z.number(),
        binWidth: z.number().describe("Percentiles are within this."),
      }),
    )
    .describe("By party, of what came; where it failed, what the outlook is worth."),
  agreed: z.number().describe("Readings with terms had they sat down; the base of the next two."),
  missedBy: shareBy.describe("By party: its threshold is missed, or a line of it is broken."),
  undoneBy: shareBy.describe("By party: it also undoes what was agreed. Several can in one reading."),
  refusedBy: shareBy.describe("By principal: it refuses the agenda."),
  overtakenBy: shareBy.describe("By class of event, and the horizon."),
  delivered: z.number().describe("Share of `agreed` in which later talks deliver."),
  regret: z
    .record(z.string(), z.object({ mean: z.number(), p95: z.number() }))
    .describe("By party: how much less than under its best framing in the same reading."),
});

/** What they add on the whole. */
export const readingsOutput = {
  draws: z.number().describe("Readings counted."),
  seed: z.number(),
  best: z
    .record(z.string(), shareBy)
    .describe("By party, and `jointly`: share of the readings in which a framing is best, or `none`."),
  differences: z
    .array(
      z.object({
        first: z.string(),
        second: z.string(),
        durable: mean,
        values: z.record(z.string(), mean.extend({ better: z.number() })),
      }),
    )
    .describe("First minus second, on the same readings."),
  readings: z
    .object({
      method: z.enum(["plain", "sobol"]),
      exact: z.literal(false),
      parameters: z.object({
        chunkSize: z.number(),
        scrambles: z.number(),
        precision: z.number(),
        confidence: z.number(),
      }),
      notes: z.array(z.string()),
      coder: z.string().nullable(),
      manifest: z.string(),
      asked: z.number(),
      stopped: z.enum(["complete", "precise", "cut-short"]),
      halfWidth: z.number().describe("The widest of all intervals, halved."),
    })
    .describe("How these figures came about."),
} satisfies Partial<{ [Key in keyof Readings]: z.ZodType<Readings[Key]> }> & { readings: z.ZodType };
