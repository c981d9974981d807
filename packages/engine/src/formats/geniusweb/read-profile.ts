import type { Profile } from "../domain/domain.ts";
import { type FormatProblems, shown } from "../domain/format-problems.ts";
import { hundredfold, tidy } from "../domain/hundredfold.ts";
import { remark } from "../domain/remark.ts";
import { sumOfProducts } from "./decimal-sum.ts";
import { type GeniusWebIssue, geniusWebIssues } from "./geniusweb-issue.ts";
import { decimalText, type JsonFile, type JsonObject, objectIn } from "./json-file.ts";

/** The linear additive profile in a file, on the issues of the domain. What is returned beside problems is not to be used. */
export function readProfile(
  file: JsonFile,
  space: JsonObject,
  name: string,
  domain: readonly GeniusWebIssue[],
  problems: FormatProblems,
): Profile {
  const own = objectIn(space, "domain");
  if (own !== undefined) matchDomains(file, own, domain, problems);
  const weights = objectIn(space, "issueWeights");
  const utilities = objectIn(space, "issueUtilities");
  for (const [what, found] of [
    ["issueWeights", weights],
    ["issueUtilities", utilities],
  ] as const) {
    if (found === undefined) problems.error("no-evaluation", file.place(space), `the profile has no ${what}`);
    for (const [key, value] of found?.fields ?? []) {
      if (domain.some((issue) => issue.name === key.trim())) continue;
      problems.error(
        "not-matching",
        file.place(value, `issue ${shown(key)}`),
        `the domain has no issue "${shown(key)}" of the profile's ${what}`,
      );
    }
  }
  const weightTexts = domain.map((issue) => {
    const value = field(weights, issue.name);
    const text = decimalText(value);
    if (weights !== undefined && (text === undefined || Number(text) < 0)) {
      problems.error(
        "no-weight",
        file.place(value ?? weights, `issue ${shown(issue.name)}`),
        `issue "${shown(issue.name)}" has no weight from 0 up`,
      );
    }
    return text ?? "0";
  });
  const total = weightTexts.reduce((sum, text) => sum + Number(text), 0);
  if (Math.abs(total - 1) > 1e-6 && !problems.hasErrors)
    problems.warn(
      "weights-sum",
      file.place(weights ?? space),
      `the weights sum to ${tidy(total)}, not to 1; they are used as they stand`,
    );
  const reasons: (string | null)[] = [];
  const utilityTexts = domain.map((issue, i) => {
    const found =
      utilities === undefined
        ? undefined
        : utilitiesOf(file, field(utilities, issue.name) ?? utilities, issue, problems);
    reasons[i] = found?.reason ?? null;
    return found?.texts ?? issue.options.map(() => "0");
  });
  const { points, note } = reservation(file, space, domain, weightTexts, utilityTexts, problems);
  return {
    name,
    weights: weightTexts.map(Number),
    values: utilityTexts.map((texts) => texts.map(hundredfold)),
    boxes: [],
    reservation: points,
    cap: null,
    remarks: [remark.file(file.file, "GeniusWeb"), note],
    reasons,
  };
}

function matchDomains(
  file: JsonFile,
  own: JsonObject,
  domain: readonly GeniusWebIssue[],
  problems: FormatProblems,
): void {
  const before = problems.errors;
  const issues = geniusWebIssues(file, own, problems);
  if (problems.errors > before) return;
  const options = (issue: GeniusWebIssue) =>
    issue.options
      .map(({ name }) => name)
      .toSorted()
      .join("\n");
  for (const issue of domain) {
    const found = issues.find(({ name }) => name === issue.name);
    if (found !== undefined && options(found) === options(issue)) continue;
    const what =
      found === undefined
        ? `lacks the issue "${shown(issue.name)}"`
        : `has other options for the issue "${shown(issue.name)}"`;
    problems.error(
      "not-matching",
      file.place(own, `issue ${shown(issue.name)}`),
      `the domain inside the profile ${what}`,
      "the profile belongs to another domain",
    );
  }
  for (const { name } of issues) {
    if (!domain.some((issue) => issue.name === name))
      problems.error(
        "not-matching",
        file.place(own),
        `the domain has no issue "${shown(name)}" of the domain inside the profile`,
      );
  }
}

type Value = Parameters<JsonFile["place"]>[0];

