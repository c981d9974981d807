import type { Interaction, OptionValues, Preference, Values, Weights } from "../case.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { CaseDocument } from "../schema/case-schema.ts";
import { compileInteraction } from "./compile-interaction.ts";
import { compileRanking } from "./compile-ranking.ts";
import type { Compiling } from "./compiling.ts";
import { type Setting, within } from "./entry-register.ts";

type ValuesDocument = NonNullable<CaseDocument["parties"][string]["values"]>;

const importances = ["critical", "high", "medium", "low"] as const;

/** @param outer what the party's entries rest on where they say nothing themselves */
export function compileValues(
  compiling: Compiling,
  values: ValuesDocument,
  at: DataPath,
  outer: Setting,
): Values {
  const { document, names, entries } = compiling;
  const setting = within(outer, values);
  const byIssue = (issue: string) => within(setting, reasonOf(values, issue));
  for (const [issue, reason] of Object.entries(values.reasons)) {
    names.find("issue", issue, [...at, "reasons", issue], "key");
    if (typeof reason !== "string") entries.checkClaims(reason.claims, [...at, "reasons", issue, "claims"]);
  }
  for (const issue of Object.keys(values.options))
    names.find("issue", issue, [...at, "options", issue], "key");
  const weights = compileWeights(compiling, values, at, setting, byIssue);
  const options = Object.keys(document.issues).map((issue): OptionValues | null =>
    Object.hasOwn(values.options, issue)
      ? compileOptions(compiling, issue, values.options[issue], [...at, "options", issue], byIssue(issue))
      : null,
  );
  const interactions = values.interactions.map(
    (one, index): Interaction => compileInteraction(compiling, one, [...at, "interactions", index], setting),
  );
  const prefers = values.prefers.map((one, index): Preference => {
    const path = [...at, "prefers", index];
    entries.checkClaims(one.claims, [...path, "claims"]);
    entries.addWorded(path, within(setting, one));
    return {
      path: `${String(at[1])}.values.prefers.${index}`,
      better: compileOutcomePart(compiling, one.better, [...path, "better"]),
      worse: compileOutcomePart(compiling, one.worse, [...path, "worse"]),
    };
  });
  return { weights, options, interactions, prefers };
}

function reasonOf(
  values: ValuesDocument,
  issue: string,
): { readonly why?: string; readonly claims?: readonly string[] } {
  if (!Object.hasOwn(values.reasons, issue)) return {};
  const reason = values.reasons[issue];
  return typeof reason === "string"
    ? { why: reason }
    : { claims: reason.claims, ...(reason.why === undefined ? {} : { why: reason.why }) };
}

function compileWeights(
  compiling: Compiling,
  values: ValuesDocument,
  at: DataPath,
  setting: Setting,
  byIssue: (issue: string) => Setting,
): Weights {
  const { document, names, entries, problems } = compiling;
  const issues = Object.keys(document.issues);
  const path = `${String(at[1])}.values.${values.weights === undefined && values.ranking !== undefined ? "ranking" : "weights"}`;
  if (values.weights !== undefined && values.ranking !== undefined) {
    problems.error(
      "weights-twice",
      [...at, "ranking"],
      "both `weights` and `ranking` say how important the issues are",
      "keep one of them",
      "key",
    );
  }
  if (values.weights !== undefined) {
    const given = Object.entries(values.weights);
    for (const [issue] of given) names.find("issue", issue, [...at, "weights", issue], "key");
    const words = given.filter(([, weight]) => isImportance(weight));
    if (words.length > 0 && words.length < given.length) {
      const message = "importances are given partly in words and partly in numbers";
      problems.error(
        "mixed-weights",
        [...at, "weights"],
        message,
        "use only critical, high, medium and low, or only numbers and ranges",
        "key",
      );
    }
    if (words.length > 0) {
      for (const [issue] of given) entries.addWorded([...at, "weights", issue], byIssue(issue));
      const levels = [...importances, undefined].map((level) =>
        given
          .filter(([, weight]) => (isImportance(weight) ? weight : undefined) === level)
          .map(([issue]) => names.at("issue", issue)),
      );
      return { kind: "order", path, levels: levels.filter((level) => level.length > 0) };
    }
    const register = (issue: string) => {
      if (!Object.hasOwn(values.weights!, issue)) return -1;
      const weight = values.weights![issue];
      return isImportance(weight)
        ? -1
        : entries.add([...at, "weights", issue], "weight", weight, byIssue(issue));
    };
    return { kind: "entries", entries: issues.map(register) };
  }
  if (values.ranking !== undefined) {
    entries.addWorded([...at, "ranking"], setting);
    const find = (issue: string, place: DataPath) => names.find("issue", issue, place);
    return {
      kind: "order",
      path,
      levels: compileRanking(compiling, values.ranking, [...at, "ranking"], find),
    };
  }
  const valued = Object.keys(values.options).map((issue) => names.at("issue", issue));
  return { kind: "order", path, levels: [valued.filter((issue) => issue >= 0)] };
}

export function isImportance(weight: unknown): weight is (typeof importances)[number] {
  return importances.some((level) => level === weight);
}

function compileOptions(
  compiling: Compiling,
  issue: string,
  given: ValuesDocument["options"][string],
  at: DataPath,
  setting: Setting,
): OptionValues {
  const { document, names, entries, problems } = compiling;
  const options = Object.keys(document.issues[issue]?.options ?? {});
  if (Array.isArray(given)) {
    entries.addWorded(at, setting);
    const levels = compileRanking(compiling, given, at, (option, place) =>
      names.option(issue, option, place),
    );
    const ranked = new Set(levels.flat());
    const left = options.filter((_, index) => !ranked.has(index));
    if (left.length > 0)
      problems.error(
        "no-value",
        at,
        `the ranking leaves out ${list(left)}`,
        "rank every option of the issue",
      );
    return { kind: "order", path: `${String(at[1])}.values.options.${issue}`, levels };
  }
  for (const option of Object.keys(given)) names.option(issue, option, [...at, option], "key");
  const left = options.filter((option) => !Object.hasOwn(given, option));
  if (left.length > 0)
    problems.error(
      "no-value",
      at,
      `no value for ${list(left)} of \`${issue}\``,
      "give every option a value, or leave the issue out",
      "key",
    );
  const register = (option: string) =>
    Object.hasOwn(given, option) ? entries.add([...at, option], "points", given[option], setting) : -1;
  return { kind: "entries", entries: options.map(register) };
}

function compileOutcomePart(
  { names, problems }: Compiling,
  part: Readonly<Record<string, string>>,
  at: DataPath,
): readonly (readonly [number, number])[] {
  if (Object.keys(part).length === 0)
    problems.error(
      "empty",
      at,
      "expected at least one issue with its option",
      "name the issues in which the two outcomes differ",
    );
  return Object.entries(part).map(([issue, option]) => {
    const found = names.find("issue", issue, [...at, issue], "key");
    return [found, found < 0 ? -1 : names.option(issue, option, [...at, issue])];
  });
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}
