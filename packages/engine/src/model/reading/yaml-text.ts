import { type Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

/** Keys and list places from the root down. */
export type DataPath = readonly (string | number)[];

export interface Place {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface YamlProblem extends Place {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly path: DataPath;
}

/** Maps and lists inside one another. */
export const maximumDepth = 40;

/** Uses of anchors (`*name`) in one file, those inside what an anchor stands for counted each time. */
export const maximumAliasUses = 100;

/** The text of a YAML file, the data in it, and where each piece of data stands. */
export class YamlText {
  readonly text: string;
  readonly problems: readonly YamlProblem[];
  /** Undefined when the text is not YAML, or not YAML that is read here. */
  readonly data: unknown;
  readonly #document: Document | undefined;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    this.text = text;
    const problems: YamlProblem[] = [];
    this.problems = problems;
    const document = this.#parse(problems);
    if (document === undefined) return;
    this.#document = document;
    checkNodes(document, (node, path, code, message, hint) => problems.push({ code, message, hint, path, ...this.#placeOf(node) }));
    if (problems.some(({ code }) => code !== "duplicate-id")) return;
    this.data = document.toJS({ maxAliasCount: maximumAliasUses * maximumAliasUses });
  }

  #parse(problems: YamlProblem[]): Document | undefined {
    try {
      const document = parseDocument(this.text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: false, version: "1.2", schema: "core", logLevel: "silent" });
      for (const error of [...document.errors, ...document.warnings].slice(0, 20)) {
        problems.push({ code: "not-yaml", path: [], message: `not valid YAML: ${lowered(error.message)}`, hint: hintFor(error.code), ...this.at(error.pos[0]) });
      }
      if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
        problems.push({ code: "not-yaml", path: [], message: "only YAML 1.2 is read", hint: "leave out the line %YAML", line: 1, column: 1 });
      }
      return problems.length === 0 ? document : undefined;
    } catch (error) {
      // Thousands of brackets inside one another exhaust the parser's stack.
      if (!(error instanceof RangeError)) throw error;
      problems.push({ code: "too-deep", path: [], message: `more than ${maximumDepth} levels inside one another`, hint: "", line: 1, column: 1 });
      return undefined;
    }
  }

  at(offset: number): Place {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** Where the value at a path stands, or its key; of a path that is not there, the nearest part that is. */
  locate(path: DataPath, part: "value" | "key" = "value"): Place {
    const { node, key, found } = this.#walk(path);
    if (node === undefined) return { line: 1, column: 1 };
    return this.#placeOf((part === "key" || found < path.length) && key !== undefined ? key : node);
  }

  /** Where a character of the text value at a path stands; its offset counts UTF-16 units of the value. */
  locateInside(path: DataPath, offset: number): Place {
    const { node } = this.#walk(path);
    if (!isScalar(node) || typeof node.value !== "string" || !node.range) return this.locate(path);
    const [start, end] = node.range;
    const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
    const block = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
    let at = quoted ? start + 1 : start;
    if (block) at = this.text.indexOf("\n", start) + 1;
    const value = node.value;
    for (let index = 0; index < value.length && at < end; index++) {
      // White space may be folded or indented, so runs of it are matched as a whole.
      if (isSpace(value[index])) {
        if (index === offset) break;
        if (index + 1 < value.length && !isSpace(value[index + 1])) while (at < end && isSpace(this.text[at])) at++;
        continue;
      }
      if (index === 0) while (at < end && isSpace(this.text[at])) at++;
      if (index >= offset) break;
      if (node.type === "QUOTE_DOUBLE" && this.text[at] === "\\") at++;
      else if (node.type === "QUOTE_SINGLE" && this.text[at] === "'") at++;
      at++;
    }
    return this.at(Math.min(at, end));
  }

  #walk(path: DataPath): { node: Node | undefined; key: Node | undefined; found: number } {
    let node = this.#document?.contents as Node | undefined;
    let key: Node | undefined;
    for (let found = 0; found < path.length; found++) {
      const inside = this.#resolve(node);
      const next = childOf(inside, path[found]);
      if (next === undefined) return { node, key, found };
      if (next.key !== undefined) key = next.key;
      else key = undefined;
      node = next.value ?? next.key;
    }
    return { node, key, found: path.length };
  }

  #resolve(node: Node | undefined): Node | undefined {
    return isAlias(node) ? node.resolve(this.#document!) : node;
  }

  #placeOf(node: Node): Place {
    return this.at(node.range?.[0] ?? 0);
  }
}

