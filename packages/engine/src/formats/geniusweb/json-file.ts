import { decodeText } from "../../model/reading/decode-text.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import type { FormatProblems, Place } from "../domain/format-problems.ts";
import { linePlaces } from "../domain/line-places.ts";
import { type JsonValue, parseJson } from "./json-text.ts";

/** Far beyond what a case can hold; with it no sum or line through two points leaves the finite numbers. */
const MOST = 1e100;

export type JsonObject = Extract<JsonValue, { kind: "object" }>;

/** A JSON file with its object, and where its values stand. */
export interface JsonFile {
  readonly file: string;
  readonly root: JsonObject;
  place(value: JsonValue, path?: string): Place;
}

/** Null, and a problem, where the file is not a JSON object. */
export function jsonFile(file: string, bytes: Uint8Array, problems: FormatProblems): JsonFile | null {
  const decoded = decodeText(bytes, domainLimits.fileBytes);
  const whole: Place = { file, line: 0, column: 0 };
  if (!decoded.ok) {
    problems.error(
      decoded.code === "not-utf-8" ? "mis-encoded" : decoded.code,
      whole,
      decoded.message,
      decoded.hint,
    );
    return null;
  }
  const { text } = decoded;
  const at = linePlaces(text);
  const root = parseJson(text);
  if ("code" in root) {
    problems.error(root.code, { file, ...at(root.at) }, `not JSON: ${root.message}`);
    return null;
  }
  if (root.kind !== "object") {
    problems.error("not-json", { file, line: 1, column: 1 }, "expected an object ({ … })");
    return null;
  }
  return { file, root, place: (value, path = "") => ({ file, ...at(value.at), path }) };
}

/** Fields of a field that is an object; undefined where there is none. */
export function objectIn(value: JsonValue | undefined, ...names: readonly string[]): JsonObject | undefined {
  let inside: JsonValue | undefined = value;
  for (const name of names) inside = inside?.kind === "object" ? inside.fields.get(name) : undefined;
  return inside?.kind === "object" ? inside : undefined;
}

/** Text of a number, which GeniusWeb also writes in quotation marks; undefined where it is none. */
export function decimalText(value: JsonValue | undefined): string | undefined {
  const text = value?.kind === "number" || value?.kind === "text" ? value.text.trim() : "";
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) &&
    text.length <= 200 &&
    Math.abs(Number(text)) <= MOST
    ? text
    : undefined;
}
