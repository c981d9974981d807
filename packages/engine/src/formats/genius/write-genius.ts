import type { Case } from "../../model/case.ts";
import type { Checked } from "../../model/problem.ts";
import { type CaseDomain, caseToDomain, withoutCap } from "../domain/case-to-domain.ts";
import type { Profile } from "../domain/domain.ts";
import { fileNames, inNameOrder, stemOf } from "../domain/file-names.ts";
import { FormatProblems } from "../domain/format-problems.ts";
import { hundredth } from "../domain/hundredfold.ts";
import { readRemark } from "../domain/remark.ts";
import { type IssueForm, issueForms } from "./issue-form.ts";
import { tag } from "./xml-text.ts";

const place = { file: "case.yaml", line: 0, column: 0 };

/**
 * A case as GENIUS files: file name → text. Read again they give the same case where it came from GENIUS, and the same
 * values of all outcomes in any case. What the format cannot hold is a warning where it is left out and an error where values
 * would change.
 */
export function writeGenius(subject: Case): Checked<Record<string, string>> {
  const problems = new FormatProblems();
  const domain = caseToDomain(subject, problems);
  if (domain === null) return problems.refused();
  const profiles = domain.profiles.map((profile) => {
    const bare = withoutCap(profile, domain.issues, 100);
    if (bare === undefined) {
      problems.error(
        "above-one",
        place,
        `GENIUS cuts utilities off at 1 (100 points); outcomes of ${profile.name} are worth more`,
        "divide its values by a common factor",
      );
    }
    return bare ?? profile;
  });
  const forms = issueForms(domain, profiles);
  const files = namesOf(domain);
  const written: Record<string, string> = { [files.domain]: domainText(domain, forms, files) };
  profiles.forEach((profile, p) => {
    const text =
      profile.boxes.length > 0 || profile.values.every((values) => values === null)
        ? nonlinearText(domain, p, profile, forms, problems)
        : additiveText(domain, p, profile, forms, problems);
    written[files.profiles[p]] = text;
  });
  return problems.checked(written);
}

interface FileNames {
  readonly domain: string;
  readonly profiles: readonly string[];
  /** Whether the domain has to name its agents: for their names, or for their order. */
  readonly agents: boolean;
}

function namesOf(domain: CaseDomain): FileNames {
  const taken = new Set<string>();
  const [domainFile] = fileNames([domain.domainFile], ["domain"], "xml", taken);
  const profiles = fileNames(domain.profileFiles, domain.profileIds, "xml", taken);
  const inOrder = inNameOrder(profiles).join("\n") === profiles.join("\n");
  const labelled = domain.profiles.every(({ name }, p) => name === stemOf(profiles[p]));
  return { domain: domainFile, profiles, agents: !(inOrder && labelled) };
}

function domainText(domain: CaseDomain, forms: readonly IssueForm[], files: FileNames): string {
  const agents = files.agents
    ? domain.profiles.map(({ name }, p) =>
        tag("agent", { name, utility_space: files.profiles[p], class: "" }),
      )
    : [];
  const issues = forms.map((form) =>
    tag(
      "issue",
      form.attributes,
      form.items.map((value, o) => tag("item", { index: String(o + 1), value })),
    ),
  );
  const space = tag("utility_space", { number_of_issues: String(forms.length) }, [
    tag("objective", ROOT, issues),
  ]);
  return `${tag("negotiation_template", {}, [...agents, space])}\n`;
}

const ROOT = { index: "0", description: "", name: "root", type: "objective", etype: "objective" };

function additiveText(
  domain: CaseDomain,
  p: number,
  profile: Profile,
  forms: readonly IssueForm[],
  problems: FormatProblems,
): string {
  const weights: string[] = [];
  const issues = forms.map((form, i) => {
    const values = profile.values[i] ?? form.items.map(() => 0);
    const most = values.reduce((largest, value) => Math.max(largest, value), 0);
    const evaluator = form.evaluators[p];
    const scale = evaluator !== null || most === 0 || most === 100 ? 1 : most / 100;
    weights.push(tag("weight", { index: form.attributes.index, value: String(profile.weights[i] * scale) }));
    if (evaluator !== null) return tag("issue", form.attributes, [tag("evaluator", evaluator)]);
    if (values.some((value) => value < 0)) {
      problems.error(
        "below-zero",
        place,
        `GENIUS takes no values below 0; ${profile.name} has some in ${domain.issues[i].name}`,
      );
    }
    const items = form.items.map((value, o) =>
      tag("item", { index: String(o + 1), value, evaluation: String(values[o]) }),
    );
    return tag("issue", form.attributes, items);
  });
  const objective = tag("objective", ROOT, [...issues, ...weights]);
  return `${tag("utility_space", { number_of_issues: String(forms.length) }, [objective, ...footOf(domain, p, profile)])}\n`;
}

function nonlinearText(
  domain: CaseDomain,
  p: number,
  profile: Profile,
  forms: readonly IssueForm[],
  problems: FormatProblems,
): string {
  const words = forms.findIndex(({ lower }) => lower === null);
  if (words >= 0) {
    problems.error(
      "not-held",
      place,
      `GENIUS holds interactions only over whole-number issues; ${profile.name} has some, and ${domain.issues[words].name} is in words`,
    );
    return "";
  }
  const note = domain.profileNotes[p];
  const scale = Number(readRemark("scale", note)?.[0] ?? 100);
  const most = Number.isFinite(scale) && scale > 0 ? scale : 100;
  const single = profile.values.flatMap((values, issue) =>
    (values ?? [])
      .map((value, o) => ({ ranges: [{ issue, from: o, to: o }], change: value * profile.weights[issue] }))
      .filter(({ change }) => change !== 0),
  );
  const rectangles = [...profile.boxes, ...single].map(({ ranges, change }) => {
    const bounds = ranges.map(({ issue, from, to }) => {
      const lower = forms[issue].lower!;
      return tag("INCLUDES", {
        index: forms[issue].attributes.index,
        min: String(lower + from),
        max: String(lower + to),
      });
    });
    return tag("hyperRectangle", { utility: unscaled(change, most) }, bounds);
  });
  const utility = tag("utility", { maxutility: String(most) }, [
    tag("ufun", { type: "PlainUfun", weight: "1", aggregation: "sum" }, rectangles),
  ]);
  const objective = tag("objective", ROOT, [...forms.map((form) => tag("issue", form.attributes)), utility]);
  return `${tag("utility_space", { type: "nonlinear" }, [objective, ...footOf(domain, p, profile)])}\n`;
}

/** The utility of a rectangle that is read again as `change` points. */
function unscaled(change: number, most: number): string {
  if (most === 100) return String(change);
  const value = (change * most) / 100;
  const short = Number(value.toPrecision(14));
  return String((100 * short) / most === change ? short : value);
}

function footOf(domain: CaseDomain, p: number, profile: Profile): string[] {
  const note = domain.profileNotes[p] ?? "";
  const discount = readRemark("discount", note);
  const silent =
    profile.reservation === null || (profile.reservation === 0 && /gives no reservation value/.test(note));
  return [
    ...(discount === null ? [] : [tag("discount_factor", { value: discount[0] })]),
    ...(silent ? [] : [tag("reservation", { value: hundredth(profile.reservation!) })]),
  ];
}
