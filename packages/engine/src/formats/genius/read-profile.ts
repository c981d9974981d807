import type { Profile } from "../domain/domain.ts";
import { type FormatProblems, type Place, shown } from "../domain/format-problems.ts";
import { finiteNumber, hundredfold } from "../domain/hundredfold.ts";
import { remark } from "../domain/remark.ts";
import { evaluatorOf } from "./evaluator.ts";
import { type GeniusIssue, geniusIssues, itemsOf } from "./genius-issue.ts";
import { matchIssues } from "./match-issues.ts";
import { readRectangles } from "./read-rectangles.ts";
import type { Element } from "./xml-element.ts";

/** Largest evaluation below which GENIUS takes all of an issue's as 0. */
const NOTHING = 0.00001;

/** One profile on the issues of a domain. Where something is wrong the problems say so, and what is returned is not to be used. */
export function readProfile(
  root: Element,
  name: string,
  domain: readonly GeniusIssue[],
  realValues: number,
  problems: FormatProblems,
): Profile {
  const place = root.place;
  const container = root.children.find((child) => child.name === "objective") ?? root;
  const nonlinear = container.children.find((child) => child.name === "utility");
  const matched = matchIssues(domain, geniusIssues(container, realValues, problems), place, problems);
  const remarks = [remark.file(place.file, "GENIUS"), ...discountRemark(root, problems)];
  const reservation = reservationOf(root, remarks, problems);
  const about = { name, reservation, cap: 100 };
  if (nonlinear !== undefined || root.attribute("type") === "nonlinear") {
    const { boxes, scale } = readRectangles(nonlinear ?? container, domain, problems);
    const nothing = domain.map(() => null);
    return {
      ...about,
      weights: domain.map(() => 0),
      values: nothing,
      boxes,
      reasons: nothing,
      remarks: [...remarks, remark.scale(scale)],
    };
  }
  const weights = weightsOf(container, domain, matched, problems);
  const reasons: (string | null)[] = [];
  const values = matched.map((issue, i) => {
    if (issue === null) return [];
    if (issue.type === "discrete") {
      reasons[i] = null;
      return evaluations(issue, domain[i], problems);
    }
    const { points, reason } = evaluated(issue, issue.type, domain[i], problems);
    reasons[i] = reason;
    return points;
  });
  return { ...about, weights, values, boxes: [], reasons: domain.map((_, i) => reasons[i] ?? null), remarks };
}

/** Evaluation over the largest evaluation of the issue. */
function evaluations(issue: GeniusIssue, inDomain: GeniusIssue, problems: FormatProblems): number[] {
  const path = `issue ${shown(issue.name)}`;
  const items = new Map(itemsOf(issue.element).map((item) => [item.attribute("value")?.trim(), item]));
  const known = new Set<string | undefined>(inDomain.options.map(({ name }) => name));
  for (const [name, item] of items) {
    if (known.has(name)) continue;
    problems.error(
      "not-matching",
      { ...item.place, path },
      `issue "${shown(issue.name)}" has no option "${shown(name ?? "")}" in the domain`,
    );
  }
  const raw = inDomain.options.map(({ name }) => {
    const item = items.get(name);
    if (item === undefined) {
      problems.error(
        "no-evaluation",
        { ...issue.element.place, path },
        `issue "${shown(issue.name)}": option "${shown(name)}" of the domain has no evaluation`,
      );
      return 0;
    }
    const text = item.attribute("evaluation");
    const value = finiteNumber(text);
    const option = `issue "${shown(issue.name)}", option "${shown(name)}"`;
    if (value === undefined) {
      const what =
        text === undefined || text === "null"
          ? "has no evaluation"
          : `the evaluation is not a number: ${shown(text)}`;
      problems.error("no-evaluation", { ...item.place, path }, `${option} ${what}`);
    } else if (value < 0)
      problems.error(
        "no-evaluation",
        { ...item.place, path },
        `${option}: the evaluation ${value} is below 0`,
        "GENIUS takes evaluations from 0 up",
      );
    return value ?? 0;
  });
  const most = raw.reduce((largest, value) => Math.max(largest, value), 0);
  return raw.map((value) => (most < NOTHING ? 0 : most === 100 ? value : (100 * value) / most));
}

