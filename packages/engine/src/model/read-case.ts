import { filterByDate } from "./as-of.ts";
import type { Case } from "./case.ts";
import type { CaseFiles } from "./case-files.ts";
import { hashCase } from "./case-hash.ts";
import { checkCase } from "./checks/check-case.ts";
import { compileCase } from "./compile/compile-case.ts";
import { beginCompiling } from "./compile/compiling.ts";
import type { Checked } from "./problem.ts";
import { decodeText, maximumCaseBytes } from "./reading/decode-text.ts";
import { ProblemList } from "./reading/problem-list.ts";
import { repairDocument } from "./reading/repair-document.ts";
import { reportSchemaProblems, schemaProblems } from "./reading/schema-problems.ts";
import { YamlText } from "./reading/yaml-text.ts";
import { caseSchema } from "./schema/case-schema.ts";
import { fieldsAt } from "./schema/schema-fields.ts";

/**
 * Reads, checks and compiles a case.
 *
 * All problems are reported at once: what the schema refuses is set aside, and the rest is checked all the same. A file that is not
 * text or not YAML is reported alone.
 *
 * @example
 * ```ts
 * const read = readCase({ path: "case.yaml", caseText: starterCase(), sources: {} });
 * if (read.ok) console.log(read.value.framings.map(({ label }) => label));
 * ```
 */
export function readCase(files: CaseFiles): Checked<Case> {
  const bytes =
    typeof files.caseText === "string" ? new TextEncoder().encode(files.caseText) : files.caseText;
  const decoded = decodeText(bytes, maximumCaseBytes);
  if (!decoded.ok) {
    const { code, message, hint } = decoded;
    return {
      ok: false,
      problems: [{ code, severity: "error", path: "", file: files.path, line: 0, column: 0, message, hint }],
    };
  }
  const yaml = new YamlText(decoded.text);
  const problems = new ProblemList(files.path, yaml);
  for (const { code, path, message, hint, line, column } of yaml.problems)
    problems.atPlace(code, path, { line, column }, message, hint);
  if (yaml.data === undefined) return { ok: false, problems: problems.sorted() };
  const parsed = caseSchema.safeParse(yaml.data);
  if (!parsed.success) {
    reportSchemaProblems(
      schemaProblems(parsed.error.issues, yaml.data, (path) => fieldsAt(caseSchema, path)),
      problems,
    );
    const repaired = repairDocument(yaml.data);
    if (repaired === undefined) return { ok: false, problems: problems.sorted() };
    const further = new ProblemList(files.path, yaml);
    further.toFilePath = repaired.toFilePath;
    const compiling = beginCompiling(repaired.document, yaml.data, further);
    checkCase(compiling, compileCase(compiling, ""), files);
    problems.addFurther(further, repaired.leftOut);
    return { ok: false, problems: problems.sorted() };
  }
  const compiling = beginCompiling(parsed.data, yaml.data, problems);
  const compiled = compileCase(compiling, hashCase(bytes, files.sources));
  checkCase(compiling, compiled, files);
  if (problems.hasErrors) return { ok: false, problems: problems.sorted() };
  const asOf = files.options?.asOf;
  if (asOf === undefined || asOf === compiled.asOf)
    return { ok: true, value: compiled, problems: problems.sorted() };
  const earlier = beginCompiling(
    filterByDate(parsed.data, asOf),
    yaml.data,
    new ProblemList(files.path, yaml),
  );
  return { ok: true, value: compileCase(earlier, compiled.hash), problems: problems.sorted() };
}
