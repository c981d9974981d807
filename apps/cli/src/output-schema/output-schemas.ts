import type { Difference, GapGroup, MovesOfParty, PartyBalance, Problem } from "@parley/engine";
import * as z from "zod";
import { agendaOutput, basis } from "./agenda-output.ts";
import { comparisonOutput, framingCompared } from "./compare-output.ts";
import { dealsOutput } from "./deals-output.ts";
import { explanationOutput, moveStep } from "./explain-output.ts";
import { framingReadings, readingsOutput } from "./readings-output.ts";

/** Output of every command under `--json`. Fields may be added; those here stay. */

const problem = z.object({
  code: z.string().describe("Stable, kebab-case."),
  severity: z.enum(["error", "warning"]),
  path: z.string().describe("In the case, as a user would write it; empty where there is none."),
  file: z.string(),
  line: z.int().min(0).describe("From 1; 0 where there is none."),
  column: z.int().min(0),
  message: z.string(),
  hint: z.string(),
}) satisfies z.ZodType<Problem>;

const named = z.object({
  id: z.string(),
  title: z.string(),
  asOf: z.string(),
  hash: z.string().describe("SHA-256 of the case and its sources, hex."),
});

const balance = z.object({
  party: z.string(),
  label: z.string(),
  role: z.enum(["principal", "ratifier", "concerned", "mediator", "verifier"]),
  lines: z.number(),
  claims: z.number(),
  meanFirmness: z.number().nullable(),
  dutiesAsked: z.number(),
  movesAsked: z.number(),
}) satisfies z.ZodType<PartyBalance>;

const check = z.object({
  case: named,
  viewpoint: z.object({ coder: z.string(), from: z.string(), basis: z.string() }),
  counts: z.record(z.string(), z.number()),
  issues: z.array(problem).describe("Warnings. With errors the output is that of bad input."),
  gaps: z.array(z.object({ id: z.string(), title: z.string(), count: z.number() })),
  balance: z.array(balance),
});

const gaps = z.object({
  count: z.number(),
  groups: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      consequence: z.string(),
      gaps: z.array(z.object({ path: z.string(), text: z.string() })),
    }) satisfies z.ZodType<GapGroup>,
  ),
});

const difference = z.object({
  kind: z.enum(["added", "removed", "changed"]),
  what: z.enum([
    "party",
    "issue",
    "option",
    "basket",
    "framing",
    "line",
    "claim",
    "event",
    "source",
    "entry",
    "basis",
    "field",
  ]),
  path: z.string(),
  from: z.string(),
  to: z.string(),
}) satisfies z.ZodType<Difference>;

const consequence = z
  .looseObject({ kind: z.string(), framing: z.string().optional(), party: z.string().optional() })
  .describe("One change in the comparison: what kind, where, and usually before and after.");

const given = z.union([
  z.object({ kind: z.literal("number"), value: z.number() }),
  z.object({
    kind: z.literal("range"),
    low: z.number(),
    mode: z.number(),
    high: z.number(),
    shape: z.string(),
  }),
  z.object({ kind: z.literal("word"), word: z.string(), low: z.number(), high: z.number() }),
]);

const part = z.object({
  kind: z.enum([
    "case",
    "party",
    "line",
    "issue",
    "option",
    "basket",
    "framing",
    "scenario",
    "claim",
    "source",
    "event",
    "entry",
    "entries",
  ]),
  path: z.string(),
  label: z.string(),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  entries: z.array(
    z.object({
      path: z.string(),
      given,
      alternatives: z.record(z.string(), given).describe("By coder, where they differ."),
      words: z.string(),
      basis,
      why: z.string().nullable(),
      claims: z.array(z.string()),
      isDefault: z.boolean(),
    }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      who: z.string(),
      voice: z.enum(["party", "official", "author", "event"]),
      kind: z.string().nullable(),
      paraphrase: z.string(),
      quote: z.string().nullable().describe("Words really reported."),
      condition: z.string().nullable(),
      date: z.string().nullable(),
      source: z.object({ id: z.string(), title: z.string(), isPreparedSummary: z.boolean() }),
    }),
  ),
});

const moves = z.object({
  party: z.string(),
  moves: z.array(z.object({ steps: z.array(moveStep), opens: z.array(z.string()) })),
}) satisfies z.ZodType<MovesOfParty>;

const domainFormat = z.enum(["genius", "geniusweb", "negmas"]);

const comparedMoves = {
  moves: z.array(moves).describe("What each principal could do alone, and what it opens."),
};
const compared = comparisonOutput.extend({
  ...comparedMoves,
  framings: z.array(framingCompared.extend(framingReadings.shape)),
  ...readingsOutput,
});

/** By command; `badInput` is what any command prints when it exits with 2. */
export const outputSchemas = {
  agenda: agendaOutput,
  check,
  chunk: z.object({
    manifest: z.string().describe("Id of the run."),
    index: z.number(),
    draws: z.number(),
    written: z.string(),
  }),
  compare: z.union([
    compared,
    comparisonOutput.extend(comparedMoves).describe("With --central: without the readings."),
  ]),
  completion: z.object({ shell: z.string(), script: z.string() }),
  deals: dealsOutput,
  diff: z.object({
    before: named,
    after: named,
    differences: z.array(difference),
    consequences: z.array(consequence),
  }),
  explain: explanationOutput,
  export: z.object({
    format: domainFormat,
    written: z.array(z.string()),
    issues: z.array(problem).describe("Warnings: with --leave-out, what the format cannot hold."),
  }),
  gather: compared.describe("As compare."),
  gaps,
  glossary: z.object({
    words: z.array(
      z.object({ word: z.string(), meaning: z.string(), written: z.string(), see: z.array(z.string()) }),
    ),
  }),
  import: z.object({
    format: domainFormat,
    case: named,
    counts: z.object({
      parties: z.number(),
      issues: z.number(),
      outcomes: z.string().describe("Decimal digits."),
    }),
    notes: z.array(z.string()).describe("What was done that the files do not say, in sentences."),
    issues: z.array(problem).describe("Warnings."),
    written: z.array(z.string()),
    next: z.array(z.string()),
  }),
  new: z.object({ written: z.array(z.string()), next: z.array(z.string()) }),
  show: z.object({ parts: z.array(part) }),
  try: z.object({
    changes: z.array(z.object({ path: z.string(), value: z.unknown() })),
    differences: z.array(difference),
    consequences: z.array(consequence),
  }),
  badInput: z.object({ issues: z.array(problem).min(1) }),
} as const;
