import type { Case } from "../../model/case.ts";
import type { Checked } from "../../model/problem.ts";
import { type CaseDomain, caseToDomain, namesInOrder } from "../domain/case-to-domain.ts";
import type { Profile } from "../domain/domain.ts";
import { fileNames } from "../domain/file-names.ts";
import { FormatProblems, type Place } from "../domain/format-problems.ts";
import { hundredfold, hundredth, tidy } from "../domain/hundredfold.ts";
import { readBidRemark, readEvaluatorRemark, readRemark } from "../domain/remark.ts";
import { sumOfProducts } from "./decimal-sum.ts";
import { jsonText, rawNumber } from "./json-out.ts";
import { lineTexts } from "./read-profile.ts";
import { cheapestReaching } from "./reservation-bid.ts";

const place: Place = { file: "case.yaml", line: 0, column: 0 };

/**
 * A case as GeniusWeb files: file name → text. Read again they give the same case where it came from GeniusWeb.
 *
 * GeniusWeb holds the reservation value as a bid: where no bid is worth exactly that, the cheapest one that is worth more is
 * written, with a warning; it leaves the same outcomes acceptable.
 */
export function writeGeniusWeb(subject: Case): Checked<Record<string, string>> {
  const problems = new FormatProblems();
  const domain = caseToDomain(subject, problems);
  if (domain === null) return problems.refused();
  const taken = new Set<string>();
  const [domainFile] = fileNames([domain.domainFile], ["domain"], "json", taken);
  const profileFiles = namesInOrder(domain, "json", taken);
  const description = {
    name: domain.name,
    issuesValues: new Map(
      domain.issues.map(({ name, options }, i) => [
        name,
        rangeOf(domain, i) ?? { values: options.map((option) => option.name) },
      ]),
    ),
  };
  const written: Record<string, string> = { [domainFile]: jsonText(description) };
  domain.profiles.forEach((profile, p) => {
    written[profileFiles[p]] = jsonText({
      LinearAdditiveUtilitySpace: profileOf(domain, profile, p, description, problems),
    });
  });
  return problems.checked(written);
}

function rangeOf(domain: CaseDomain, i: number) {
  const found = readRemark("range", domain.issueNotes[i]);
  if (found === null) return null;
  const [low, high, step] = found.map(Number);
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  const { options } = domain.issues[i];
  if (count !== options.length || options.some(({ number }, k) => number !== tidy(low + k * step)))
    return null;
  const [from, to, by] = found.map(rawNumber);
  return { range: { low: from, high: to, step: by } };
}

function profileOf(
  domain: CaseDomain,
  profile: Profile,
  p: number,
  description: object,
  problems: FormatProblems,
) {
  if (profile.boxes.length > 0)
    problems.error(
      "not-held",
      place,
      `GeniusWeb's linear profiles hold no interactions; ${profile.name} has some`,
    );
  const points = profile.values.flatMap((values) => values ?? []);
  if (points.some((value) => value < 0 || value > 100))
    problems.warn(
      "odd-utility",
      place,
      `${profile.name} has values outside 0 to 100; GeniusWeb takes utilities from 0 to 1`,
    );
  const utilities = domain.issues.map((issue, i) => {
    const values = profile.values[i] ?? issue.options.map(() => 0);
    const line =
      rangeOf(domain, i) === null
        ? null
        : lineOf(
            profile.reasons[i],
            values,
            issue.options.map(({ number }) => number!),
          );
    if (line !== null) return { numberutils: line };
    if (rangeOf(domain, i) !== null)
      problems.error(
        "not-held",
        place,
        `GeniusWeb holds straight lines only for numbers; ${profile.name} values ${issue.name} otherwise`,
      );
    return {
      discreteutils: {
        valueUtilities: new Map(
          values.map((value, o) => [issue.options[o].name, rawNumber(hundredth(value))]),
        ),
      },
    };
  });
  const named = <T>(values: readonly T[]) =>
    new Map(values.map((value, i) => [domain.issues[i].name, value]));
  const bid = bidOf(domain, profile, p, problems);
  return {
    name: profile.name,
    issueUtilities: named(utilities),
    issueWeights: named(profile.weights.map((weight) => rawNumber(String(weight)))),
    domain: description,
    ...(bid === null ? {} : { reservationBid: { issuevalues: bid } }),
  };
}

function lineOf(reason: string | null, values: readonly number[], numbers: readonly number[]) {
  const attributes = readEvaluatorRemark(reason);
  const keys = ["lowValue", "lowUtility", "highValue", "highUtility"];
  if (attributes === null || keys.some((key) => !attributes.has(key))) return null;
  const texts = lineTexts(
    numbers,
    keys.map((key) => attributes.get(key)!),
  );
  if (texts.some((text, o) => hundredfold(text) !== values[o])) return null;
  return Object.fromEntries(keys.map((key) => [key, rawNumber(attributes.get(key)!)]));
}

/** Options by issue; null for none, which counts as 0. */
function bidOf(
  domain: CaseDomain,
  profile: Profile,
  p: number,
  problems: FormatProblems,
): Map<string, string> | null {
  const points = profile.reservation ?? 0;
  const note = domain.profileNotes[p];
  if (points === 0 && !readBidRemark(note)) return null;
  const said = readBidRemark(note) ?? {};
  const known = Object.entries(said).flatMap(([name, option]) => {
    const i = domain.issues.findIndex((issue) => issue.name === name);
    const o = i < 0 ? -1 : domain.issues[i].options.findIndex((one) => one.name === option);
    return o < 0 ? [] : [[i, o] as const];
  });
  const terms = known.map(
    ([i, o]) => [String(profile.weights[i]), hundredth(profile.values[i]?.[o] ?? 0)] as const,
  );
  if (known.length > 0 && hundredfold(sumOfProducts(terms)) === points)
    return new Map(known.map(([i, o]) => [domain.issues[i].name, domain.issues[i].options[o].name]));
  if (points === 0) return null;
  const cheapest = cheapestReaching(profile, points);
  if (cheapest === null) {
    problems.error(
      "not-held",
      place,
      `GeniusWeb holds the no-deal value as a bid; no outcome is worth the ${points} points of ${profile.name}`,
    );
    return null;
  }
  const worth = cheapest.reduce((sum, o, i) => sum + profile.weights[i] * (profile.values[i]?.[o] ?? 0), 0);
  if (Math.abs(worth - points) > 1e-9)
    problems.warn(
      "changed",
      place,
      `GeniusWeb holds the no-deal value as a bid: ${profile.name} gets the cheapest bid worth at least ${points} points, which is worth ${tidy(worth)}; the same outcomes stay acceptable`,
    );
  return new Map(cheapest.map((o, i) => [domain.issues[i].name, domain.issues[i].options[o].name]));
}
