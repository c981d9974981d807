import * as z from "zod";
import { likelihoodWords, type Range, stanceWords } from "../likelihood-words.ts";
import { id, isPrivate, text } from "./id.ts";

/**
 * An uncertain entry: what the coder does not know exactly.
 *
 * It is a number; a range `[low, mode, high]`; or a word. The long form adds what the entry rests on:
 * claims (words somebody said) or `why` (the coder's own reason). Two coders who differ stand side by
 * side under `alternatives`; they are compared, never averaged.
 */

const basis = {
  claims: z.array(id).default([]).describe("Claims this entry rests on, by id."),
  why: text.optional().describe("The coder's own reason, where nobody's words settle it."),
  note: text.optional().describe("A remark for the next coder; left out of shareable outputs."),
  private: isPrivate,
};

/** The kinds of entry differ in their bounds and in the words they take. */
export type EntryKind = "likelihood" | "stance" | "points" | "weight" | "months" | "rate" | "odds" | "amount";

const bounds: Record<EntryKind, readonly [low: number, high: number]> = {
  likelihood: [0, 1],
  stance: [0, 1],
  points: [-1e6, 1e6],
  weight: [0, 1e6],
  months: [0, 1200],
  rate: [0, 100],
  odds: [1e-6, 1e6],
  amount: [-1e12, 1e12],
};

export const entryBounds = (kind: EntryKind): Range => bounds[kind];

const wordsOf = (kind: EntryKind): readonly string[] =>
  kind === "stance"
    ? [...Object.keys(stanceWords), "unknown"]
    : kind === "likelihood"
      ? [...Object.keys(likelihoodWords), "unknown"]
      : kind === "points"
        ? ["unknown"]
        : [];

/** What a person would write there, for messages: "a number from 0 to 1, a range [low, mode, high], or one of: …". */
function expectation(kind: EntryKind): string {
  const [low, high] = bounds[kind];
  const words = wordsOf(kind);
  const end = words.length > 0 ? `, or one of: ${words.join(", ")}` : "";
  return `a number from ${low} to ${high}${end === "" ? " or" : ","} a range [low, mode, high]${end}`;
}

function entryOf(kind: EntryKind, meaning: string) {
  const [low, high] = bounds[kind];
  const outside = { error: `expected a number from ${low} to ${high}` };
  const number = z.number().min(low, outside).max(high, outside);
  const range = z
    .tuple([number, number, number])
    .refine(([a, b, c]) => a <= b && b <= c, {
      error: "a range is [low, mode, high] with low ≤ mode ≤ high",
      params: { code: "out-of-order" },
    })
    .describe("[low, mode, high]: triangular, or PERT on request.");
  const words = wordsOf(kind);
  const error = `expected ${expectation(kind)}`;
  const plain =
    words.length > 0
      ? z.union([number, range, z.enum(words as [string])], { error })
      : z.union([number, range], { error });
  const long = z.strictObject({
    value: plain.describe("The number, range or word."),
    shape: z.enum(["triangular", "pert"]).default("triangular").describe("How a range is read."),
    ...basis,
  });
  const alternatives = z.strictObject({
    alternatives: z
      .record(id, z.union([plain, long], { error }))
      .refine((m) => Object.keys(m).length >= 2, { error: "alternatives need at least two coders" })
      .describe(
        "One entry for each coder, by the coder's id. The first is the one used unless another is asked for.",
      ),
    ...basis,
  });
  return z.union([plain, long, alternatives], { error }).describe(meaning);
}

export const likelihood = (meaning: string) =>
  entryOf("likelihood", `${meaning} From 0 to 1, a range, a word of likelihood, or unknown.`);
export const stance = (meaning: string) =>
  entryOf(
    "stance",
    `${meaning} refuses, resists, tolerates, accepts, insists, unknown; or a likelihood from 0 to 1, or a range.`,
  );
export const points = (meaning: string) =>
  entryOf("points", `${meaning} A number, a range, or unknown (0 to 100).`);
export const weight = (meaning: string) => entryOf("weight", meaning);
export const months = (meaning: string) => entryOf("months", `${meaning} In months: a number or a range.`);
export const rate = (meaning: string) =>
  entryOf("rate", `${meaning} Expected number per month: a number or a range.`);
export const odds = (meaning: string) =>
  entryOf("odds", `${meaning} The odds are multiplied by this: below 1 lowers, above 1 raises.`);
export const amount = (meaning: string) => entryOf("amount", meaning);

/** Anything an uncertain entry may be once parsed, of whatever kind. */
export type RawPlain = number | [number, number, number] | string;
export interface RawBasis {
  readonly claims: readonly string[];
  readonly why?: string | undefined;
  readonly note?: string | undefined;
  readonly private: boolean;
}
export type RawLong = { readonly value: RawPlain; readonly shape: "triangular" | "pert" } & RawBasis;
export type RawAlternatives = {
  readonly alternatives: Readonly<Record<string, RawPlain | RawLong>>;
} & RawBasis;
export type RawEntry = RawPlain | RawLong | RawAlternatives;
