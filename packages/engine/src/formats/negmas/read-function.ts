import type { Box, DomainIssue, Profile } from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { type FormatProblems, shown } from "../domain/format-problems.ts";
import { hundredfold } from "../domain/hundredfold.ts";
import { remark } from "../domain/remark.ts";
import { isMapping, typeName, valuesOf } from "./value-function.ts";
import type { YamlFile } from "./yaml-file.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a function gives, save names and the reservation value. */
interface Read {
  readonly weights: readonly number[];
  readonly values: readonly (readonly number[] | null)[];
  readonly boxes: readonly Box[];
}

/**
 * A utility function on the issues of the domain: linear additive, linear or affine in numbers, hyper-rectangles, or one of
 * these discounted. Utilities stand on the file's own scale, and so does the reservation value.
 *
 * A discounted function that has no reservation value of its own has that of the function inside it, which NegMAS forgets.
 */
export function readFunction(
  file: YamlFile,
  name: string,
  issues: readonly DomainIssue[],
  problems: FormatProblems,
): Profile {
  const remarks = [remark.file(file.file, "NegMAS")];
  const reservations: unknown[] = [];
  let given: Fields = file.data;
  const path: string[] = [];
  while (
    /DiscountedUFun$|DiscountedUtilityFunction$/.test(typeName(given)) &&
    path.length < domainLimits.depth
  ) {
    reservations.push(given.reserved_value);
    const { discount } = given;
    if (typeof discount === "number") remarks.push(remark.discount(String(discount)));
    else remarks.push("Discounted in the file; values here are not.");
    path.push("ufun");
    if (!isMapping(given.ufun)) {
      problems.error(
        "no-evaluation",
        file.place(path.slice(0, -1)),
        "a discounted function has no function inside it (ufun)",
      );
      break;
    }
    given = given.ufun;
  }
  reservations.push(given.reserved_value);
  const read = bodyOf(given, file, path, issues, problems);
  const outcome = given.reserved_outcome ?? file.data.reserved_outcome;
  if (outcome !== null && outcome !== undefined)
    problems.error(
      "unsupported",
      file.place([...path, "reserved_outcome"]),
      "a reserved outcome is not read",
      "state reserved_value instead",
    );
  const reservation = reservationOf(reservations, read, issues, file, remarks, problems);
  const flat = foldSigns(read);
  return { name, ...flat, reservation, cap: null, remarks, reasons: issues.map(() => null) };
}

function bodyOf(
  given: Fields,
  file: YamlFile,
  path: readonly string[],
  issues: readonly DomainIssue[],
  problems: FormatProblems,
): Read {
  const type = typeName(given);
  const nothing: Read = { weights: issues.map(() => 0), values: issues.map(() => null), boxes: [] };
  const bias = given.bias ?? 0;
  if (typeof bias !== "number" || !Number.isFinite(bias))
    problems.error("no-evaluation", file.place([...path, "bias"]), "the bias is not a number");
  const constant: Box[] =
    typeof bias === "number" && bias !== 0 ? [{ ranges: [], change: hundredfold(bias) }] : [];
  if (type === "HyperRectangleUtilityFunction")
    return { ...nothing, boxes: [...constant, ...rectangles(given, file, path, issues, problems)] };
  if (!/^(LinearAdditiveUtilityFunction|LinearUtilityFunction|AffineUtilityFunction)$/.test(type)) {
    problems.error(
      "unsupported",
      file.place([...path, "type"]),
      `functions of the type ${shown(type) || "(none)"} are not read`,
      "linear additive functions and hyper-rectangles are",
    );
    return nothing;
  }
  const weights = listOf(given.weights, issues);
  if (weights === null || weights.some((weight) => typeof weight !== "number" || !Number.isFinite(weight))) {
    problems.error(
      "no-weight",
      file.place([...path, "weights"]),
      `expected ${issues.length} weights, one for each issue of the domain`,
    );
    return nothing;
  }
  const functions =
    type === "LinearAdditiveUtilityFunction"
      ? listOf(given.values, issues)
      : issues.map(() => ({ type: "IdentityFun" }));
  if (functions === null) {
    problems.error(
      "not-matching",
      file.place([...path, "values"]),
      `expected ${issues.length} value functions, one for each issue of the domain`,
    );
    return nothing;
  }
  const values = issues.map((issue, i) => {
    const found = valuesOf(functions[i], issue.options);
    if (typeof found !== "string") return found.map(hundredfold);
    const unsupported = /are not read/.test(found);
    problems.error(
      unsupported ? "unsupported" : "no-evaluation",
      { ...file.place([...path, "values", i]), path: `issue ${shown(issue.name)}` },
      `issue "${shown(issue.name)}": ${found}`,
    );
    return null;
  });
  return { weights: weights as number[], values, boxes: constant };
}

/** Values in the issues' order, from a list or from a mapping by name. */
function listOf(given: unknown, issues: readonly DomainIssue[]): unknown[] | null {
  if (Array.isArray(given)) return given.length === issues.length ? given : null;
  if (!isMapping(given) || Object.keys(given).length !== issues.length) return null;
  const found = issues.map(({ name }) => (Object.hasOwn(given, name) ? given[name] : undefined));
  return found.includes(undefined) ? null : found;
}

