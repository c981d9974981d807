import * as z from "zod";
import { placements } from "../placement.ts";
import { likelihood, months, odds, points, rate, weight } from "./entry-schema.ts";
import { byId, id, isPrivate, text } from "./id.ts";

/** How the talks could be framed, how long they take, what comes after, and what follows if they fail. */

const placement = z.enum(placements);

export const framingSchema = z.strictObject({
  label: text,
  note: text.optional(),
  placements: byId(placement).describe(
    "Where every basket goes: together, discussed, separate, later, none.",
  ),
  mustSettle: z
    .array(id)
    .default([])
    .describe("Single undertaking: baskets placed together whose issues may not end at the status quo."),
  described: byId(byId(placement))
    .default({})
    .describe(
      "An agenda left ambiguous: by party, the placement of a basket as it is described to that party.",
    ),
  unravels: likelihood("For an ambiguous agenda: the chance that it comes apart.").optional(),
  followOn: z
    .strictObject({
      chance: likelihood("Chance that the later talks deliver, in this framing.").optional(),
      with: z
        .array(id)
        .default([])
        .describe("Provisions of the follow-on that this framing has, such as date."),
    })
    .optional(),
  months: byId(months("Months this basket's track takes in this framing."))
    .default({})
    .describe("By basket, where it differs from time.months."),
});

export const followOnSchema = z.strictObject({
  chance: likelihood("Chance that later talks deliver, with no provision.").optional(),
  provisions: byId(
    z.strictObject({
      label: text,
      odds: odds("What it does to the odds that later talks deliver."),
      why: text.optional(),
      claims: z.array(id).default([]),
    }),
  )
    .default({})
    .describe("What raises it: a date, snapback, a sunset."),
  why: text.optional(),
});

export const timeSchema = z.strictObject({
  horizon: z
    .number()
    .positive()
    .max(1200)
    .optional()
    .describe("Months after which nothing agreed counts any more."),
  months: byId(months("Months a track on this basket takes."))
    .default({})
    .describe("By basket. A track that holds several takes their sum."),
  hazard: byId(
    z.strictObject({
      label: text,
      perMonth: rate("How often such an event arrives."),
      why: text.optional(),
      claims: z.array(id).default([]),
    }),
  )
    .default({})
    .describe("Classes of event that could overtake the talks."),
  why: text.optional(),
});

/** How talks failed, as far as what follows depends on it. A failure at the table covers no zone and failed bargaining. */
export const failures = ["agendaRefused", "atTheTable", "insufficient", "overtaken"] as const;
export type Failure = (typeof failures)[number];

const likelihoods = byId(weight("Relative likelihood of the scenario; divided by their sum."));
const byFailure = z.strictObject({
  agendaRefused: likelihoods.optional().describe("The agenda was refused."),
  atTheTable: likelihoods.optional().describe("No zone, or bargaining failed."),
  insufficient: likelihoods.optional().describe("Agreed, then undone from outside."),
  overtaken: likelihoods.optional().describe("Overtaken by events."),
});

export const outlookSchema = z.strictObject({
  scenarios: byId(
    z.strictObject({
      label: text,
      goesOn: z.boolean().default(false).describe("Talks go on."),
      escalation: z.boolean().default(false).describe("Counts as escalation. Never both."),
    }),
  ).describe("What could follow."),
  likelihood: byFailure.describe("The coder's likelihood of each scenario, given how talks failed."),
  values: byId(byId(points("Its value of the scenario, on the scale of its own values.")))
    .default({})
    .describe("By party, then scenario."),
  beliefs: byId(byFailure)
    .default({})
    .describe("By party, where its own expectation differs from the coder's."),
  why: text.optional(),
  private: isPrivate,
});

export const bargainingSchema = z.strictObject({
  rule: z
    .enum(["proposer", "single-text"])
    .default("proposer")
    .describe(
      "proposer: one principal, drawn by recognition, makes the offer; single-text: a mediator does.",
    ),
  mediator: id.optional(),
  anticipates: z
    .boolean()
    .default(false)
    .describe("Offers are kept to sufficient outcomes when there are any."),
});

export const correlationSchema = z.strictObject({
  between: z.tuple([z.string(), z.string()]).describe("Paths of two entries."),
  rho: z.number().min(-1).max(1).describe("Correlation of the underlying normals (Gaussian copula)."),
  why: text.optional(),
});
