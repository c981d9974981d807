import type * as z from "zod";
import { didYouMean } from "../did-you-mean.ts";
import type { DataPath } from "./data-path.ts";
import type { ProblemList } from "./problem-list.ts";

type SchemaIssue = z.core.$ZodIssue;

/** One thing that the schema objects to, in words, at one path. */
export interface SchemaProblem {
  readonly code: string;
  readonly path: DataPath;
  readonly message: string;
  readonly hint: string;
  readonly part: "value" | "key";
}

/**
 * What a schema objects to, in plain words.
 *
 * A value that fits no form of a union is described by the form it is nearest to, or by what could stand there.
 *
 * @param fieldsAt names of the fields that may stand at a path, for "did you mean"
 */
export function schemaProblems(
  issues: readonly SchemaIssue[],
  data: unknown,
  fieldsAt: (path: DataPath) => readonly string[],
): readonly SchemaProblem[] {
  return issues.flatMap((issue) => describe(issue, [], data, fieldsAt));
}

export function reportSchemaProblems(found: readonly SchemaProblem[], problems: ProblemList): void {
  for (const { code, path, message, hint, part } of found) problems.error(code, path, message, hint, part);
}

function describe(
  issue: SchemaIssue,
  base: DataPath,
  data: unknown,
  fieldsAt: (path: DataPath) => readonly string[],
): readonly SchemaProblem[] {
  const path = [...base, ...(issue.path as DataPath)];
  const value = valueAt(data, path);
  const one = (
    code: string,
    message: string,
    hint = "",
    part: "value" | "key" = "value",
  ): SchemaProblem[] => [{ code, path, message, hint, part }];
  if (typeof value === "number" && !Number.isFinite(value))
    return one(
      "not-finite",
      `expected a finite number, found ${shown(value)}`,
      "give a number; what nobody knows is left out, or `unknown` where words may stand",
    );
  switch (issue.code) {
    case "invalid_union":
      return describeUnion(issue, path, value, data, fieldsAt);
    case "unrecognized_keys":
      return unknownFields(issue.keys, path, value, fieldsAt(path));
    case "invalid_type":
      if (value === undefined) return missing(path);
      return one(
        "wrong-type",
        `expected ${named(issue.expected)}, found ${shown(value)}`,
        path.length === 0 ? "`parley new my-talks` writes a small case to start from" : "",
      );
    case "invalid_value": {
      const allowed = issue.values.map(String);
      if (value === undefined) return missing(path);
      return one("unknown-word", `expected ${oneOf(allowed)}, found ${shown(value)}`, meant(value, allowed));
    }
    case "invalid_key":
      return one(
        "invalid-id",
        `\`${String(path.at(-1))}\` is not an id: ${issue.issues[0]?.message ?? "a letter followed by letters, digits or underscores"}`,
        "",
        "key",
      );
    case "too_small":
    case "too_big":
      return one(...sizeProblem(issue, value));
    case "invalid_format":
      return one(issue.format === "date" ? "invalid-date" : "wrong-form", formatMessage(issue, value));
    case "custom": {
      const code = (issue.params as { code?: string } | undefined)?.code;
      return one(code ?? "invalid", `${issue.message}; found ${shown(value)}`, inOrder(code, value));
    }
    default:
      return one("invalid", issue.message);
  }
}

/** A range out of order, put in order. */
function inOrder(code: string | undefined, value: unknown): string {
  if (code !== "out-of-order" || !Array.isArray(value)) return "";
  return `did you mean [${value
    .map(Number)
    .sort((a, b) => a - b)
    .join(", ")}]?`;
}

/**
 * Each way a union could have been meant, with what is wrong with it. Ways that the value does not resemble at all are left out;
 * of the others the one with least wrong is described.
 */
function describeUnion(
  issue: Extract<SchemaIssue, { code: "invalid_union" }>,
  path: DataPath,
  value: unknown,
  data: unknown,
  fieldsAt: (path: DataPath) => readonly string[],
): readonly SchemaProblem[] {
  if (value === undefined) return missing(path);
  const ways = flatten(issue.errors).filter(
    (way) => !way.some((inner) => inner.path.length === 0 && inner.code === "invalid_type"),
  );
  const words = ways.flatMap((way) =>
    way.flatMap((inner) =>
      inner.path.length === 0 && inner.code === "invalid_value" ? inner.values.map(String) : [],
    ),
  );
  const shaped = ways.filter(
    (way) => !way.some((inner) => inner.path.length === 0 && inner.code === "invalid_value"),
  );
  const nearest = shaped.toSorted((a, b) => weight(a) - weight(b))[0];
  if (nearest !== undefined) {
    const range =
      Array.isArray(value) &&
      nearest.some(
        (inner) => inner.path.length === 0 && (inner.code === "too_small" || inner.code === "too_big"),
      );
    if (!range) return nearest.flatMap((inner) => describe(inner, path, data, fieldsAt));
  }
  const expected = issue.message === "Invalid input" ? "expected another form here" : issue.message;
  const code = typeof value === "string" && words.length > 0 ? "unknown-word" : "wrong-type";
  return [
    { code, path, message: `${expected}; found ${shown(value)}`, hint: meant(value, words), part: "value" },
  ];
}

