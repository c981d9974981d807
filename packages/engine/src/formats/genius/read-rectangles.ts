import type { Box } from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { type FormatProblems, type Place, shown } from "../domain/format-problems.ts";
import { finiteNumber } from "../domain/hundredfold.ts";
import type { GeniusIssue } from "./genius-issue.ts";
import type { Element } from "./xml-element.ts";

/**
 * The hyper-rectangles of a non-linear profile: utility is the sum of those that hold, bounds included, over `maxutility`.
 *
 * @param utility the element `utility`, or the one that should hold it
 * @returns boxes in points, and the text of `maxutility`
 */
export function readRectangles(
  utility: Element,
  domain: readonly GeniusIssue[],
  problems: FormatProblems,
): { boxes: Box[]; scale: string } {
  const nothing = { boxes: [], scale: "1" };
  const text = utility.attribute("maxutility");
  const most = finiteNumber(text);
  if (utility.name !== "utility" || most === undefined || most <= 0) {
    problems.error(
      "no-maximum",
      utility.place,
      `a non-linear profile needs an element utility with a maxutility above 0; found ${shown(text ?? "none")}`,
    );
    return nothing;
  }
  for (const issue of domain) {
    if (issue.type === "integer") continue;
    problems.error(
      "unsupported",
      { ...utility.place, path: `issue ${shown(issue.name)}` },
      `hyper-rectangles need whole-number issues; "${shown(issue.name)}" is ${issue.type}`,
    );
    return nothing;
  }
  const found = rectanglesIn(utility, 1, problems);
  if (found.length === 0)
    problems.error("no-evaluation", utility.place, "the profile has no hyper-rectangles");
  if (found.length > domainLimits.boxes) {
    problems.error(
      "too-many",
      utility.place,
      `${found.length} hyper-rectangles; at most ${domainLimits.boxes} are read`,
    );
    return nothing;
  }
  const boxes = found.flatMap(({ element, weight }) => {
    const box = boxOf(element, weight, most, domain, problems);
    return box === null ? [] : [box];
  });
  return { boxes, scale: text!.trim() };
}

function rectanglesIn(
  container: Element,
  weight: number,
  problems: FormatProblems,
): { element: Element; weight: number }[] {
  return container.children.flatMap((child) => {
    if (child.name === "hyperRectangle")
      return [{ element: child, weight: weight * weightOf(child, problems) }];
    if (child.name !== "ufun") return [];
    const aggregation = (child.attribute("aggregation") ?? "sum").toLowerCase();
    if (aggregation !== "sum")
      problems.error(
        "unsupported",
        child.place,
        `functions put together by ${shown(aggregation)} are not read`,
        "only sums are",
      );
    return rectanglesIn(child, weight * weightOf(child, problems), problems);
  });
}

function weightOf(element: Element, problems: FormatProblems): number {
  const text = element.attribute("weight");
  if (text === undefined) return 1;
  const weight = finiteNumber(text);
  if (weight === undefined)
    problems.error("no-weight", element.place, `the weight is not a number: ${shown(text)}`);
  return weight ?? 1;
}

/** Null for a rectangle outside the domain, which never holds. */
function boxOf(
  element: Element,
  weight: number,
  most: number,
  domain: readonly GeniusIssue[],
  problems: FormatProblems,
): Box | null {
  const place: Place = element.place;
  const utility = finiteNumber(element.attribute("utility"));
  if (utility === undefined) {
    problems.error(
      "no-evaluation",
      place,
      `a hyper-rectangle has no utility: ${shown(element.attribute("utility") ?? "none")}`,
    );
    return null;
  }
  const other = element.children.find(({ name }) => name !== "INCLUDES");
  if (other !== undefined) {
    problems.error(
      "unsupported",
      other.place,
      `${shown(other.name)} in a hyper-rectangle is not read`,
      "only INCLUDES is",
    );
    return null;
  }
  const ranges = new Map<number, { from: number; to: number }>();
  let holds = true;
  for (const bound of element.children) {
    const index = finiteNumber(bound.attribute("index"));
    const issue = domain.findIndex((one) => one.index === index);
    const [min, max] = [finiteNumber(bound.attribute("min")), finiteNumber(bound.attribute("max"))];
    if (issue < 0 || min === undefined || max === undefined) {
      const what =
        issue < 0
          ? `no issue has the index ${shown(bound.attribute("index") ?? "none")}`
          : "a bound needs the numbers min and max";
      problems.error("not-matching", bound.place, `hyper-rectangle: ${what}`);
      return null;
    }
    const { lower, upper } = domain[issue];
    const before = ranges.get(issue) ?? { from: 0, to: upper - lower };
    const range = {
      from: Math.max(before.from, Math.ceil(min) - lower),
      to: Math.min(before.to, Math.floor(max) - lower),
    };
    if (range.from > range.to) holds = false;
    ranges.set(issue, range);
  }
  if (!holds) {
    problems.warn(
      "never-holds",
      place,
      "a hyper-rectangle lies outside the domain and never holds; it is left out",
    );
    return null;
  }
  const change = most === 100 ? utility * weight : (100 * utility * weight) / most;
  return { ranges: [...ranges].map(([issue, range]) => ({ issue, ...range })), change };
}
