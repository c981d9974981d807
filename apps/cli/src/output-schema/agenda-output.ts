import type { AgendaMatrix, FramingAgenda } from "@parley/engine";
import * as z from "zod";

export const basis = z
  .enum(["said", "official", "judged", "nothing"])
  .describe("said: the party's words; official: an unnamed official's; judged: the coder's; nothing.");
const word = z.enum(["refuses", "resists", "tolerates", "accepts", "insists", "unknown"]);
const placement = z.enum(["together", "discussed", "separate", "later", "none"]);
const role = z.enum(["principal", "ratifier", "concerned", "mediator", "verifier"]);
const ids = z.array(z.string());

const cell = z.object({
  party: z.string(),
  basket: z.string(),
  placement,
  word,
  likelihood: z.number().min(0).max(1).describe("Of sitting down, in this reading."),
  accepted: z.boolean(),
  basis,
  claims: ids,
  why: z.string().nullable(),
  origin: z
    .enum(["entered", "implied", "default"])
    .describe("implied: by insisting on another placement; default: nothing entered."),
  path: z.string(),
  events: ids.describe("Events that moved it."),
});

export const refusal = z.object({
  party: z.string(),
  basket: z.string(),
  placement,
  word,
  basis,
  claims: ids,
  path: z.string(),
});

const answer = z.object({
  party: z.string(),
  role,
  accepts: z.boolean().describe("In this reading, judgements and defaults counted."),
  word,
  basis,
  said: z
    .object({ answer: z.enum(["yes", "no", "not-said"]), word: word.nullable(), basis, claims: ids })
    .describe("From words alone."),
  refuses: z.array(refusal),
  unsaid: ids.describe("Baskets whose placement it has not spoken of."),
  cells: z.array(cell),
});

export const agendaOfFraming = z.object({
  accepted: z.boolean().describe("By every principal, in this reading."),
  refusals: z.array(refusal).describe("By principals."),
  answers: z.array(answer),
  ambiguous: z.boolean(),
  unravels: z.number().nullable(),
}) satisfies z.ZodType<FramingAgenda>;

export const agendaOutput = z.object({
  baskets: z.array(z.object({ id: z.string(), label: z.string() })),
  placements: z.array(placement),
  parties: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      role,
      inside: z.string().nullable(),
      stated: z.boolean().describe("It has any stance."),
    }),
  ),
  cells: z.array(cell).describe("Party by party, then basket, then placement."),
}) satisfies z.ZodType<AgendaMatrix>;
