import * as z from "zod";
import { conflictSchema } from "./conflict-schema.ts";
import { evidenceFields } from "./evidence-schema.ts";
import { byId, date, id, text } from "./id.ts";
import { basketSchema, issueSchema } from "./issue-schema.ts";
import { partySchema } from "./party-schema.ts";
import {
  bargainingSchema,
  correlationSchema,
  followOnSchema,
  framingSchema,
  outlookSchema,
  timeSchema,
} from "./talks-schema.ts";
import { verificationSchema } from "./verification-schema.ts";

/** One negotiation at an as-of date, coded by somebody from some viewpoint. The one definition of the file `case.yaml`. */
export const caseSchema = z.strictObject({
  parley: z.literal(1).describe("Version of this format."),
  id: id.describe("Id of the case."),
  title: text.describe("What is negotiated, in a few words."),
  marking: text.optional().describe("Handling marking: free text, on every page and export."),
  asOf: date.describe("The day up to which the case knows. Later claims and events are refused."),
  asOfNote: text.optional().describe("A remark that stands with the date, such as `year inferred`."),
  meeting: z
    .strictObject({
      place: text,
      date: date.optional(),
      dateInferred: z.boolean().default(false),
      host: id.optional(),
    })
    .optional()
    .describe("The meeting it is about."),
  summary: z.array(text).max(4).default([]).describe("What is at issue, in two or three plain sentences."),
  viewpoint: z
    .strictObject({
      coder: text.describe("Who coded it."),
      from: text.describe("From where: outside, or in the service of whom."),
      basis: text.describe("From what."),
      date: date.optional(),
      private: z.boolean().default(false),
    })
    .describe("Whose view this is."),
  coders: byId(z.strictObject({ name: text, note: text.optional() }))
    .default({})
    .describe("Coders whose entries stand as alternatives."),
  scale: z
    .enum(["coded", "source"])
    .default("coded")
    .describe(
      "coded: option values run from 0 to 100 within an issue; source: an imported domain's own scale.",
    ),
  loadedWords: z.array(text).default([]).describe("Words to warn of, beside the built-in list."),
  parties: byId(partySchema).describe("Who takes part, in the order shown."),
  issues: byId(issueSchema).default({}).describe("What can be settled."),
  baskets: byId(basketSchema).default({}).describe("Named groups of issues."),
  framings: byId(framingSchema).default({}).describe("Ways to set the agenda, in the order shown."),
  ask: z
    .array(z.strictObject({ party: id, question: text, on: z.array(z.string()).default([]) }))
    .default([])
    .describe("Questions to put first, by party, and the paths of the entries they would settle."),
  followOn: followOnSchema.optional().describe("What later talks may bring."),
  time: timeSchema.optional().describe("How long it takes, and what may overtake it."),
  outlook: outlookSchema.optional().describe("What follows if talks fail."),
  bargaining: bargainingSchema.prefault({}).describe("How a deal is struck."),
  correlations: z.array(correlationSchema).default([]).describe("Entries that move together."),
  verification: verificationSchema.optional().describe("Assumptions behind verification."),
  conflict: conflictSchema.optional().describe("What the parties can do if talks fail."),
  ...evidenceFields,
});

/** The file as written, defaults filled in; ids not yet resolved. */
export type CaseDocument = z.infer<typeof caseSchema>;
