import type { Checked } from "../../model/problem.ts";
import type { DomainFiles, ImportedCase, ImportOptions } from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { domainName } from "../domain/domain-name.ts";
import { domainToCase } from "../domain/domain-to-case.ts";
import { extensionOf, inNameOrder, stemOf } from "../domain/file-names.ts";
import { FormatProblems, type Place, shown, tooFew } from "../domain/format-problems.ts";
import { geniusWebIssues } from "./geniusweb-issue.ts";
import { type JsonFile, jsonFile, objectIn } from "./json-file.ts";
import { readProfile } from "./read-profile.ts";

const LINEAR = "LinearAdditiveUtilitySpace";

/**
 * A GeniusWeb domain with its profiles, as a case: linear additive, with values in words or numbers in steps.
 *
 * Utilities and weights stand as they are; the reservation value is the utility of the reservation bid, computed exactly.
 * Profiles come in the order of their file names.
 */
export function readGeniusWeb(files: DomainFiles, options: ImportOptions = {}): Checked<ImportedCase> {
  const problems = new FormatProblems();
  const names = inNameOrder(Object.keys(files)).filter(
    (name) => extensionOf(name) === "json" && !name.startsWith("."),
  );
  const whole: Place = { file: names[0] ?? "", line: 0, column: 0 };
  if (names.length > domainLimits.files) {
    problems.error("too-many", whole, `${names.length} files; at most ${domainLimits.files} are read`);
    return problems.refused();
  }
  const domains: JsonFile[] = [];
  const profiles: JsonFile[] = [];
  for (const name of names) {
    const file = jsonFile(name, files[name], problems);
    if (file === null) continue;
    if (file.root.fields.has("issuesValues")) domains.push(file);
    else if (file.root.fields.has(LINEAR)) profiles.push(file);
    else {
      const [kind] = file.root.fields.keys();
      const what = kind === undefined ? "is empty" : `holds ${shown(kind)}`;
      problems.error(
        "unknown-root",
        file.place(file.root),
        `the file ${what}; expected a domain (issuesValues) or a ${LINEAR}`,
      );
    }
  }
  if (domains.length === 0 && !problems.hasErrors)
    problems.error(
      "no-domain",
      whole,
      "there is no domain file (with issuesValues)",
      "put it beside the profiles",
    );
  if (domains.length > 1)
    problems.error(
      "several-domains",
      domains[1].place(domains[1].root),
      `there are ${domains.length} domain files: ${domains.map(({ file }) => shown(file)).join(", ")}`,
      "one domain a folder",
    );
  if (domains.length !== 1) return problems.refused();
  const [domain] = domains;
  if (profiles.length < 2 && !problems.hasErrors)
    problems.error(
      "no-profiles",
      domain.place(domain.root),
      tooFew(profiles.length, `profile (${LINEAR})`),
      "put the profiles beside the domain",
    );
  if (profiles.length > domainLimits.profiles)
    problems.error(
      "too-many",
      whole,
      `${profiles.length} profiles; at most ${domainLimits.profiles} are read`,
    );
  const before = problems.errors;
  const issues = geniusWebIssues(domain, domain.root, problems);
  const read =
    problems.errors > before || profiles.length > domainLimits.profiles
      ? []
      : profiles.map((file) =>
          readProfile(
            file,
            objectIn(file.root, LINEAR) ?? file.root,
            profileName(file, problems),
            issues,
            problems,
          ),
        );
  if (problems.hasErrors) return problems.refused();
  const given = domain.root.fields.get("name");
  const name =
    given?.kind === "text" && given.text.trim() !== ""
      ? domainName(given.text, "the domain", domain.place(given), problems)
      : stemOf(domain.file);
  const notes =
    read.length > 2 ? [`All ${read.length} profiles are read as principals: every one must agree.`] : [];
  const imported = domainToCase(
    {
      name: name ?? stemOf(domain.file),
      format: "GeniusWeb",
      files: [domain.file, ...profiles.map(({ file }) => file)],
      issues,
      profiles: read,
    },
    problems,
    notes,
    options,
  );
  return imported === null ? problems.refused() : problems.checked(imported);
}

function profileName(file: JsonFile, problems: FormatProblems): string {
  const given = objectIn(file.root, LINEAR)?.fields.get("name");
  if (given?.kind !== "text" || given.text.trim() === "") return stemOf(file.file);
  return domainName(given.text, "the profile", file.place(given), problems) ?? stemOf(file.file);
}
