import * as z from "zod";
import { likelihood, points, stance, weight } from "./entry-schema.ts";
import { byId, expression, id, isPrivate, text } from "./id.ts";

/** Who takes part, what each says, wants, will not accept, and would stand by. */

export const roles = ["principal", "ratifier", "concerned", "mediator", "verifier"] as const;
export type Role = (typeof roles)[number];

const rest = {
  why: text.optional().describe("The coder's reason."),
  claims: z.array(id).default([]).describe("Claims it rests on."),
  note: text.optional(),
  private: isPrivate,
};

const placementStances = z.strictObject({
  together: stance("Terms on it settled in the main talks.").optional(),
  discussed: stance("Raised in the main talks, no terms.").optional(),
  separate: stance("On a track of its own, at the same time.").optional(),
  later: stance("In follow-on talks.").optional(),
  none: stance("Not on any agenda.").optional(),
  why: text.optional().describe("The coder's reason for the judged cells."),
  private: isPrivate,
});

const optionValues = z
  .union([z.record(id, points("Value to this party.")), z.array(z.union([id, z.array(id).min(1)])).min(1)])
  .describe(
    "Points for each option, the worst at 0 and the best at 100; or the options ranked, best first (an inner list holds options in no stated order).",
  );

const outcomePart = byId(id).describe("Options by issue; issues not named are the same on both sides.");

const interaction = z.union([
  z.strictObject({
    table: z.array(id).min(2).describe("The issues, in order."),
    cells: z.array(z.strictObject({ at: z.array(id), change: points("Change in value there.") })).min(1),
    ...rest,
  }),
  z.strictObject({
    box: byId(z.tuple([id, id])).describe("First and last option, by issue, both included."),
    change: points("Change in value inside the box."),
    ...rest,
  }),
]);

const valuesSchema = z.strictObject({
  weights: byId(
    z.union([
      z.enum(["critical", "high", "medium", "low"]),
      weight("Raw importance; weights are divided by their sum."),
    ]),
  )
    .optional()
    .describe(
      "Importance by issue: numbers or ranges; or the levels critical, high, medium, low, which say no more than that a higher level weighs at least as much.",
    ),
  ranking: z
    .array(z.union([id, z.array(id).min(1)]))
    .min(1)
    .optional()
    .describe(
      "Issues ranked, most important first; an inner list holds issues in no stated order. Says w_higher ≥ w_lower, no more.",
    ),
  options: byId(optionValues)
    .default({})
    .describe("Value of each option, by issue. An issue left out is one it does not value."),
  prefers: z
    .array(z.strictObject({ better: outcomePart, worse: outcomePart, ...rest }))
    .default([])
    .describe("Statements: prefers one outcome to another. Only with importances in words."),
  interactions: z.array(interaction).default([]).describe("Where the value of one issue depends on another."),
  reasons: byId(z.union([text, z.strictObject({ why: text.optional(), claims: z.array(id).default([]) })]))
    .default({})
    .describe("By issue: what its weight and option values rest on."),
  why: text.optional().describe("The coder's reason for the rest."),
  private: isPrivate,
});

const lineSchema = z.strictObject({
  label: text.optional().describe("The line in words; left out: the expression in words."),
  forbids: expression.describe("What it will not accept, as an expression: missile_range <= range_500."),
  firmness: likelihood("How settled the coder judges the line: the chance that it holds.").optional(),
  ...rest,
});

const thresholdSchema = z.strictObject({
  value: points("The value of an outcome, on its own scale, at which it would stand by it."),
  when: z
    .array(
      z.strictObject({
        if: expression.describe("Over placements, provisions and issues: missiles is later and with date."),
        value: points("The threshold then."),
        ...rest,
      }),
    )
    .default([])
    .describe("Other thresholds, the first that applies."),
  influence: likelihood("Chance that a deal insufficient to it is undone.").optional(),
  how: z
    .enum(["presses", "withholds", "acts"])
    .optional()
    .describe("presses a principal; withholds what the deal needs; acts itself."),
  on: id.optional().describe("The principal it presses."),
  ...rest,
});

export const partySchema = z.strictObject({
  label: text,
  role: z.enum(roles),
  inside: id.optional().describe("For a ratifier: the principal it belongs to."),
  aliases: z.array(text).default([]).describe("Other names that texts use for it."),
  askAs: text.optional().describe("How a question to it is addressed, such as its capital."),
  names: byId(text).default({}).describe("What this party calls other parties, by party."),
  position: text.optional().describe("What it says it wants, in a line."),
  interests: z.array(text).default([]).describe("Why, in the coder's judgement."),
  stances: byId(placementStances)
    .default({})
    .describe("How likely it is to sit down with a basket so placed, by basket."),
  values: valuesSchema.optional().describe("What outcomes are worth to it, on a scale of its own."),
  lines: byId(lineSchema).default({}).describe("Red lines: what it says it will not accept."),
  threshold: thresholdSchema.optional().describe("The value at which it would stand by an outcome."),
  noDeal: points("Its no-deal value, entered directly; left out: computed from the outlook.").optional(),
  success: byId(expression).default({}).describe("What it would call success, by framing, or `any`."),
  trust: byId(likelihood("How far it takes the other's word without a check."))
    .default({})
    .describe("By party; left out: obligations count in full."),
  recognition: weight(
    "How often it makes the proposal, relative to the other principals; 1 if left out.",
  ).optional(),
  why: text.optional().describe("The coder's reason for whatever has none of its own."),
  note: text.optional(),
  private: isPrivate,
});
