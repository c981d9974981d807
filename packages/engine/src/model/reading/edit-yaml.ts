import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from "yaml";
import type { DataPath } from "./data-path.ts";

const reading = { version: "1.2", schema: "core", logLevel: "silent", uniqueKeys: false } as const;

/**
 * The text with one value set, or taken away where it is undefined. Every other character stays as it is.
 *
 * Where the text cannot be patched (a value taken out of an awkward place), the whole file is written anew: remarks and order stay,
 * spacing may not.
 *
 * @param path the place; all of it but the last steps must be there already, as mappings or lists
 */
export function editYaml(text: string, path: DataPath, value: unknown): string {
  const document = parseDocument(text, reading);
  const patched =
    value === undefined ? withoutValue(text, document, path) : withValue(text, document, path, value);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value, { flow: true }));
  if (patched !== undefined) {
    const again = parseDocument(patched, reading);
    if (again.errors.length === 0 && JSON.stringify(again.toJS()) === JSON.stringify(document.toJS()))
      return patched;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: !/\{\S/.test(text) });
}

function withValue(text: string, document: Document, path: DataPath, value: unknown): string | undefined {
  let depth = path.length;
  while (depth > 0 && !isPresent(document.getIn(path.slice(0, depth), true))) depth--;
  const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
  if (node?.range == null) return undefined;
  const start = node.range[0];
  const end = endOf(node, text);
  const rest = path.slice(depth);
  if (rest.length === 0) return text.slice(0, start) + written(value) + text.slice(end);
  if (!isMap(node)) return undefined;
  const inner = rest.slice(1).reduceRight<unknown>((held, step) => ({ [step]: held }), value);
  // A key without a value is there already.
  const bare = node.items.find(({ key }) => isScalar(key) && key.value === rest[0])?.key as Node | undefined;
  if (bare?.range != null) {
    const colon = text.indexOf(":", bare.range[1]) + 1;
    return `${text.slice(0, colon)} ${written(inner)}${text.slice(colon)}`;
  }
  const pair = `${String(rest[0])}: ${written(inner)}`;
  if (node.flow === true) {
    const before = text.slice(start + 1, end - 1).trimEnd();
    const joint = before === "" ? " " : before.endsWith(",") ? " " : ", ";
    return `${text.slice(0, start + 1)}${before}${joint}${pair}${text[end - 2] === " " || before === "" ? " " : ""}${text.slice(end - 1)}`;
  }
  return insertLine(text, node, pair);
}

/** Adds a line after the last one of a block mapping, indented as its first key is. */
function insertLine(text: string, map: YAMLMap, line: string): string | undefined {
  const first = map.items[0]?.key as Node | undefined;
  const last = map.items.at(-1);
  if (first?.range == null || last === undefined) return undefined;
  const indent = first.range[0] - (text.lastIndexOf("\n", first.range[0] - 1) + 1);
  const newline = text.indexOf("\n", endOf(last.value ?? last.key, text));
  const at = newline < 0 ? text.length : newline;
  return `${text.slice(0, at)}\n${" ".repeat(indent)}${line}${text.slice(at)}`;
}

/** Takes a pair out of a mapping; undefined where that would need more than leaving out whole lines or one item of a flow mapping. */
function withoutValue(text: string, document: Document, path: DataPath): string | undefined {
  const holder = document.getIn(path.slice(0, -1), true);
  if (!isMap(holder) || holder.range == null) return undefined;
  const index = holder.items.findIndex(({ key }) => isScalar(key) && key.value === path[path.length - 1]);
  const pair = holder.items[index];
  if (!isPair(pair)) return undefined;
  const start = (pair.key as Node).range![0];
  const end = endOf(pair.value ?? pair.key, text);
  if (holder.items.length === 1)
    return `${text.slice(0, holder.range[0])}{}${text.slice(holder.flow === true ? holder.range[1] : end)}`;
  if (holder.flow === true) {
    const next = holder.items[index + 1];
    if (next !== undefined) return text.slice(0, start) + text.slice((next.key as Node).range![0]);
    const before = holder.items[index - 1];
    return text.slice(0, endOf(before.value ?? before.key, text)) + text.slice(end);
  }
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== "") return undefined;
  const newline = text.indexOf("\n", end);
  return text.slice(0, lineStart) + (newline < 0 ? "" : text.slice(newline + 1));
}

/** Where a node's last character has been; block collections would count the line breaks after them. */
function endOf(node: unknown, text: string): number {
  const end = (node as Node).range![1];
  return text.slice(0, end).trimEnd().length;
}

/** On one line, as it may stand inside a flow collection too. */
function written(value: unknown): string {
  return stringify([value], { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .slice(1, -1);
}

function isPresent(node: unknown): boolean {
  return isMap(node) || isSeq(node) || (isScalar(node) && node.value !== null);
}
