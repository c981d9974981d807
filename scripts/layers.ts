/**
 * The rules on where code goes, checked on the syntax trees of the files.
 * Pure: takes files as text, returns what breaks a rule.
 */
import { posix } from "node:path";
import { parseSync } from "oxc-parser";

/** Each layer may import from itself and from those before it; the list holds the npm packages it may use. */
const LAYERS: readonly (readonly [layer: string, packages: readonly string[]])[] = [
  ["numeric", []],
  ["model", ["@noble/hashes", "yaml", "zod"]],
  ["evidence", []],
  ["verification", []],
  ["conflict", []],
  ["analysis", []],
  ["simulation", []],
  ["formats", ["@rgrove/parse-xml", "yaml", "zod"]],
  ["report", ["string-width"]],
];
const LAYER_NAMES = LAYERS.map(([layer]) => layer);

const ENGINE = "packages/engine/src/";
const LONGEST = 400;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/;
const CATCH_ALL = /^(utils?|helpers?|common|misc|types?)\./;
const TEST = /\.(test|laws|long|oracle)\.ts$/;

/** Globals that read a clock, chance, the screen, the disk or the network; the compiler, without the browser's types, refuses the rest. */
const IMPURE = new Set([
  ...["console", "process", "performance", "crypto", "fetch", "require", "Buffer", "globalThis", "window"],
  ...["localStorage", "setTimeout", "setInterval", "setImmediate"],
]);

export interface Violation {
  file: string;
  line: number;
  problem: string;
}

interface Import {
  from: string;
  offset: number;
}

interface SyntaxNode {
  type: string;
  start: number;
  [key: string]: unknown;
}

/**
 * Every broken rule in the given files.
 *
 * @param files path from the repository's root, with forward slashes → text; files outside `src` folders are ignored
 */
export function findViolations(files: ReadonlyMap<string, string>): Violation[] {
  const violations: Violation[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, text] of files) {
    const owner = /^(packages|apps)\/[^/]+\/src\//.exec(file)?.[0];
    if (owner === undefined) continue;
    const report = (offset: number, problem: string) =>
      violations.push({ file, line: lineAt(text, offset), problem });
    checkFile(file, text, report);
    const parsed = parseSync(file, text);
    for (const error of parsed.errors) report(error.labels[0]?.start ?? 0, error.message);
    const imports = findImports(parsed);
    graph.set(file, checkImports(file, owner, imports, report));
    if (owner === ENGINE && !TEST.test(file)) checkPurity(parsed.program as unknown as SyntaxNode, report);
  }
  for (const cycle of findCycles(graph)) {
    violations.push({ file: cycle[0], line: 1, problem: `circular import: ${cycle.join(" → ")}` });
  }
  return violations;
}

type Report = (offset: number, problem: string) => void;

function checkFile(file: string, text: string, report: Report): void {
  const name = posix.basename(file);
  if (!KEBAB.test(name)) report(0, `file name is not kebab-case: ${name}`);
  if (CATCH_ALL.test(name)) report(0, `catch-all file name: ${name}`);
  const lines = text.trimEnd().split("\n").length;
  if (lines > LONGEST) report(text.length, `${lines} lines, more than ${LONGEST}: split it`);
  if (file.startsWith(ENGINE) && file !== `${ENGINE}index.ts` && !LAYER_NAMES.includes(layerOf(file))) {
    report(0, `not in a layer: ${file} (layers: ${LAYER_NAMES.join(", ")})`);
  }
}

function findImports(parsed: ReturnType<typeof parseSync>): Import[] {
  const found: Import[] = parsed.module.staticImports.map((entry) => ({
    from: entry.moduleRequest.value,
    offset: entry.start,
  }));
  for (const entry of parsed.module.staticExports.flatMap((statement) => statement.entries)) {
    if (entry.moduleRequest) found.push({ from: entry.moduleRequest.value, offset: entry.start });
  }
  walk(parsed.program as unknown as SyntaxNode, (node) => {
    // import("x") and the type import("x").Y
    const source = node.type === "ImportExpression" || node.type === "TSImportType" ? node.source : undefined;
    const value = (source as { value?: unknown } | undefined)?.value;
    if (typeof value === "string") found.push({ from: value, offset: node.start });
    else if (node.type === "ImportExpression") found.push({ from: "(computed)", offset: node.start });
  });
  return found;
}

