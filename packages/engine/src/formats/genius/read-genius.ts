import type { Checked } from "../../model/problem.ts";
import {
  DEFAULT_REAL_VALUES,
  type DomainFiles,
  type ImportedCase,
  type ImportOptions,
} from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { domainToCase } from "../domain/domain-to-case.ts";
import { extensionOf, inNameOrder, stemOf } from "../domain/file-names.ts";
import { FormatProblems, type Place, shown, tooFew } from "../domain/format-problems.ts";
import { geniusIssues } from "./genius-issue.ts";
import { readProfile } from "./read-profile.ts";
import { type Element, xmlRoot } from "./xml-element.ts";

/**
 * A GENIUS domain with its profiles, as a case: linear additive with discrete, whole-number and real issues, or
 * hyper-rectangles.
 *
 * A discrete value is its evaluation over the largest of its issue; weights stand as they are; totals above 1 are cut off;
 * a missing reservation value is 0; discounts are noted and not applied. Profiles come in the order of the domain's agents,
 * otherwise by file name.
 */
export function readGenius(files: DomainFiles, options: ImportOptions = {}): Checked<ImportedCase> {
  const problems = new FormatProblems();
  const notes: string[] = [];
  const realValues = options.realValues ?? DEFAULT_REAL_VALUES;
  if (!Number.isInteger(realValues) || realValues < 2)
    throw new RangeError(`invalid realValues: ${realValues}`);
  const names = inNameOrder(Object.keys(files)).filter(
    (name) => extensionOf(name) === "xml" && !name.startsWith("."),
  );
  const whole: Place = { file: names[0] ?? "", line: 0, column: 0 };
  if (names.length > domainLimits.files)
    problems.error("too-many", whole, `${names.length} files; at most ${domainLimits.files} are read`);
  if (problems.hasErrors) return problems.refused();
  const roots: { file: string; root: Element }[] = [];
  for (const file of names) {
    const root = xmlRoot(file, files[file], problems);
    if (root === "numbers") notes.push(`${file} is a table of numbers and not XML; left out.`);
    else if (root !== "broken") roots.push({ file, root });
  }
  const domains = roots.filter(({ root }) => root.name === "negotiation_template");
  const profiles = roots.filter(({ root }) => root.name === "utility_space");
  for (const { root } of roots) {
    if (root.name === "negotiation_template" || root.name === "utility_space") continue;
    problems.error(
      "unknown-root",
      root.place,
      `the file is not of GENIUS: its root is <${shown(root.name)}>`,
      "expected negotiation_template (a domain) or utility_space (a profile)",
    );
  }
  if (domains.length === 0 && !problems.hasErrors)
    problems.error(
      "no-domain",
      whole,
      "there is no domain file (root negotiation_template)",
      "put it beside the profiles",
    );
  if (domains.length > 1)
    problems.error(
      "several-domains",
      domains[1].root.place,
      `there are ${domains.length} domain files: ${domains.map(({ file }) => shown(file)).join(", ")}`,
      "one domain a folder",
    );
  if (domains.length !== 1) return problems.refused();
  const [{ file: domainFile, root: template }] = domains;
  if (profiles.length < 2 && !problems.hasErrors)
    problems.error(
      "no-profiles",
      template.place,
      tooFew(profiles.length, "profile (root utility_space)"),
      "put the profiles beside the domain",
    );
  if (profiles.length > domainLimits.profiles)
    problems.error(
      "too-many",
      whole,
      `${profiles.length} profiles; at most ${domainLimits.profiles} are read`,
    );
  const space = template.children.find(({ name }) => name === "utility_space");
  const container = space?.children.find(({ name }) => name === "objective") ?? space;
  if (container === undefined) problems.error("no-domain", template.place, "the domain has no utility_space");
  if (container === undefined) return problems.refused();
  const before = problems.errors;
  const issues = geniusIssues(container, realValues, problems);
  if (issues.length === 0 && problems.errors === before)
    problems.error("no-issues", container.place, "the domain has no issues");
  for (const issue of issues) {
    if (issue.type === "real")
      notes.push(
        `Issue "${shown(issue.name)}" is real-valued; it is read at ${issue.options.length} evenly spaced values, and what lies between is left out.`,
      );
  }
  const agents = agentsOf(template);
  const place = (file: string) => agents.findIndex(({ profile }) => profile === file);
  const ordered = profiles.toSorted((a, b) => rank(place(a.file)) - rank(place(b.file)));
  // Problems of the domain would be repeated for every profile.
  const read =
    problems.errors > before
      ? []
      : ordered.map(({ file, root }) =>
          readProfile(root, agents[place(file)]?.name ?? stemOf(file), issues, realValues, problems),
        );
  if (problems.hasErrors) return problems.refused();
  for (const { name, remarks } of read) {
    for (const remark of remarks)
      if (/discount/i.test(remark))
        notes.push(`${name}: ${remark.charAt(0).toLowerCase()}${remark.slice(1)}`);
  }
  if (read.length > 2)
    notes.push(`All ${read.length} profiles are read as principals: every one must agree.`);
  const domain = {
    name: stemOf(domainFile),
    format: "GENIUS",
    files: [domainFile, ...ordered.map(({ file }) => file)],
    issues: issues.map(({ name, options: values, remarks }) => ({ name, options: values, remarks })),
    profiles: read,
  };
  const imported = domainToCase(domain, problems, notes, options);
  return imported === null ? problems.refused() : problems.checked(imported);
}

/** Agents that the domain names together with their profile's file. */
function agentsOf(template: Element): { name: string; profile: string }[] {
  return template.children.flatMap((element) => {
    const name = element.attribute("name")?.trim() ?? "";
    const profile = element.attribute("utility_space")?.trim() ?? "";
    return element.name === "agent" && name !== "" && profile !== "" && name.length <= domainLimits.name
      ? [{ name, profile }]
      : [];
  });
}

function rank(place: number): number {
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}