type Report = (node: Node, path: DataPath, code: string, message: string, hint: string) => void;

/** Keys given twice, levels too deep, anchors used too often, tags. Goes through the tree without recursion. */
function checkNodes(document: Document, report: Report): void {
  const root = document.contents as Node | null;
  if (root === null) return;
  const aliases = new Map<string, number>();
  const stack: { node: Node; path: DataPath }[] = [{ node: root, path: [] }];
  while (stack.length > 0) {
    const { node, path } = stack.pop()!;
    if (path.length > maximumDepth) return report(node, [], "too-deep", `more than ${maximumDepth} levels inside one another`, "");
    if (isAlias(node)) {
      aliases.set(node.source, (aliases.get(node.source) ?? 0) + 1);
      if (node.resolve(document) === undefined) return report(node, path, "not-yaml", `\`*${node.source}\` stands for nothing`, `name what it stands for with \`&${node.source}\``);
    } else if (isMap(node)) {
      checkKeys(node, path, report);
      for (const pair of node.items) if (pair.value !== null) stack.push({ node: pair.value as Node, path: [...path, keyOf(pair.key)] });
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) if (isPair(item)) continue; else stack.push({ node: item as Node, path: [...path, index] });
    }
  }
  checkAliases(root, document, report);
}

function checkKeys(map: YAMLMap, path: DataPath, report: Report): void {
  const first = new Map<string, Node>();
  for (const { key } of map.items) {
    const node = key as Node;
    const name = keyOf(key);
    if (isCollection(node) || isAlias(node)) {
      report(node, path, "not-yaml", "a key is a plain word here", "");
      continue;
    }
    const before = first.get(name);
    if (before === undefined) first.set(name, node);
    else report(node, [...path, name], "duplicate-id", `\`${name}\` is given twice`, `the first is at ${lineOf(before, report)}`);
  }
}

/** Placeholder that `YamlText` cannot fill from here; see `duplicateHint`. */
function lineOf(node: Node, _report: Report): string {
  return `offset ${node.range?.[0] ?? 0}`;
}

/** Counts what every alias expands to, so that anchors made of anchors are seen before they are expanded. */
function checkAliases(root: Node, document: Document, report: Report): void {
  const cost = new Map<Node, number>();
  let worst: { node: Node; name: string; uses: number } | undefined;
  const usesIn = (node: Node): number => {
    const known = cost.get(node);
    if (known !== undefined) return known;
    cost.set(node, Number.POSITIVE_INFINITY); // an anchor inside itself
    let uses = 0;
    if (isAlias(node)) {
      const target = node.resolve(document);
      uses = 1 + (target === undefined ? 0 : usesIn(target));
      if (worst === undefined || uses > worst.uses) worst = { node, name: node.source, uses };
    } else if (isMap(node)) for (const { value } of node.items) uses += value === null ? 0 : usesIn(value as Node);
    else if (isSeq(node)) for (const item of node.items) uses += isPair(item) ? 0 : usesIn(item as Node);
    cost.set(node, uses);
    return uses;
  };
  const total = usesIn(root);
  if (total <= maximumAliasUses || worst === undefined) return;
  const many = Number.isFinite(total) ? `${total} times` : "inside itself";
  report(worst.node, [], "too-many-aliases", `anchors are used ${many} in all, \`&${worst.name}\` the most; at most ${maximumAliasUses} are read`, "write the values out");
}

function childOf(node: Node | undefined, step: string | number): { key?: Node; value: Node | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => keyOf(key) === String(step));
    return pair && { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { value: item as Node };
  }
  return undefined;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? "") : String(key);
}

function isSpace(char: string): boolean {
  return char === " " || char === "\n" || char === "\r" || char === "\t";
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\s*\n[^]*$/, "");
}

function hintFor(code: string): string {
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return "text that holds a colon and a space needs quotation marks round it; or a line is indented wrongly";
    case "TAB_AS_INDENT":
      return "indent with spaces";
    case "BAD_INDENT":
      return "lines of one list or mapping begin in the same column";
    case "MISSING_CHAR":
      return "a quotation mark or bracket is not closed";
    case "MULTIPLE_DOCS":
      return "one case a file: leave out the line ---";
    case "TAG_RESOLVE_FAILED":
      return "tags (!name) are not used here";
    default:
      return "";
  }
}
