import type { DomainOption } from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { domainName } from "../domain/domain-name.ts";
import { type FormatProblems, shown } from "../domain/format-problems.ts";
import { tidy } from "../domain/hundredfold.ts";
import { remark } from "../domain/remark.ts";
import { decimalText, type JsonFile, type JsonObject, objectIn } from "./json-file.ts";

export interface GeniusWebIssue {
  readonly name: string;
  readonly options: readonly DomainOption[];
  /** Whether its options are numbers in steps. */
  readonly numeric: boolean;
  readonly remarks: readonly string[];
}

/** Issues of a domain in the order written. */
export function geniusWebIssues(
  file: JsonFile,
  domain: JsonObject,
  problems: FormatProblems,
): GeniusWebIssue[] {
  const values = objectIn(domain, "issuesValues");
  if (values === undefined) {
    problems.error("no-issues", file.place(domain), "the domain has no issuesValues");
    return [];
  }
  if (values.fields.size === 0 || values.fields.size > domainLimits.issues) {
    const count = values.fields.size;
    problems.error(
      count === 0 ? "no-issues" : "too-many",
      file.place(values),
      count === 0 ? "the domain has no issues" : `${count} issues; at most ${domainLimits.issues} are read`,
    );
    return [];
  }
  const issues: GeniusWebIssue[] = [];
  let options = 0;
  for (const [key, value] of values.fields) {
    const name = domainName(key, "an issue", file.place(value), problems);
    if (name === undefined) continue;
    if (issues.some((other) => other.name === name))
      problems.error("duplicate", file.place(value), `two issues have the name "${shown(name)}"`);
    const issue = issueOf(file, name, objectIn(value), problems) ?? undefined;
    if (issue === undefined) {
      problems.error(
        "no-options",
        file.place(value, `issue ${shown(name)}`),
        `issue "${shown(name)}" has neither values nor a range that can be read`,
      );
      continue;
    }
    options += issue.options.length;
    if (options > domainLimits.options) {
      problems.error(
        "too-many",
        file.place(value),
        `more than ${domainLimits.options} options in all issues together`,
      );
      return issues;
    }
    issues.push(issue);
  }
  return issues;
}

function issueOf(
  file: JsonFile,
  name: string,
  value: JsonObject | undefined,
  problems: FormatProblems,
): GeniusWebIssue | undefined {
  const list = value?.fields.get("values");
  if (value === undefined) return undefined;
  if (list?.kind === "array") {
    const seen = new Set<string>();
    const many = list.items.length > domainLimits.optionsOfAnIssue;
    if (many)
      problems.error(
        "too-many",
        file.place(list),
        `issue "${shown(name)}" has ${list.items.length} options; at most ${domainLimits.optionsOfAnIssue} are read`,
      );
    for (const item of many ? [] : list.items) {
      const text = item.kind === "text" || item.kind === "number" ? item.text : undefined;
      const option = domainName(text, `an option of "${shown(name)}"`, file.place(item), problems);
      if (option === undefined) continue;
      if (seen.has(option))
        problems.error(
          "duplicate",
          file.place(item),
          `issue "${shown(name)}" has two options "${shown(option)}"`,
        );
      seen.add(option);
    }
    if (list.items.length === 0) return undefined;
    return {
      name,
      options: [...seen].map((option) => ({ name: option, number: null })),
      numeric: false,
      remarks: [],
    };
  }
  const range = objectIn(value, "range");
  const ends = ["low", "high", "step"].map((key) => decimalText(range?.fields.get(key)));
  if (ends.includes(undefined)) return undefined;
  const [low, high, step] = ends.map(Number);
  if (!(step > 0 && high >= low)) return undefined;
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  if (!(count <= domainLimits.optionsOfAnIssue)) {
    problems.error(
      "too-many",
      file.place(value, `issue ${shown(name)}`),
      `issue "${shown(name)}" has ${count} values; at most ${domainLimits.optionsOfAnIssue} are read`,
    );
    return { name, options: [], numeric: true, remarks: [] };
  }
  const options = Array.from({ length: count }, (_, k) => tidy(low + k * step)).map((number) => ({
    name: String(number),
    number,
  }));
  return { name, options, numeric: true, remarks: [remark.range(ends[0]!, ends[1]!, ends[2]!)] };
}
