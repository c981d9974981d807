import type { DomainOption } from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { domainName } from "../domain/domain-name.ts";
import { type FormatProblems, shown } from "../domain/format-problems.ts";
import { finiteNumber, tidy } from "../domain/hundredfold.ts";
import { remark } from "../domain/remark.ts";
import type { Element } from "./xml-element.ts";

/** An issue as its element describes it, in a domain or in a profile. */
export interface GeniusIssue {
  readonly index: number;
  readonly name: string;
  readonly type: "discrete" | "integer" | "real";
  readonly options: readonly DomainOption[];
  /** Of numbers; 0 for words. */
  readonly lower: number;
  readonly upper: number;
  readonly remarks: readonly string[];
  readonly element: Element;
}

/** Issues of a domain or profile, in the order of their elements; what cannot be read is a problem and left out. */
export function geniusIssues(
  container: Element,
  realValues: number,
  problems: FormatProblems,
): GeniusIssue[] {
  for (const inner of container.children.filter(({ name }) => name === "objective")) {
    problems.error(
      "unsupported",
      inner.place,
      "objectives inside objectives are not read",
      "put all issues into one objective",
    );
  }
  const elements = container.children.filter(({ name }) => name === "issue");
  if (elements.length > domainLimits.issues) {
    problems.error(
      "too-many",
      container.place,
      `${elements.length} issues; at most ${domainLimits.issues} are read`,
    );
    return [];
  }
  let options = 0;
  const issues: GeniusIssue[] = [];
  for (const element of elements) {
    const issue = issueOf(element, realValues, problems);
    if (issue === undefined) continue;
    options += issue.options.length;
    if (options > domainLimits.options) {
      problems.error(
        "too-many",
        element.place,
        `more than ${domainLimits.options} options in all issues together`,
      );
      return [];
    }
    const same = issues.find(({ index, name }) => index === issue.index || name === issue.name);
    if (same !== undefined) {
      const what = same.name === issue.name ? `name "${shown(issue.name)}"` : `index ${issue.index}`;
      problems.error(
        "duplicate",
        element.place,
        `two issues have the ${what}`,
        `the other is in line ${same.element.place.line}`,
      );
    } else issues.push(issue);
  }
  return issues;
}

function issueOf(element: Element, realValues: number, problems: FormatProblems): GeniusIssue | undefined {
  const { place } = element;
  const name = domainName(element.attribute("name"), "an issue", place, problems);
  if (name === undefined) return undefined;
  const here = { ...place, path: `issue ${shown(name)}` };
  const index = finiteNumber(element.attribute("index"));
  if (index === undefined || !Number.isSafeInteger(index) || index < 0) {
    problems.error("no-index", here, `issue "${shown(name)}" has no index`, "indices are whole numbers");
    return undefined;
  }
  const type = (
    element.attribute("type") ??
    element.attribute("etype") ??
    element.attribute("vtype") ??
    "discrete"
  ).toLowerCase();
  if (type === "discrete") {
    const options = optionsOf(element, name, problems);
    return (
      options && { index, name, type, options, lower: 0, upper: 0, remarks: [remark.index(index)], element }
    );
  }
  if (type !== "integer" && type !== "real") {
    problems.error(
      "unsupported",
      here,
      `issue "${shown(name)}" is of the type ${shown(type)}`,
      "discrete, integer and real issues are read",
    );
    return undefined;
  }
  const range = element.children.find((child) => child.name === "range");
  const bound = (key: string) => element.attribute(key) ?? range?.attribute(key);
  const [lower, upper] = [finiteNumber(bound("lowerbound")), finiteNumber(bound("upperbound"))];
  if (
    lower === undefined ||
    upper === undefined ||
    lower > upper ||
    (type === "integer" && !(Number.isSafeInteger(lower) && Number.isSafeInteger(upper)))
  ) {
    problems.error(
      "no-bounds",
      here,
      `issue "${shown(name)}" has no ${type === "integer" ? "whole-number " : ""}bounds: ${shown(`${bound("lowerbound") ?? "none"} to ${bound("upperbound") ?? "none"}`)}`,
    );
    return undefined;
  }
  const count = type === "integer" ? upper - lower + 1 : lower === upper ? 1 : realValues;
  if (count > domainLimits.optionsOfAnIssue) {
    problems.error(
      "too-many",
      here,
      `issue "${shown(name)}" has ${count} values; at most ${domainLimits.optionsOfAnIssue} are read`,
      "give it fewer, further apart",
    );
    return undefined;
  }
  const numbers = Array.from({ length: count }, (_, k) =>
    type === "integer" ? lower + k : count === 1 ? lower : tidy(lower + ((upper - lower) * k) / (count - 1)),
  );
  const kind =
    type === "integer"
      ? remark.integer(lower, upper)
      : remark.real(bound("lowerbound")!.trim(), bound("upperbound")!.trim(), count);
  return {
    index,
    name,
    type,
    options: numbers.map((number) => ({ name: String(number), number })),
    lower,
    upper,
    remarks: [remark.index(index), kind],
    element,
  };
}

/** Items that stand in the issue itself; those of similarity functions inside it are something else. */
export function itemsOf(element: Element): Element[] {
  return element.children.filter(({ name }) => name === "item");
}

function optionsOf(element: Element, issue: string, problems: FormatProblems): DomainOption[] | undefined {
  const items = itemsOf(element);
  const here = { ...element.place, path: `issue ${shown(issue)}` };
  if (items.length === 0 || items.length > domainLimits.optionsOfAnIssue) {
    const limit =
      items.length === 0
        ? "has no options"
        : `has ${items.length} options; at most ${domainLimits.optionsOfAnIssue} are read`;
    problems.error(items.length === 0 ? "no-options" : "too-many", here, `issue "${shown(issue)}" ${limit}`);
    return undefined;
  }
  const seen = new Set<string>();
  const options: DomainOption[] = [];
  for (const item of items) {
    const name = domainName(item.attribute("value"), `an option of "${shown(issue)}"`, item.place, problems);
    if (name === undefined) continue;
    if (seen.has(name))
      problems.error(
        "duplicate",
        { ...item.place, path: here.path },
        `issue "${shown(issue)}" has two options "${shown(name)}"`,
      );
    seen.add(name);
    options.push({ name, number: null });
  }
  return options;
}
