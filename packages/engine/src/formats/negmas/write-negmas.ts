import { stringify } from "yaml";
import type { Case } from "../../model/case.ts";
import type { Checked } from "../../model/problem.ts";
import { type CaseDomain, caseToDomain, namesInOrder } from "../domain/case-to-domain.ts";
import type { Profile } from "../domain/domain.ts";
import { fileNames } from "../domain/file-names.ts";
import { FormatProblems, type Place } from "../domain/format-problems.ts";
import { hundredth } from "../domain/hundredfold.ts";
import { readRemark } from "../domain/remark.ts";

const place: Place = { file: "case.yaml", line: 0, column: 0 };

/**
 * A case as a NegMAS scenario in YAML: file name → text. Utilities are points / 100.
 *
 * Interactions are written as hyper-rectangles, for which every issue has to be one of numbers.
 */
export function writeNegmas(subject: Case): Checked<Record<string, string>> {
  const problems = new FormatProblems();
  const domain = caseToDomain(subject, problems);
  if (domain === null) return problems.refused();
  const taken = new Set<string>();
  const given = domain.domainFile?.endsWith(".yaml") === true ? "yaml" : "yml";
  const [domainFile] = fileNames([domain.domainFile], ["domain"], given, taken);
  const extension = domain.profileFiles.every((file) => file?.endsWith(".yaml")) ? "yaml" : "yml";
  const profileFiles = namesInOrder(domain, extension, taken);
  const issues = domain.issues.map((_, i) => issueOf(domain, i));
  const written: Record<string, string> = {
    [domainFile]: text({
      issues,
      name: domain.name,
      type: issues.some(({ type }) => type === "ContinuousIssue")
        ? "CartesianOutcomeSpace"
        : "DiscreteCartesianOutcomeSpace",
    }),
  };
  domain.profiles.forEach((profile, p) => {
    const [ranged, constant] = [
      profile.boxes.filter((box) => !isEverywhere(box, domain)),
      profile.boxes.filter((box) => isEverywhere(box, domain)),
    ];
    const bias = constant.reduce((sum, { change }) => sum + Number(hundredth(change)), 0);
    const body =
      ranged.length > 0
        ? rectangles(domain, profile, ranged, bias, problems)
        : additive(domain, profile, bias);
    written[profileFiles[p]] = text(discounted(domain, profile, p, body));
  });
  return problems.checked(written);
}

function issueOf(domain: CaseDomain, i: number): { name: string; type: string; values: (string | number)[] } {
  const { name, options } = domain.issues[i];
  const note = domain.issueNotes[i];
  const numbers = options.map((option) => option.number);
  const plain = options.every((option) => option.number !== null && option.name === String(option.number));
  const first = numbers[0];
  const whole = plain && Number.isSafeInteger(first) && numbers.every((number, o) => number === first! + o);
  if (whole && (options.length > 1 || readRemark("integer", note) !== null))
    return { name, type: "ContiguousIssue", values: [first!, numbers.at(-1)!] };
  const real = readRemark("real", note)?.map(Number);
  if (
    plain &&
    real !== undefined &&
    real[2] === options.length &&
    real[0] === first &&
    real[1] === numbers.at(-1)
  )
    return { name, type: "ContinuousIssue", values: [real[0], real[1]] };
  if (plain) return { name, type: "DiscreteCardinalIssue", values: numbers as number[] };
  return { name, type: "CategoricalIssue", values: options.map((option) => option.name) };
}

function additive(domain: CaseDomain, profile: Profile, bias: number) {
  const values = domain.issues.map(({ options }, i) => {
    const points = profile.values[i] ?? options.map(() => 0);
    return {
      type: "TableFun",
      mapping: new Map(
        options.map(({ name, number }, o) => [
          name === String(number) ? number : name,
          Number(hundredth(points[o])),
        ]),
      ),
    };
  });
  return {
    name: profile.name,
    type: "LinearAdditiveUtilityFunction",
    values,
    weights: profile.weights,
    ...(bias === 0 ? {} : { bias }),
  };
}

function rectangles(
  domain: CaseDomain,
  profile: Profile,
  boxes: Profile["boxes"],
  bias: number,
  problems: FormatProblems,
) {
  const words = domain.issues.findIndex((_, i) => issueOf(domain, i).type === "CategoricalIssue");
  if (words >= 0)
    problems.error(
      "not-held",
      place,
      `NegMAS holds interactions only over issues of numbers; ${profile.name} has some, and ${domain.issues[words].name} is in words`,
    );
  const single = profile.values.flatMap((values, issue) =>
    (values ?? [])
      .map((value, o) => ({ ranges: [{ issue, from: o, to: o }], change: value * profile.weights[issue] }))
      .filter(({ change }) => change !== 0),
  );
  const all = [...boxes, ...single];
  const number = (issue: number, o: number) => domain.issues[issue].options[o].number ?? o;
  return {
    name: profile.name,
    type: "HyperRectangleUtilityFunction",
    bias,
    ignore_failing_range_utilities: false,
    ignore_issues_not_in_input: false,
    outcome_ranges: all.map(
      ({ ranges }) =>
        new Map(ranges.map(({ issue, from, to }) => [issue, [number(issue, from), number(issue, to)]])),
    ),
    utilities: all.map(({ change }) => Number(hundredth(change))),
    weights: all.map(() => 1),
  };
}

function isEverywhere({ ranges }: Profile["boxes"][number], domain: CaseDomain): boolean {
  return ranges.every(({ issue, from, to }) => from === 0 && to === domain.issues[issue].options.length - 1);
}

function discounted(domain: CaseDomain, profile: Profile, p: number, body: object): object {
  const note = domain.profileNotes[p];
  const silent = profile.reservation === null || /every outcome is acceptable/.test(note ?? "");
  const reserved = {
    reserved_outcome: null,
    reserved_value: silent ? -Infinity : Number(hundredth(profile.reservation!)),
  };
  const discount = Number(readRemark("discount", note)?.[0] ?? Number.NaN);
  const inside = { ...body, ...reserved };
  if (!Number.isFinite(discount)) return inside;
  return {
    type: "ExpDiscountedUFun",
    name: profile.name,
    discount,
    dynamic_reservation: true,
    factor: "step",
    ...reserved,
    ufun: inside,
  };
}

function text(value: object): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, version: "1.2", schema: "core" });
}
