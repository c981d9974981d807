import { finiteNumber, hundredfold, tidy } from "../domain/hundredfold.ts";

/** A function from the numbers of an issue to points, and the attributes that it was read from. */
export interface Evaluator {
  readonly attributes: Readonly<Record<string, string>>;
  /** @param value a number of the issue, @param lower its lower bound */
  points(value: number, lower: number): number;
}

/**
 * The evaluator of a whole-number or real issue; a text that says what is wrong where there is none.
 *
 * Whole numbers: clip(offset + slope · (v − lower bound), 0, 1). Real numbers, as GENIUS has them: linear
 * clip(parameter1 · v + parameter0, 0, 1), on v itself; constant parameter0; triangular, 1 at parameter2 and 0 at
 * parameter0 and parameter1. Offset and slope of a real issue are read as those of whole numbers.
 */
export function evaluatorOf(
  type: "integer" | "real",
  attribute: (name: string) => string | undefined,
): Evaluator | string {
  const kind = (attribute("ftype") ?? "linear").toLowerCase();
  const attributes: Record<string, string> = { ftype: kind };
  let missing = "";
  const number = (name: string): number => {
    const text = attribute(name);
    const value = finiteNumber(text);
    if (value === undefined)
      missing ||=
        text === undefined
          ? `the evaluator has no ${name}`
          : `${name} of the evaluator is not a number: ${text.slice(0, 40)}`;
    else attributes[name] = text!.trim();
    return value ?? 0;
  };
  const evaluator = ((): Evaluator | string => {
    if (kind === "linear" && (type === "integer" || attribute("slope") !== undefined)) {
      const [offset, slope] = [number("offset"), number("slope")];
      return { attributes, points: (value, lower) => percent(offset + slope * (value - lower)) };
    }
    if (type === "integer")
      return `evaluators of the type ${kind.slice(0, 40)} are not read for whole numbers`;
    if (kind === "linear") {
      const [constant, slope] = [number("parameter0"), number("parameter1")];
      return { attributes, points: (value) => percent(slope * value + constant) };
    }
    if (kind === "constant") {
      const text = number("parameter0");
      return { attributes, points: () => hundredfold(text) };
    }
    if (kind === "triangular") {
      const [from, to, top] = [number("parameter0"), number("parameter1"), number("parameter2")];
      return { attributes, points: (value) => percent(triangle(value, from, to, top)) };
    }
    return `evaluators of the type ${kind.slice(0, 40)} are not read`;
  })();
  return missing === "" ? evaluator : missing;
}

function triangle(value: number, from: number, to: number, top: number): number {
  if (value < from) return 0;
  if (value < top) return (value - from) / (top - from);
  return value < to ? 1 - (value - top) / (to - top) : 0;
}

function percent(share: number): number {
  return tidy(100 * Math.min(1, Math.max(0, share)));
}
