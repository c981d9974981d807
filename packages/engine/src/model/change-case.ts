import { parse } from "yaml";
import { isImportance } from "./compile/compile-values.ts";
import type { Checked, Problem } from "./problem.ts";
import type { DataPath } from "./reading/data-path.ts";
import { decodeText, maximumCaseBytes } from "./reading/decode-text.ts";
import { editYaml } from "./reading/edit-yaml.ts";
import { YamlText } from "./reading/yaml-text.ts";
import { resolvePath } from "./resolve-path.ts";
import { caseSchema } from "./schema/case-schema.ts";
import { fieldsAt } from "./schema/schema-fields.ts";

/** One value to set, by path as a user writes it. `null` takes away what stands there. */
export interface Change {
  readonly path: string;
  readonly value: unknown;
}

/** The reason that a changed entry gives: it no longer rests on the claims it had. */
const whatIf = "what-if";

/** Reads `iran.stances.missiles.later: accepts`. The value is YAML; nothing or `null` takes away what stands there. */
export function parseChange(text: string): Checked<Change> {
  const [, path, value] = /^\s*([^:\s]+)\s*:(?:\s+(.*))?$/s.exec(text) ?? [];
  const example = "write a path, a colon and a value: `iran.stances.missiles.later: accepts`";
  if (path === undefined) return refuse("not-a-change", text, `\`${text}\` is not a change`, example);
  try {
    return {
      ok: true,
      value: { path, value: parse(value ?? "", { logLevel: "error", maxAliasCount: 0 }) as unknown },
      problems: [],
    };
  } catch {
    return refuse("not-a-change", path, `the value of \`${path}\` cannot be read: ${value}`, example);
  }
}

/**
 * The case's text with some values set, everything else kept as it is. The text is only returned; whether the case still holds together
 * is for `readCase` to say.
 *
 * An entry that changes rests on nobody's words any more: its claims are dropped and its reason becomes "what-if", whether it
 * stands in the long form or not; its other fields stay. A line whose expression changes is treated alike. A mapping replaces
 * the whole entry as given.
 *
 * @example
 * ```ts
 * const changed = changeCase(starterCase(), [{ path: "south.stances.border.later", value: "refuses" }]);
 * ```
 */
export function changeCase(text: string, changes: readonly Change[]): Checked<string> {
  const decoded = decodeText(new TextEncoder().encode(text), maximumCaseBytes);
  if (!decoded.ok) return refuse(decoded.code, "", decoded.message, decoded.hint);
  const yaml = new YamlText(decoded.text);
  if (yaml.data === undefined || yaml.problems.length > 0) {
    return {
      ok: false,
      problems: yaml.problems.map((problem) => ({
        ...problem,
        severity: "error",
        file: "",
        path: problem.path.join("."),
      })),
    };
  }
  let changed = decoded.text;
  const problems: Problem[] = [];
  for (const change of changes) {
    const data = new YamlText(changed).data;
    const resolved = resolvePath(change.path, (section) => Object.keys(mappingAt(data, [section]) ?? {}));
    if (!resolved.ok) problems.push(problem(resolved.code, change.path, resolved.message, resolved.hint));
    else {
      const blocked = blockedAt(data, resolved.path, change);
      if (blocked !== undefined) problems.push(blocked);
      else
        for (const [path, value] of editsFor(data, resolved.path, change.value))
          changed = editYaml(changed, path, value);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: changed, problems: [] };
}

type Edit = readonly [path: DataPath, value: unknown];

/** The edits that one change comes to; a value of undefined takes away. */
function editsFor(data: unknown, path: DataPath, value: unknown): readonly Edit[] {
  if (value === null || value === undefined) return [[path, undefined]];
  if (isEntryPlace(path) && !isMapping(value) && !isImportance(value)) {
    const present = mappingAt(data, path);
    if (present === undefined || !Object.hasOwn(present, "value")) return [[path, { value, why: whatIf }]];
    return [[[...path, "value"], value], ...restsOnWhatIf(present, path)];
  }
  const isLine = path[0] === "parties" && path[2] === "lines" && path[4] === "forbids";
  const line = path.slice(0, -1);
  return isLine ? [[path, value], ...restsOnWhatIf(mappingAt(data, line) ?? {}, line)] : [[path, value]];
}

function restsOnWhatIf(present: object, path: DataPath): readonly Edit[] {
  const claims: Edit[] = Object.hasOwn(present, "claims") ? [[[...path, "claims"], undefined]] : [];
  return [...claims, [[...path, "why"], whatIf]];
}

/** Nothing can be set inside a plain value, at a list place that is not there, or be taken away where nothing stands. */
function blockedAt(data: unknown, path: DataPath, { path: typed, value }: Change): Problem | undefined {
  let held = data;
  for (const [length, step] of path.entries()) {
    if (held === undefined || held === null) break;
    const here = path.slice(0, length).join(".");
    if (typeof held !== "object")
      return problem(
        "unknown-path",
        typed,
        `\`${here}\` holds a plain value, so that nothing can be set inside it`,
        `set \`${here}\` itself`,
      );
    if (Array.isArray(held) && Number(step) >= held.length) {
      return problem(
        "unknown-path",
        typed,
        `the list \`${here}\` has ${held.length} items, counted from 0`,
        `set \`${here}\` itself`,
      );
    }
    held = Object.hasOwn(held, step) ? (held as Record<string | number, unknown>)[step] : undefined;
  }
  const takesAway = value === null || value === undefined;
  if (takesAway && (held === undefined || held === null))
    return problem("unknown-path", typed, `nothing stands at \`${typed}\` that could be taken away`, "");
  return undefined;
}

/** Whether the format has an uncertain entry there: its long form has a value and a shape. */
function isEntryPlace(path: DataPath): boolean {
  const fields = fieldsAt(caseSchema, path);
  return fields.includes("value") && fields.includes("shape") && fields.includes("alternatives");
}

function mappingAt(data: unknown, path: DataPath): Readonly<Record<string, unknown>> | undefined {
  let held = data;
  for (const step of path)
    held =
      typeof held === "object" && held !== null && Object.hasOwn(held, step)
        ? (held as Record<string | number, unknown>)[step]
        : undefined;
  return isMapping(held) ? (held as Readonly<Record<string, unknown>>) : undefined;
}

function isMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function problem(code: string, path: string, message: string, hint: string): Problem {
  return { code, severity: "error", path, file: "", line: 0, column: 0, message, hint };
}

function refuse(
  code: string,
  path: string,
  message: string,
  hint: string,
): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [problem(code, path, message, hint)] };
}
