import * as z from "zod";
import { odds } from "./entry-schema.ts";
import { byId, date, id, isPrivate, text } from "./id.ts";

/** Where words come from, who said what, and what happened. */

const grade = z
  .strictObject({
    source: z
      .enum(["A", "B", "C", "D", "E", "F"])
      .describe("Reliability of the source; F: cannot be judged."),
    information: z
      .enum(["1", "2", "3", "4", "5", "6"])
      .describe("Credibility of the information; 6: cannot be judged."),
  })
  .describe("Admiralty grade of a report, never of a person.");

const sourceSchema = z.strictObject({
  file: z
    .string()
    .regex(/^sources\/[^/\\]+$/, "a source is a file in the folder sources/, such as sources/news.txt")
    .describe("The stored text, under sources/."),
  kind: z
    .enum(["source", "prepared-summary"])
    .describe(
      "prepared-summary: written for an example; its claims are paraphrases, without quotation marks or grade, save words really reported.",
    ),
  title: text,
  publisher: text.optional(),
  date: date.optional(),
  dateInferred: z.boolean().default(false).describe("The date, or its year, is an inference."),
  url: z.url().optional(),
  language: z.string().min(2).max(35).default("en").describe("BCP 47 language tag."),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe("Hash of the stored bytes; when given, a changed file is an error."),
  grade: grade.optional(),
  note: text.optional(),
  private: isPrivate,
});

const claimKinds = [
  "announces",
  "demands",
  "offers-if",
  "rejects",
  "warns",
  "signals",
  "declares",
  "denies",
  "agrees",
] as const;

/** Statements of four kinds that are never mixed. */
const voices = ["party", "official", "author", "event"] as const;

const quotation = z
  .strictObject({
    exact: z.string().min(1).describe("The exact words, as they stand in the source."),
    prefix: z.string().optional().describe("Words just before, to tell repeated passages apart."),
    suffix: z.string().optional(),
    start: z.int().min(0).optional().describe("Offset in UTF-16 units; checked when given."),
    end: z.int().min(0).optional(),
  })
  .describe("W3C TextQuoteSelector and, with start and end, TextPositionSelector.");

const claimSchema = z.strictObject({
  source: id.describe("The source it was read in."),
  voice: z
    .enum(voices)
    .describe(
      "party: a party said it; official: an official of it, not named; author: the account's own judgement; event: it happened.",
    ),
  party: id.optional().describe("Whose words or act; left out for the author's judgement."),
  speaker: text.optional().describe("The speaker as the source names them."),
  kind: z.enum(claimKinds).optional(),
  about: z.array(id).default([]).describe("Issues or baskets it speaks of."),
  placement: z
    .enum(["together", "discussed", "separate", "later", "none"])
    .optional()
    .describe("The placement it speaks of, where it is about the agenda."),
  polarity: z.enum(["for", "against"]).optional(),
  condition: text.optional().describe("What it is tied to: provided that …"),
  paraphrase: text.describe("What was said, in the coder's words; shown without quotation marks."),
  quote: quotation.optional().describe("Exact words. An error when they are not in the source."),
  passage: quotation
    .optional()
    .describe("The passage of the source that the paraphrase rests on; not shown as a quotation."),
  date: date.optional(),
  dateInferred: z.boolean().default(false),
  grade: grade.optional(),
  note: text.optional(),
  private: isPrivate,
});

const eventSchema = z.strictObject({
  label: text,
  date: date,
  dateInferred: z.boolean().default(false),
  actors: z.array(id).default([]).describe("Parties that acted."),
  claims: z.array(id).default([]),
  class: id.optional().describe("The hazard class it belongs to, under time.hazard."),
  plover: z
    .strictObject({ type: text, mode: text.optional() })
    .optional()
    .describe("PLOVER event type and mode."),
  cameo: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional()
    .describe("CAMEO code."),
  goldstein: z
    .strictObject({ scale: z.enum(["gdelt", "icews"]), value: z.number().min(-10).max(10) })
    .optional()
    .describe("Goldstein value and which of the two scales it is from."),
  effects: z
    .array(
      z.strictObject({
        on: z
          .union([z.string(), z.array(z.string()).min(1)])
          .describe(
            "Path or paths of likelihoods it moved, such as iran.stances.missiles.together. They are coded as before the event.",
          ),
        odds: odds("What the event did to the odds."),
        why: text.optional(),
        claims: z.array(id).default([]),
        private: isPrivate,
      }),
    )
    .default([]),
  note: text.optional(),
  private: isPrivate,
});

export const evidenceFields = {
  sources: byId(sourceSchema).default({}).describe("Stored texts."),
  claims: byId(claimSchema)
    .default({})
    .describe("Who said what about which issue, in which words of which source."),
  events: byId(eventSchema).default({}).describe("What happened, and which odds it moved."),
};
