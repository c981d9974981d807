import type { DomainIssue, DomainOption } from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { domainName } from "../domain/domain-name.ts";
import { type FormatProblems, shown } from "../domain/format-problems.ts";
import { tidy } from "../domain/hundredfold.ts";
import { remark } from "../domain/remark.ts";
import { isMapping, typeName } from "./value-function.ts";
import type { YamlFile } from "./yaml-file.ts";

/**
 * Issues of an outcome space: words, ordered values, whole numbers from one to another, and real numbers between two, which
 * are read at evenly spaced values.
 */
export function negmasIssues(file: YamlFile, realValues: number, problems: FormatProblems): DomainIssue[] {
  const given = file.data.issues;
  if (!Array.isArray(given) || given.length === 0 || given.length > domainLimits.issues) {
    const many = Array.isArray(given) && given.length > 0;
    problems.error(
      many ? "too-many" : "no-issues",
      file.place(["issues"]),
      many
        ? `${given.length} issues; at most ${domainLimits.issues} are read`
        : "the domain has no list of issues",
    );
    return [];
  }
  const issues: DomainIssue[] = [];
  let options = 0;
  for (const [k, one] of given.entries()) {
    const place = file.place(["issues", k]);
    const name = domainName(
      isMapping(one) && (typeof one.name === "string" || typeof one.name === "number")
        ? String(one.name)
        : undefined,
      "an issue",
      place,
      problems,
    );
    if (name === undefined || !isMapping(one)) continue;
    if (issues.some((other) => other.name === name))
      problems.error("duplicate", place, `two issues have the name "${shown(name)}"`);
    const found = optionsOf(one, realValues);
    if (typeof found === "string") {
      problems.error(
        /at most/.test(found) ? "too-many" : "no-options",
        { ...place, path: `issue ${shown(name)}` },
        `issue "${shown(name)}": ${found}`,
      );
      continue;
    }
    for (const option of found.options)
      domainName(option.name, `an option of "${shown(name)}"`, place, problems);
    if (new Set(found.options.map((option) => option.name)).size < found.options.length)
      problems.error("duplicate", place, `issue "${shown(name)}" has two options of the same name`);
    options += found.options.length;
    if (options > domainLimits.options) {
      problems.error("too-many", place, `more than ${domainLimits.options} options in all issues together`);
      return issues;
    }
    issues.push({ name, ...found });
  }
  return issues;
}

function optionsOf(
  issue: Readonly<Record<string, unknown>>,
  realValues: number,
): { options: DomainOption[]; remarks: string[] } | string {
  const type = typeName(issue);
  const { values } = issue;
  const count = typeof values === "number" && Number.isSafeInteger(values) ? values : null;
  const pair =
    Array.isArray(values) && values.length === 2 && values.every((value) => typeof value === "number")
      ? (values as number[])
      : null;
  if (type === "ContinuousIssue") {
    if (pair === null || !(pair[0] <= pair[1]) || !pair.every(Number.isFinite))
      return "expected the least and the greatest value";
    const [low, high] = pair;
    const length = low === high ? 1 : realValues;
    const numbers = Array.from({ length }, (_, k) =>
      tidy(length === 1 ? low : low + ((high - low) * k) / (length - 1)),
    );
    return { options: named(numbers), remarks: [remark.real(String(low), String(high), length)] };
  }
  if (type === "ContiguousIssue" || (type !== "CategoricalIssue" && count !== null)) {
    const [low, high] = count === null ? (pair ?? [Number.NaN, Number.NaN]) : [0, count - 1];
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high)
      return "expected the least and the greatest whole number";
    if (high - low >= domainLimits.optionsOfAnIssue)
      return `${high - low + 1} values; at most ${domainLimits.optionsOfAnIssue} are read`;
    return {
      options: named(Array.from({ length: high - low + 1 }, (_, k) => low + k)),
      remarks: [remark.integer(low, high)],
    };
  }
  if (!/^(Categorical|DiscreteCardinal|DiscreteOrdinal|Cardinal|Ordinal)Issue$/.test(type))
    return `issues of the type ${shown(type) || "(none)"} are not read`;
  if (!Array.isArray(values) || values.length === 0) return "expected a list of values";
  if (values.length > domainLimits.optionsOfAnIssue)
    return `${values.length} values; at most ${domainLimits.optionsOfAnIssue} are read`;
  const plain = values.every(
    (value) =>
      typeof value === "string" ||
      typeof value === "boolean" ||
      (typeof value === "number" && Number.isFinite(value)),
  );
  if (!plain) return "its values are neither words nor numbers";
  if (values.every((value) => typeof value === "number"))
    return { options: named(values as number[]), remarks: [] };
  return { options: values.map((value) => ({ name: String(value).trim(), number: null })), remarks: [] };
}

function named(numbers: readonly number[]): DomainOption[] {
  return numbers.map((number) => ({ name: String(number), number }));
}