function evaluated(
  issue: GeniusIssue,
  type: "integer" | "real",
  inDomain: GeniusIssue,
  problems: FormatProblems,
) {
  const here: Place = { ...issue.element.place, path: `issue ${shown(issue.name)}` };
  const element = issue.element.children.find((child) => child.name === "evaluator");
  const evaluator =
    element === undefined ? "there is no evaluator" : evaluatorOf(type, (key) => element.attribute(key));
  if (typeof evaluator === "string") {
    problems.error("no-evaluation", here, `issue "${shown(issue.name)}": ${evaluator}`);
    return { points: [], reason: null };
  }
  return {
    points: inDomain.options.map(({ number }) => evaluator.points(number!, issue.lower)),
    reason: remark.evaluator(evaluator.attributes),
  };
}

function weightsOf(
  container: Element,
  domain: readonly GeniusIssue[],
  matched: readonly (GeniusIssue | null)[],
  problems: FormatProblems,
): number[] {
  const elements = container.children.filter(({ name }) => name === "weight");
  const byIndex = new Map<number, number>();
  for (const element of elements) {
    const [index, value] = [
      finiteNumber(element.attribute("index")),
      finiteNumber(element.attribute("value")),
    ];
    if (index === undefined || value === undefined || value < 0) {
      problems.error(
        "no-weight",
        element.place,
        `a weight needs an index and a number from 0 up; found index ${shown(element.attribute("index") ?? "none")}, value ${shown(element.attribute("value") ?? "none")}`,
      );
    } else if (byIndex.has(index) && byIndex.get(index) !== value)
      problems.error("duplicate", element.place, `two weights have the index ${index}`);
    if (index !== undefined) byIndex.set(index, value ?? 0);
  }
  const known = new Set(matched.flatMap((issue) => (issue === null ? [] : [issue.index])));
  for (const element of elements) {
    const index = finiteNumber(element.attribute("index"));
    if (index !== undefined && !known.has(index) && !matched.includes(null))
      problems.warn("unused-weight", element.place, `the weight with index ${index} belongs to no issue`);
  }
  return domain.map(({ name }, i) => {
    const issue = matched[i];
    if (issue === null) return 0;
    const weight = byIndex.get(issue.index);
    if (weight === undefined)
      problems.error(
        "no-weight",
        { ...issue.element.place, path: `issue ${shown(name)}` },
        `issue "${shown(name)}" has no weight (index ${issue.index})`,
      );
    return weight ?? 0;
  });
}

/** Points; wherever in the file it stands. None counts as 0, as GENIUS takes it. */
function reservationOf(root: Element, remarks: string[], problems: FormatProblems): number {
  const found = everywhere(root, "reservation");
  if (found.length === 0) {
    remarks.push("The file gives no reservation value, which counts as 0.");
    return 0;
  }
  const values = found.map((element) => {
    const text = element.attribute("value");
    const value = finiteNumber(text);
    if (value === undefined)
      problems.error(
        "no-reservation",
        element.place,
        `the reservation value is not a number: ${shown(text ?? "none")}`,
      );
    else if (value < 0 || value > 1)
      problems.warn("odd-reservation", element.place, `the reservation value ${value} is not from 0 to 1`);
    return value === undefined ? 0 : hundredfold(text!.trim().replace(/[df]$/i, ""));
  });
  if (values.some((value) => value !== values[0]))
    problems.error("duplicate", found[1].place, "the file gives several reservation values");
  return values[0];
}

function discountRemark(root: Element, problems: FormatProblems): string[] {
  const found = everywhere(root, "discount_factor");
  return found.slice(0, 1).flatMap((element) => {
    const text = element.attribute("value");
    if (finiteNumber(text) === undefined) {
      problems.error(
        "no-discount",
        element.place,
        `the discount factor is not a number: ${shown(text ?? "none")}`,
      );
      return [];
    }
    return [remark.discount(text!.trim())];
  });
}

function everywhere(root: Element, name: string): Element[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...everywhere(child, name),
  ]);
}
