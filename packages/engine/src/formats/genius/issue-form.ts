import type { CaseDomain } from "../domain/case-to-domain.ts";
import type { Profile } from "../domain/domain.ts";
import { tidy } from "../domain/hundredfold.ts";
import { readEvaluatorRemark, readRemark } from "../domain/remark.ts";
import { evaluatorOf } from "./evaluator.ts";

/** How an issue is written: with its options as words, or as a range of numbers with an evaluator in every profile. */
export interface IssueForm {
  readonly attributes: Readonly<Record<string, string>> & { readonly index: string };
  /** Options as words; empty for a range. */
  readonly items: readonly string[];
  /** Lowest whole number of an issue of whole numbers; null otherwise. */
  readonly lower: number | null;
  /** By profile: attributes of the evaluator; null where there are evaluations. */
  readonly evaluators: readonly (Readonly<Record<string, string>> | null)[];
}

/**
 * A range of numbers where the options are one and an evaluator gives every profile's values: the one it was read from,
 * or for whole numbers the line through the values. Words otherwise.
 */
export function issueForms(domain: CaseDomain, profiles: readonly Profile[]): IssueForm[] {
  const given = domain.issueNotes.map((note) => readRemark("index", note)?.[0]);
  const numbered = given.every((index) => index !== undefined) && new Set(given).size === given.length;
  return domain.issues.map((issue, i) => {
    const index = numbered ? given[i]! : String(i + 1);
    const about = { index, name: issue.name };
    const numbers = issue.options.map(({ number }) => number);
    const range = wholeRange(domain, i) ?? realRange(domain, i);
    if (range !== null) {
      const evaluators = profiles.map((profile) => {
        const values = profile.values[i];
        if (values === null) return null;
        return (
          fromRemark(profile.reasons[i], range.type, values, numbers as number[]) ??
          (range.type === "integer" ? throughValues(values) : null)
        );
      });
      if (
        evaluators.every(
          (evaluator, p) => evaluator !== null || profiles[p].values.every((values) => values === null),
        )
      ) {
        const { type, lower, upper } = range;
        const attributes = { ...about, type, etype: type, vtype: type, lowerbound: lower, upperbound: upper };
        return { attributes, items: [], lower: type === "integer" ? Number(lower) : null, evaluators };
      }
    }
    const whole = wholeRange(domain, i);
    const attributes = { ...about, type: "discrete", etype: "discrete", vtype: "discrete" };
    const items = issue.options.map(({ name }) => name);
    return whole !== null && profiles.some(({ boxes }) => boxes.length > 0)
      ? {
          attributes: {
            ...about,
            type: "integer",
            etype: "integer",
            vtype: "integer",
            lowerbound: whole.lower,
            upperbound: whole.upper,
          },
          items: [],
          lower: Number(whole.lower),
          evaluators: profiles.map(() => null),
        }
      : { attributes, items, lower: null, evaluators: profiles.map(() => null) };
  });
}

interface Range {
  readonly type: "integer" | "real";
  readonly lower: string;
  readonly upper: string;
}

/** Options named by consecutive whole numbers. */
function wholeRange(domain: CaseDomain, i: number): Range | null {
  const { options } = domain.issues[i];
  const first = options[0].number;
  const consecutive =
    first !== null &&
    Number.isSafeInteger(first) &&
    options.every(({ name, number }, o) => number === first + o && name === String(number));
  if (!consecutive || (options.length < 2 && readRemark("integer", domain.issueNotes[i]) === null))
    return null;
  return { type: "integer", lower: String(first), upper: String(first + options.length - 1) };
}

/** Evenly spaced values between the bounds that the note gives. */
function realRange(domain: CaseDomain, i: number): Range | null {
  const found = readRemark("real", domain.issueNotes[i]);
  if (found === null) return null;
  const { options } = domain.issues[i];
  const [lower, upper] = [Number(found[0]), Number(found[1])];
  const step = options.length > 1 ? (upper - lower) / (options.length - 1) : 0;
  return options.every(
    ({ number }, o) =>
      number === tidy(lower + step * o) ||
      number === tidy(lower + ((upper - lower) * o) / (options.length - 1)),
  )
    ? { type: "real", lower: found[0], upper: found[1] }
    : null;
}

function fromRemark(
  reason: string | null,
  type: "integer" | "real",
  values: readonly number[],
  numbers: readonly number[],
): Record<string, string> | null {
  const attributes = readEvaluatorRemark(reason);
  if (attributes === null) return null;
  const evaluator = evaluatorOf(type, (name) => attributes.get(name));
  if (typeof evaluator === "string") return null;
  const same = values.every((value, o) => evaluator.points(numbers[o], numbers[0]) === value);
  return same ? { ...evaluator.attributes } : null;
}

function throughValues(values: readonly number[]): Record<string, string> | null {
  const last = values.length - 1;
  const offset = tidy(values[0] / 100);
  const slope = last === 0 ? 0 : tidy((values[last] - values[0]) / 100 / last);
  const attributes = new Map([
    ["ftype", "linear"],
    ["offset", String(offset)],
    ["slope", String(slope)],
  ]);
  const evaluator = evaluatorOf("integer", (name) => attributes.get(name));
  if (typeof evaluator === "string") return null;
  return values.every((value, o) => Math.abs(evaluator.points(o, 0) - value) < 1e-9)
    ? Object.fromEntries(attributes)
    : null;
}