/** Unions inside unions are ways of the outer one. */
function flatten(ways: readonly (readonly SchemaIssue[])[]): readonly (readonly SchemaIssue[])[] {
  return ways.flatMap((way) => {
    const [only] = way;
    return way.length === 1 && only.code === "invalid_union" && only.path.length === 0
      ? flatten(only.errors)
      : [way];
  });
}

function weight(way: readonly SchemaIssue[]): number {
  return way.reduce(
    (sum, issue) =>
      sum + (issue.code === "unrecognized_keys" ? 2 * issue.keys.length : issue.path.length > 1 ? 0.5 : 1),
    0,
  );
}

/** In one mapping; a file that is no case at all would have thousands. */
const mostUnknownFields = 20;

function unknownFields(
  keys: readonly string[],
  path: DataPath,
  value: unknown,
  fields: readonly string[],
): readonly SchemaProblem[] {
  const taken = new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
  const free = fields.filter((field) => !taken.has(field));
  const problems = keys.slice(0, mostUnknownFields).map((key): SchemaProblem => {
    const near = didYouMean(key, free) ?? didYouMean(key, fields);
    const hint =
      near !== undefined
        ? `did you mean \`${near}\`?`
        : fields.length > 0
          ? `what can stand here: ${fields.join(", ")}`
          : "";
    return {
      code: "unknown-field",
      path: [...path, key],
      message: `\`${key}\` means nothing here`,
      hint,
      part: "key",
    };
  });
  if (keys.length <= mostUnknownFields) return problems;
  const rest = `${keys.length - mostUnknownFields} more fields mean nothing here`;
  return [
    ...problems,
    {
      code: "unknown-field",
      path: [...path, keys[mostUnknownFields]],
      message: rest,
      hint: "is this the right file?",
      part: "key",
    },
  ];
}

function missing(path: DataPath): SchemaProblem[] {
  return [{ code: "missing", path, message: `\`${String(path.at(-1))}\` is missing`, hint: "", part: "key" }];
}

function sizeProblem(
  issue: Extract<SchemaIssue, { code: "too_small" | "too_big" }>,
  value: unknown,
): [code: string, message: string] {
  const [least, bound] =
    issue.code === "too_small" ? ["at least", issue.minimum] : ["at most", issue.maximum];
  const exactly = (issue as { exact?: boolean }).exact === true ? "exactly" : least;
  if (issue.origin === "string") {
    if (bound === 1) return ["empty", "expected some text"];
    return ["wrong-size", `expected ${least} ${bound} characters`];
  }
  if (issue.origin === "array" || issue.origin === "set") {
    const found = Array.isArray(value) ? `, found ${value.length}` : "";
    return [
      bound === 1 ? "empty" : "wrong-size",
      `expected ${exactly} ${bound} ${bound === 1 ? "item" : "items"}${found}`,
    ];
  }
  if (/^expected/.test(issue.message)) return ["out-of-bounds", `${issue.message}; found ${shown(value)}`];
  const than =
    issue.code === "too_small"
      ? issue.inclusive
        ? "at least"
        : "more than"
      : issue.inclusive
        ? "at most"
        : "less than";
  return ["out-of-bounds", `expected a number ${than} ${bound}, found ${shown(value)}`];
}

function formatMessage(issue: Extract<SchemaIssue, { code: "invalid_format" }>, value: unknown): string {
  if (issue.format === "date") return `expected a date such as 2026-02-06, found ${shown(value)}`;
  if (issue.format === "url") return `expected a web address, found ${shown(value)}`;
  const own = /^Invalid/.test(issue.message)
    ? `expected the form ${(issue as { pattern?: string }).pattern ?? ""}`
    : issue.message;
  return `${own}; found ${shown(value)}`;
}

function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function meant(value: unknown, allowed: readonly string[]): string {
  const near = typeof value === "string" ? didYouMean(value, allowed) : undefined;
  return near === undefined ? "" : `did you mean \`${near}\`?`;
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? `\`${words[0]}\`` : `one of: ${words.join(", ")}`;
}

function named(type: string): string {
  const names: Readonly<Record<string, string>> = {
    object: "a mapping (`name: value` lines)",
    record: "a mapping (`name: value` lines)",
    array: "a list",
    tuple: "a list",
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
  };
  return names[type] ?? type;
}

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value))
    return value.length <= 5 && value.every((v) => typeof v !== "object")
      ? `[${value.map(String).join(", ")}]`
      : "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return value.length > 40 ? `"${value.slice(0, 37)}…"` : `"${value}"`;
  return String(value);
}