function rectangles(
  given: Fields,
  file: YamlFile,
  path: readonly string[],
  issues: readonly DomainIssue[],
  problems: FormatProblems,
): Box[] {
  const { outcome_ranges: ranges, utilities } = given;
  const at = file.place([...path, "outcome_ranges"]);
  if (!Array.isArray(ranges) || !Array.isArray(utilities) || utilities.length !== ranges.length) {
    problems.error("no-evaluation", at, "expected as many utilities as outcome_ranges");
    return [];
  }
  if (ranges.length > domainLimits.boxes) {
    problems.error(
      "too-many",
      at,
      `${ranges.length} hyper-rectangles; at most ${domainLimits.boxes} are read`,
    );
    return [];
  }
  const weights: unknown[] =
    Array.isArray(given.weights) && given.weights.length === ranges.length
      ? given.weights
      : ranges.map(() => 1);
  return ranges.flatMap((range: unknown, k): Box[] => {
    const place = file.place([...path, "outcome_ranges", k]);
    const [utility, weight] = [utilities[k] as unknown, weights[k]];
    if (typeof utility !== "number" || typeof weight !== "number" || !Number.isFinite(utility * weight)) {
      problems.error("no-evaluation", place, "the utility of a hyper-rectangle is not a number");
      return [];
    }
    if (!isMapping(range)) {
      problems.error("not-matching", place, "expected ranges by index of the issue");
      return [];
    }
    const found: { issue: number; from: number; to: number }[] = [];
    for (const [key, bounds] of Object.entries(range)) {
      const issue = /^\d+$/.test(key) ? Number(key) : issues.findIndex(({ name }) => name === key);
      const numbers = issues[issue]?.options.map(({ number }) => number) ?? [null];
      if (
        numbers.includes(null) ||
        !Array.isArray(bounds) ||
        bounds.length !== 2 ||
        !bounds.every((bound) => typeof bound === "number")
      ) {
        problems.error(
          "not-matching",
          place,
          `hyper-rectangle: "${shown(key)}" is not an issue of numbers with a least and a greatest value`,
        );
        return [];
      }
      const [low, high] = bounds as [number, number];
      const inside = numbers.flatMap((number, o) => (number! >= low && number! <= high ? [o] : []));
      if (inside.length === 0 || inside.at(-1)! - inside[0] !== inside.length - 1) {
        problems.warn(
          "never-holds",
          place,
          "a hyper-rectangle lies outside the domain and never holds; it is left out",
        );
        return [];
      }
      found.push({ issue, from: inside[0], to: inside.at(-1)! });
    }
    return [{ ranges: found, change: hundredfold(utility * weight) }];
  });
}

/** A case has no weights below 0: their sign goes to the values. */
function foldSigns({ weights, values, boxes }: Read): Read {
  return {
    weights: weights.map(Math.abs),
    values: values.map((points, i) =>
      weights[i] < 0 ? (points?.map((value) => (value === 0 ? 0 : -value)) ?? null) : points,
    ),
    boxes,
  };
}

/** Points. Minus infinity and none: whatever is agreed is better, so the least any outcome can be worth. */
function reservationOf(
  given: readonly unknown[],
  read: Read,
  issues: readonly DomainIssue[],
  file: YamlFile,
  remarks: string[],
  problems: FormatProblems,
): number {
  const stated = given.filter((value) => value !== undefined && value !== null);
  const odd = stated.find((value) => typeof value !== "number" || Number.isNaN(value) || value === Infinity);
  if (odd !== undefined)
    problems.error(
      "no-reservation",
      file.place(["reserved_value"]),
      `the reservation value is not a number: ${shown(String(odd))}`,
    );
  const ends = issues.map((_, i) => (read.values[i] ?? [0]).map((value) => value * read.weights[i]));
  const least =
    ends.reduce((sum, row) => sum + row.reduce((a, b) => Math.min(a, b), Infinity), 0) +
    read.boxes.reduce((sum, { change }) => sum + Math.min(0, change), 0);
  const most =
    ends.reduce((sum, row) => sum + row.reduce((a, b) => Math.max(a, b), -Infinity), 0) +
    read.boxes.reduce((sum, { change }) => sum + Math.max(0, change), 0);
  const own = stated.find((value) => typeof value === "number" && Number.isFinite(value)) as
    | number
    | undefined;
  if (own === undefined) {
    remarks.push(
      "The file gives no reservation value, so that every outcome is acceptable: the no-deal value is the least possible one.",
    );
    return least;
  }
  const points = hundredfold(own);
  if (own > 0 && own <= 1 && most > 1_000) {
    const message = `the reservation value ${own} and utilities up to ${(most / 100).toPrecision(4)} look as if they were on different scales; both are read as they stand`;
    problems.warn(
      "doubtful-scale",
      file.place(["reserved_value"]),
      message,
      "NegMAS writes GENIUS evaluations without dividing them by the largest: normalise before writing",
    );
  }
  return points;
}