/** @returns the files that this one imports, as paths from the root */
function checkImports(file: string, owner: string, imports: readonly Import[], report: Report): string[] {
  const targets = new Set<string>();
  const isTest = TEST.test(file);
  for (const { from, offset } of imports) {
    if (from.startsWith(".")) {
      const target = posix.join(posix.dirname(file), from);
      if (!target.startsWith(owner))
        report(offset, `leaves its package: ${from} (import it by package name)`);
      else if (owner === ENGINE) checkLayer(file, target, offset, report);
      targets.add(target);
    } else if (owner === ENGINE && !isTest) {
      checkPackage(file, from, offset, report);
    } else if (owner === ENGINE && from.startsWith("@parley/")) {
      report(offset, `the engine imports itself or an app: ${from}`);
    }
  }
  return [...targets];
}

function checkLayer(file: string, target: string, offset: number, report: Report): void {
  if (file === `${ENGINE}index.ts`) return;
  const [own, other] = [layerOf(file), layerOf(target)];
  if (target === `${ENGINE}index.ts`) report(offset, `${own} imports the public index`);
  else if (LAYER_NAMES.indexOf(other) > LAYER_NAMES.indexOf(own)) {
    report(offset, `${own} imports ${other}, a later layer`);
  }
}

function checkPackage(file: string, from: string, offset: number, report: Report): void {
  const allowed = LAYERS.find(([layer]) => layer === layerOf(file))?.[1] ?? [];
  const name = from.split("/", from.startsWith("@") ? 2 : 1).join("/");
  if (!allowed.includes(name)) {
    report(
      offset,
      `${layerOf(file) || "index.ts"} may not import ${from} (allowed: ${allowed.join(", ") || "none"})`,
    );
  }
}

function checkPurity(program: SyntaxNode, report: Report): void {
  walk(program, (node, parent, key) => {
    if (node.type !== "Identifier" || isOnlyAName(parent, key)) return;
    const name = node.name as string;
    if (IMPURE.has(name)) report(node.start, `${name}: only apps touch disk, network, clock or screen`);
    if (name !== "Date" && name !== "Math") return;
    const used = memberName(parent, key);
    if (name === "Math" && used === "random")
      report(node.start, "Math.random: use the seeded streams of numeric");
    const readsClock =
      name === "Date" &&
      (used === "now" ||
        (parent?.type === "CallExpression" && key === "callee") ||
        (parent?.type === "NewExpression" && (parent.arguments as unknown[]).length === 0));
    if (readsClock) report(node.start, "the clock: pass the date in");
  });
}

/** An identifier that names a property, a key or a type member, and so refers to no global. */
function isOnlyAName(parent: SyntaxNode | undefined, key: string): boolean {
  if (parent === undefined || parent.computed === true) return false;
  if (parent.type === "Property" && parent.shorthand === true) return key === "key";
  return (
    key === "property" ||
    key === "key" ||
    key === "label" ||
    (parent.type === "TSQualifiedName" && key === "right") ||
    (parent.type.startsWith("TS") && key === "id") ||
    ((parent.type === "ImportSpecifier" || parent.type === "ExportSpecifier") && key !== "local")
  );
}

function memberName(parent: SyntaxNode | undefined, key: string): string | undefined {
  if (parent?.type !== "MemberExpression" || key !== "object") return undefined;
  const property = parent.property as { name?: string; value?: string };
  return property.name ?? property.value;
}

function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined, key: string) => void,
  parent?: SyntaxNode,
  parentKey = "",
): void {
  visit(node, parent, parentKey);
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object" && typeof child.type === "string") {
        walk(child as SyntaxNode, visit, node, key);
      }
    }
  }
}

/** One cycle for each import that closes one; each starts and ends with the same file. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const enter = (file: string): void => {
    state.set(file, "open");
    path.push(file);
    for (const target of graph.get(file) ?? []) {
      if (state.get(target) === "open") cycles.push([...path.slice(path.indexOf(target)), target]);
      else if (graph.has(target) && !state.has(target)) enter(target);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) enter(file);
  return cycles;
}

function layerOf(file: string): string {
  const rest = file.slice(ENGINE.length);
  return rest.includes("/") ? rest.slice(0, rest.indexOf("/")) : "";
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
