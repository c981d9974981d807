import * as z from "zod";
import { amount, likelihood } from "./entry-schema.ts";
import { byId, id, isPrivate, text } from "./id.ts";

/** What can be settled: issues with their options, and baskets of issues. */

const checkMeans = [
  "declaration",
  "notification",
  "on-site",
  "continuous-monitoring",
  "remote-sensing",
  "banking-records",
  "third-party-reporting",
  "public-record",
  "none",
] as const;

const obligationSchema = z.strictObject({
  by: id.describe("The party that has to do it."),
  text: text.describe("What has to be done, in a few words."),
  improvesFor: z
    .array(id)
    .default([])
    .describe("Parties for which it improves on the status quo and who therefore depend on its being kept."),
  check: z
    .strictObject({
      means: z
        .array(z.enum(checkMeans))
        .default([])
        .describe("How it could be checked. The scale is Parley's own."),
      defined: z
        .boolean()
        .default(false)
        .describe("Whether compliance is defined well enough that two observers would agree."),
      by: id.optional().describe("Who would check."),
      notice: likelihood("Chance that a breach is noticed within the time stated.").optional(),
      withinDays: z.number().positive().max(36500).optional().describe("The time within which."),
      effort: amount("Effort in person-days a year: a number or a range.").optional(),
      why: text.optional().describe("Why so, and from what."),
    })
    .optional()
    .describe("Left out: nobody has said how it would be checked."),
  endsAfterYears: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .describe("When the limit ends; left out: it does not."),
});

/** Quantities that the verification calculations read, with their units written out. */
const quantities = z.strictObject({
  level: z.string().optional().describe("Highest enrichment, such as `3.67 %`."),
  stock: z
    .array(z.string())
    .optional()
    .describe("Stocks that remain, such as `202.8 kgU @ 3.67 %` or `300 kg UF6 @ 3.67 %`."),
  capacity: z.string().optional().describe("Enrichment capacity, such as `4500 SWU/year`."),
  visitsPerYear: z.number().min(0).max(366).optional().describe("Inspections a year."),
  visits: z
    .enum(["known-dates", "random", "poisson", "one-per-period"])
    .optional()
    .describe("How the dates are chosen."),
  perVisitDetection: z.number().min(0).max(1).optional(),
});

const optionSchema = z.strictObject({
  label: text,
  number: z.number().optional().describe("Its size in the issue's unit, where it has one."),
  obligations: z.array(obligationSchema).default([]).describe("What it obliges whom to do."),
  quantities: quantities.optional().describe("What it means for verification."),
  note: text.optional(),
});

export const issueSchema = z.strictObject({
  label: text,
  question: text.optional().describe("The question it settles, in one line."),
  unit: text.optional().describe("Unit of the options' numbers."),
  options: byId(optionSchema)
    .refine((m) => Object.keys(m).length >= 1, { message: "an issue needs at least one option" })
    .describe("The ways it can be settled, in order."),
  statusQuo: id
    .optional()
    .describe(
      "The option that stands if nothing is agreed. Left out only in imported domains that have none.",
    ),
  words: z.array(text).default([]).describe("Words by which texts speak of it."),
  names: byId(text).default({}).describe("What a party calls it, by party."),
  note: text.optional(),
  private: isPrivate,
});

export const basketSchema = z.strictObject({
  label: text,
  issues: z
    .array(id)
    .default([])
    .describe("Issues settled together, in order. Left out only where the case has no issues at all."),
  words: z.array(text).default([]).describe("Words by which texts speak of it."),
  names: byId(text).default({}).describe("What a party calls it, by party."),
});
