import type { Explanation, Move, MoveStep } from "@parley/engine";
import * as z from "zod";
import { refusal } from "./agenda-output.ts";
import { constraint } from "./compare-output.ts";
import { byParty, count, outcome } from "./deals-output.ts";

const ids = z.array(z.string());
const placement = z.enum(["together", "discussed", "separate", "later", "none"]);
const kindOf = <K extends string>(kind: K) => ({ kind: z.literal(kind), constraint: z.string() });

export const moveStep = z.discriminatedUnion("kind", [
  z.object({ ...kindOf("stance"), party: z.string(), basket: z.string(), placement }),
  z.object({
    ...kindOf("line"),
    party: z.string(),
    line: z.string(),
    optionSteps: z
      .number()
      .describe("How far inside what it forbids, one option of one of its issues at a time."),
    givenUp: z.boolean().describe("It forbids nothing any more."),
    accepts: z
      .array(z.object({ issue: z.string(), option: z.string() }))
      .describe("What the party would have to accept; empty where the line is about later talks."),
  }),
  z.object({
    kind: z.enum(["no-deal-value", "threshold"]),
    constraint: z.string(),
    party: z.string(),
    from: z.number(),
    to: z.number(),
  }),
  z.object({ ...kindOf("must-settle"), basket: z.string() }),
]) satisfies z.ZodType<MoveStep>;

const move = z.object({
  steps: z.array(moveStep).describe("Together, and none of them can be left out."),
  size: z
    .object({
      stances: z.number(),
      settled: z.number().describe("Baskets that need no longer be settled."),
      optionSteps: z.number(),
      mostOptionSteps: z.number().describe("By any one line."),
      points: z.number().describe("In all, each on its party's own scale: a convention."),
      mostPoints: z.number().describe("By any one value."),
    })
    .describe("Never summed across kinds."),
  outcome: outcome.describe("The first outcome that it opens; illustrative."),
}) satisfies z.ZodType<Move>;

const movesOfOne = z.object({
  party: z.string().nullable().describe("Null: the framing itself."),
  moves: z.array(move).describe("The smallest, all ties."),
  none: z.object({ kind: z.enum(["open-already", "others-refuse", "not-enough"]), parties: ids }).optional(),
  onceSeated: z
    .array(move)
    .nullable()
    .describe("Where others would not sit down: what it could do alone if they did; null elsewhere."),
});

const obstacles = z.object({
  goal: z.enum(["deal", "sufficient"]),
  open: z.boolean().describe("Nothing stands in the way."),
  deals: count.describe("Deals, or sufficient deals, whoever sits down."),
  conflicts: z.array(ids).describe("Minimal sets of constraints that cannot all hold."),
  openings: z.array(ids).describe("Minimal sets of constraints without which it opens."),
  complete: z.boolean(),
  moves: z.array(movesOfOne),
  joint: z.object({
    parties: z.number().nullable().describe("The fewest that together could open it."),
    moves: z.array(move),
    none: z.object({ kind: z.enum(["open-already", "framing", "not-computed"]) }).optional(),
  }),
});

const worth = z.object({ deals: count, best: byParty.nullable(), nash: byParty.nullable() });

export const explanationOutput = z.object({
  case: z.object({ id: z.string(), title: z.string(), asOf: z.string(), hash: z.string() }),
  framing: z.object({ id: z.string(), label: z.string() }),
  method: z.string(),
  exact: z.boolean(),
  parameters: z.object({
    most: z.number().nullable().describe("Questions to the solver, at most; null: any number."),
    asked: z.number(),
    tolerance: z.number(),
  }),
  notes: z.array(z.string()),
  complete: z
    .boolean()
    .describe("False where a limit stopped the work: what is listed is true, and more may be missing."),
  agenda: z.object({ accepted: z.boolean(), refusals: z.array(refusal) }),
  takenByAll: z
    .array(z.object({ basket: z.string(), placements: z.array(placement) }))
    .describe("For each refused basket: placements that every principal would take."),
  constraints: z.array(constraint),
  deal: obstacles,
  sufficient: obstacles,
  costs: z.array(
    z.object({
      kind: z.enum(["line", "party"]),
      party: z.string(),
      line: z.string().nullable(),
      label: z.string(),
      without: worth,
      with: worth,
    }),
  ),
  none: z
    .object({ kind: z.enum(["no-zone", "no-values", "no-track", "no-status-quo"]), because: z.string() })
    .optional()
    .describe("Only where deals cannot be computed at all."),
}) satisfies z.ZodType<Explanation>;
