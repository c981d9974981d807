import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { checkYaml, keyOf, maximumAliasUses, maximumDepth } from "./check-yaml.ts";
import type { DataPath } from "./data-path.ts";

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

/** The text of a YAML file, the data in it, and where each piece of data stands. */
export class YamlText {
  readonly text: string;
  readonly problems: readonly YamlProblem[];
  /** Undefined when the text is not YAML, or not YAML that is read here. */
  readonly data: unknown;
  readonly #document: Document | undefined;
  readonly #lines = new LineCounter();
  /** Pairs of a mapping by key, made when first asked for. */
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(text: string) {
    this.text = text;
    const problems: YamlProblem[] = [];
    this.problems = problems;
    const document = this.#parse(problems);
    if (document === undefined) return;
    this.#document = document;
    checkYaml({
      document,
      report: (node, path, code, message, hint) =>
        problems.push({ code, message, hint, path, ...this.#placeOf(node) }),
      lineOf: (node) => this.#placeOf(node).line,
    });
    if (problems.some(({ code }) => code !== "duplicate-id")) return;
    this.data = document.toJS({ maxAliasCount: maximumAliasUses * maximumAliasUses });
  }

  #parse(problems: YamlProblem[]): Document | undefined {
    try {
      const document = parseDocument(this.text, {
        lineCounter: this.#lines,
        prettyErrors: false,
        uniqueKeys: false,
        version: "1.2",
        schema: "core",
        logLevel: "error",
      });
      if (document.errors.some(({ message }) => /call stack|stack overflow|recursion/i.test(message)))
        throw new RangeError("too deep");
      for (const error of [...document.errors, ...document.warnings].slice(0, 20)) {
        problems.push({
          code: "not-yaml",
          path: [],
          message: `not valid YAML: ${lowered(error.message)}`,
          hint: hintFor(error.code),
          ...this.at(error.pos[0]),
        });
      }
      if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
        problems.push({
          code: "not-yaml",
          path: [],
          message: "only YAML 1.2 is read",
          hint: "leave out the line %YAML",
          line: 1,
          column: 1,
        });
      }
      return problems.length === 0 ? document : undefined;
    } catch (error) {
      // Thousands of brackets inside one another exhaust the parser's stack.
      if (!(error instanceof RangeError)) throw error;
      problems.push({
        code: "too-deep",
        path: [],
        message: `more than ${maximumDepth} levels inside one another`,
        hint: "",
        line: 1,
        column: 1,
      });
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
        if (index + 1 < value.length && !isSpace(value[index + 1]))
          while (at < end && isSpace(this.text[at])) at++;
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
    let node = (this.#document?.contents ?? undefined) as Node | undefined;
    let key: Node | undefined;
    for (let found = 0; found < path.length; found++) {
      const inside = this.#resolve(node);
      const next = this.#childOf(inside, path[found]);
      if (next === undefined) return { node, key, found };
      if (next.key !== undefined) key = next.key;
      else key = undefined;
      node = next.value ?? next.key;
    }
    return { node, key, found: path.length };
  }

  #childOf(
    node: Node | undefined,
    step: string | number,
  ): { key?: Node; value: Node | undefined } | undefined {
    if (isMap(node)) {
      let pairs = this.#pairs.get(node);
      if (pairs === undefined) {
        pairs = new Map(node.items.map((pair) => [keyOf(pair.key), pair]));
        this.#pairs.set(node, pairs);
      }
      const pair = pairs.get(String(step));
      return pair && { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
    }
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    return item === undefined ? undefined : { value: item as Node };
  }

  #resolve(node: Node | undefined): Node | undefined {
    return isAlias(node) ? node.resolve(this.#document!) : node;
  }

  #placeOf(node: Node): Place {
    return this.at(node.range?.[0] ?? 0);
  }
}

function isSpace(char: string): boolean {
  return char === " " || char === "\n" || char === "\r" || char === "\t";
}

/** The parser's message without its advice to programmers. */
function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/(\s*\n|; please use YAML\.).*$/s, "");
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