function utilitiesOf(
  file: JsonFile,
  value: Value,
  issue: GeniusWebIssue,
  problems: FormatProblems,
): { texts: string[]; reason: string | null } {
  const place = file.place(value, `issue ${shown(issue.name)}`);
  const named = objectIn(value, "discreteutils", "valueUtilities") ?? objectIn(value, "discreteutils");
  if (named !== undefined) {
    const known = new Set(issue.options.map(({ name }) => name));
    for (const [key, utility] of named.fields) {
      if (known.has(key.trim())) continue;
      problems.error(
        "not-matching",
        file.place(utility, place.path),
        `issue "${shown(issue.name)}" has no option "${shown(key)}" in the domain`,
      );
    }
    const texts = issue.options.map(({ name }) => {
      const text = decimalText(field(named, name));
      if (text === undefined)
        problems.error(
          "no-evaluation",
          place,
          `issue "${shown(issue.name)}": option "${shown(name)}" has no utility`,
        );
      else if (Number(text) < 0 || Number(text) > 1)
        problems.warn(
          "odd-utility",
          place,
          `issue "${shown(issue.name)}": the utility ${text} of "${shown(name)}" is not from 0 to 1`,
        );
      return text ?? "0";
    });
    return { texts, reason: null };
  }
  const line = objectIn(value, "numberutils");
  const keys = ["lowValue", "lowUtility", "highValue", "highUtility"];
  const ends = keys.map((key) => decimalText(line?.fields.get(key)));
  const texts = ends.includes(undefined)
    ? []
    : lineTexts(
        issue.options.map(({ number }) => number!),
        ends as string[],
      );
  if (!issue.numeric || ends.includes(undefined) || !texts.every((text) => Number.isFinite(Number(text)))) {
    problems.error(
      "no-evaluation",
      place,
      `issue "${shown(issue.name)}" has no ${issue.numeric ? "numberutils" : "discreteutils"} in the profile`,
    );
    return { texts: issue.options.map(() => "0"), reason: null };
  }
  return { texts, reason: remark.evaluator(Object.fromEntries(keys.map((key, k) => [key, ends[k]!]))) };
}

/** Utilities on the line from (low value, low utility) to (high value, high utility), as decimal texts. */
export function lineTexts(numbers: readonly number[], ends: readonly string[]): string[] {
  const [low, lowUtility, high, highUtility] = ends.map(Number);
  return numbers.map((number) =>
    String(
      high === low
        ? lowUtility
        : tidy(lowUtility + ((highUtility - lowUtility) * (number - low)) / (high - low)),
    ),
  );
}

/** The utility of the reservation bid; 0 where there is none. */
function reservation(
  file: JsonFile,
  space: JsonObject,
  domain: readonly GeniusWebIssue[],
  weights: readonly string[],
  utilities: readonly (readonly string[])[],
  problems: FormatProblems,
): { points: number; note: string } {
  const given = space.fields.get("reservationBid");
  const none = { points: 0, note: "The file gives no reservation bid, which counts as 0." };
  if (given === undefined || (given.kind === "word" && given.text === "null")) return none;
  const bid = objectIn(given, "issuevalues");
  if (bid === undefined) {
    problems.error("no-reservation", file.place(given), "the reservation bid has no issuevalues");
    return none;
  }
  for (const [key, value] of bid.fields) {
    if (!domain.some(({ name }) => name === key.trim()))
      problems.error(
        "not-matching",
        file.place(value),
        `the reservation bid names the issue "${shown(key)}", which the domain has not`,
      );
  }
  const terms: [string, string][] = [];
  const options: Record<string, string> = {};
  domain.forEach((issue, i) => {
    const value = field(bid, issue.name);
    if (value === undefined) {
      problems.warn(
        "partial-bid",
        file.place(bid),
        `the reservation bid leaves out "${shown(issue.name)}", which counts as 0`,
      );
      return;
    }
    const text = value.kind === "text" || value.kind === "number" ? value.text.trim() : "";
    const at = issue.options.findIndex(
      ({ name, number }) => name === text || (number !== null && text !== "" && number === Number(text)),
    );
    if (at < 0) {
      problems.error(
        "not-matching",
        file.place(value),
        `the reservation bid: issue "${shown(issue.name)}" has no option "${shown(text)}"`,
      );
      return;
    }
    options[issue.name] = issue.options[at].name;
    terms.push([weights[i], utilities[i][at]]);
  });
  return { points: hundredfold(sumOfProducts(terms)), note: remark.bid(options) };
}

function field(object: JsonObject | undefined, name: string): Value | undefined {
  const exact = object?.fields.get(name);
  if (exact !== undefined || object === undefined) return exact;
  for (const [key, value] of object.fields) if (key.trim() === name) return value;
  return undefined;
}
