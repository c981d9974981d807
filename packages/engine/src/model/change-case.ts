import { type Document, isMap, isNode, isScalar, parse, parseDocument } from "yaml";
import { isImportance } from "./compile/compile-values.ts";
import type { Checked, Problem } from "./problem.ts";
import { decodeText, maximumCaseBytes } from "./reading/decode-text.ts";
import type { DataPath } from "./reading/yaml-text.ts";
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
export const whatIf = "what-if";

/** Reads `iran.stances.missiles.later: accepts`. The value is YAML; nothing or `null` takes away what stands there. */
export function parseChange(text: string): Checked<Change> {
  const [, path, value] = /^\s*([^:\s]+)\s*:(?:\s+([^]*))?$/.exec(text) ?? [];
  const example = "write a path, a colon and a value: `iran.stances.missiles.later: accepts`";
  if (path === undefined) return refuse("not-a-change", text, `\`${text}\` is not a change`, example);
  try {
    return { ok: true, value: { path, value: parse(value ?? "", { logLevel: "silent", maxAliasCount: 0 }) as unknown }, problems: [] };
  } catch {
    return refuse("not-a-change", path, `the value of \`${path}\` cannot be read: ${value}`, example);
  }
}

/**
 * The case's text with some values set, comments and order kept. The text is only returned; whether the case still holds together
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
    return { ok: false, problems: yaml.problems.map((problem) => ({ ...problem, severity: "error", file: "", path: problem.path.join(".") })) };
  }
  const document = parseDocument(decoded.text, { version: "1.2", schema: "core", logLevel: "silent", uniqueKeys: false });
  const problems: Problem[] = [];
  for (const change of changes) {
    const resolved = resolvePath(change.path, (section) => keysAt(document, [section]));
    if (!resolved.ok) problems.push(problem(resolved.code, change.path, resolved.message, resolved.hint));
    else problems.push(...apply(document, resolved.path, change));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: document.toString({ lineWidth: 0, flowCollectionPadding: !/\{\S/.test(text) }), problems: [] };
}

function apply(document: Document, path: DataPath, { path: typed, value }: Change): readonly Problem[] {
  const blocked = firstBlock(document, path);
  if (blocked !== undefined) return [problem("unknown-path", typed, `\`${blocked}\` holds a plain value or an anchor, so that nothing can be set inside it`, `set \`${blocked}\` itself`)];
  if (value === null || value === undefined) {
    if (!document.hasIn(path)) return [problem("unknown-path", typed, `nothing stands at \`${typed}\` that could be taken away`, "")];
    document.deleteIn(path);
    return [];
  }
  if (isEntryPlace(path) && !isMapping(value) && !isImportance(value)) setEntry(document, path, value);
  else set(document, path, value);
  if (path[0] === "parties" && path[2] === "lines" && path[4] === "forbids") markWhatIf(document, path.slice(0, -1));
  return [];
}

/** A mapping replaced by a scalar keeps nothing; a scalar keeps the remarks beside it. */
function set(document: Document, path: DataPath, value: unknown): void {
  const present = document.getIn(path, true);
  if (isScalar(present) && (typeof value !== "object" || value === null)) present.value = value;
  else document.setIn(path, document.createNode(value, { flow: true }));
}

function setEntry(document: Document, path: DataPath, value: unknown): void {
  const present = document.getIn(path, true);
  if (isMap(present) && present.has("value")) {
    present.set("value", document.createNode(value, { flow: true }));
    markWhatIf(document, path);
    return;
  }
  const node = document.createNode({ value, why: whatIf }, { flow: true });
  if (isNode(present)) {
    node.comment = present.comment;
    node.commentBefore = present.commentBefore;
  }
  document.setIn(path, node);
}

function markWhatIf(document: Document, path: DataPath): void {
  document.deleteIn([...path, "claims"]);
  document.setIn([...path, "why"], whatIf);
}

/** Whether the format has an uncertain entry there: its long form has a value and a shape. */
function isEntryPlace(path: DataPath): boolean {
  const fields = fieldsAt(caseSchema, path);
  return fields.includes("value") && fields.includes("shape") && fields.includes("alternatives");
}

/** The first part of the way that is there and holds no further names. */
function firstBlock(document: Document, path: DataPath): string | undefined {
  for (let length = 1; length < path.length; length++) {
    const node = document.getIn(path.slice(0, length), true);
    if (node === undefined || node === null) return undefined;
    if (isScalar(node) && node.value === null) {
      document.deleteIn(path.slice(0, length));
      return undefined;
    }
    if (!isNode(node) || !("items" in node)) return path.slice(0, length).join(".");
  }
  return undefined;
}

function keysAt(document: Document, path: DataPath): readonly string[] {
  const node = document.getIn(path, true);
  return isMap(node) ? node.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key))) : [];
}

function isMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function problem(code: string, path: string, message: string, hint: string): Problem {
  return { code, severity: "error", path, file: "", line: 0, column: 0, message, hint };
}

function refuse(code: string, path: string, message: string, hint: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [problem(code, path, message, hint)] };
}
