import * as z from "zod";
import { points, weight } from "./entry-schema.ts";
import { byId, expression, id, text } from "./id.ts";

/** What the parties can do if talks fail: a graph model for conflict resolution. It describes; it recommends nothing. */
const conflictOption = z.strictObject({
  label: text,
  moves: z
    .enum(["both", "forward", "back"])
    .default("both")
    .describe("Which way it can be changed: forward only means it cannot be undone."),
});

const decisionMaker = z.strictObject({
  options: byId(conflictOption).describe("What it can do. Ids are unique over all decision makers."),
  prefers: z
    .array(expression)
    .optional()
    .describe(
      "Statements over options, the most important first: a state that satisfies an earlier one is preferred.",
    ),
  ranking: z
    .array(z.union([z.string(), z.array(z.string()).min(1)]))
    .optional()
    .describe("States best first, as patterns of Y and N in option order; an inner list ties them."),
  rate: weight("How fast it takes up improvements, relative to the others; 1 if left out.").optional(),
  why: text.optional(),
  claims: z.array(id).default([]),
});

const linkedState = z.strictObject({
  label: text,
  when: expression.describe("The states meant, over options."),
  goesOn: z.boolean().default(false),
  escalation: z.boolean().default(false),
  values: byId(points("Value to the party.")).default({}),
  why: text.optional(),
});

export const conflictSchema = z.strictObject({
  question: text.optional().describe("What it is a model of."),
  decisionMakers: byId(decisionMaker).describe("By party."),
  infeasible: z.array(expression).default([]).describe("States that cannot be: an expression over options."),
  merged: z
    .array(z.strictObject({ label: text, when: expression }))
    .default([])
    .describe("States that count as one."),
  today: z.array(id).default([]).describe("Options taken today; the others are not."),
  states: byId(linkedState)
    .default({})
    .describe("States linked to values and to what follows, the first that applies."),
});
