import type { Checked } from "../../model/problem.ts";
import {
  DEFAULT_REAL_VALUES,
  type DomainFiles,
  type ImportedCase,
  type ImportOptions,
} from "../domain/domain.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import { domainName } from "../domain/domain-name.ts";
import { domainToCase } from "../domain/domain-to-case.ts";
import { extensionOf, inNameOrder, stemOf } from "../domain/file-names.ts";
import { FormatProblems, type Place, shown, tooFew } from "../domain/format-problems.ts";
import { negmasIssues } from "./negmas-issue.ts";
import { readFunction } from "./read-function.ts";
import { typeName } from "./value-function.ts";
import { type YamlFile, yamlFile } from "./yaml-file.ts";

/**
 * A NegMAS scenario in YAML, as a case: an outcome space and its utility functions, in the order of their file names.
 *
 * Utilities stand on the file's own scale and are neither normalised nor cut off.
 */
export function readNegmas(files: DomainFiles, options: ImportOptions = {}): Checked<ImportedCase> {
  const problems = new FormatProblems();
  const notes: string[] = [];
  const realValues = options.realValues ?? DEFAULT_REAL_VALUES;
  if (!Number.isInteger(realValues) || realValues < 2)
    throw new RangeError(`invalid realValues: ${realValues}`);
  const names = inNameOrder(Object.keys(files)).filter(
    (name) => ["yml", "yaml"].includes(extensionOf(name)) && !name.startsWith("."),
  );
  const whole: Place = { file: names[0] ?? "", line: 0, column: 0 };
  if (names.length > domainLimits.files) {
    problems.error("too-many", whole, `${names.length} files; at most ${domainLimits.files} are read`);
    return problems.refused();
  }
  const domains: YamlFile[] = [];
  const functions: YamlFile[] = [];
  for (const name of names) {
    if (name.startsWith("_")) {
      notes.push(`${name} is not part of the scenario (statistics or information); left out.`);
      continue;
    }
    const file = yamlFile(name, files[name], problems);
    if (file === null) continue;
    const type = typeName(file.data);
    if (/OutcomeSpace$/.test(type)) domains.push(file);
    else if (/fun/i.test(type)) functions.push(file);
    else
      problems.error(
        "unknown-root",
        file.place(["type"]),
        `the file is of the type ${shown(type) || "(none)"}; expected an outcome space or a utility function`,
      );
  }
  if (domains.length === 0 && !problems.hasErrors)
    problems.error(
      "no-domain",
      whole,
      "there is no domain file (type …OutcomeSpace)",
      "put it beside the utility functions",
    );
  if (domains.length > 1)
    problems.error(
      "several-domains",
      domains[1].place([]),
      `there are ${domains.length} domain files: ${domains.map(({ file }) => shown(file)).join(", ")}`,
      "one domain a folder",
    );
  if (domains.length !== 1) return problems.refused();
  const [domain] = domains;
  if (functions.length < 2 && !problems.hasErrors)
    problems.error(
      "no-profiles",
      domain.place([]),
      tooFew(functions.length, "utility function"),
      "put them beside the domain",
    );
  if (functions.length > domainLimits.profiles)
    problems.error(
      "too-many",
      whole,
      `${functions.length} utility functions; at most ${domainLimits.profiles} are read`,
    );
  const before = problems.errors;
  const issues = negmasIssues(domain, realValues, problems);
  for (const { name, options: values, remarks } of issues) {
    if (/^Real/.test(remarks[0] ?? ""))
      notes.push(
        `Issue "${shown(name)}" is real-valued; it is read at ${values.length} evenly spaced values, and what lies between is left out.`,
      );
  }
  const read =
    problems.errors > before || functions.length > domainLimits.profiles
      ? []
      : functions.map((file) => readFunction(file, nameOf(file, problems), issues, problems));
  if (problems.hasErrors) return problems.refused();
  for (const { name, remarks } of read) {
    for (const remark of remarks)
      if (/discount|every outcome/i.test(remark))
        notes.push(`${name}: ${remark.charAt(0).toLowerCase()}${remark.slice(1)}`);
  }
  if (read.length > 2)
    notes.push(`All ${read.length} functions are read as principals: every one must agree.`);
  const all = {
    name: nameOf(domain, problems),
    format: "NegMAS",
    files: [domain.file, ...functions.map(({ file }) => file)],
    issues,
    profiles: read,
  };
  const imported = domainToCase(all, problems, notes, options);
  return imported === null ? problems.refused() : problems.checked(imported);
}

function nameOf(file: YamlFile, problems: FormatProblems): string {
  const { name } = file.data;
  if (typeof name !== "string" || name.trim() === "") return stemOf(file.file);
  return domainName(name, "the file", file.place(["name"]), problems) ?? stemOf(file.file);
}
