import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from "yaml";
import type { DataPath } from "./data-path.ts";

/** Maps and lists inside one another. */
export const maximumDepth = 40;

/** Uses of anchors (`*name`) in one file, those inside what an anchor stands for counted each time. */
export const maximumAliasUses = 100;

interface YamlChecking {
  readonly document: Document;
  report(node: Node, path: DataPath, code: string, message: string, hint: string): void;
  lineOf(node: Node): number;
}

/** Keys given twice, levels too deep, anchors used too often. Goes through the tree without recursion. */
export function checkYaml(checking: YamlChecking): void {
  const root = checking.document.contents as Node | null;
  if (root === null) return;
  const aliases: Alias[] = [];
  const stack: { node: Node; path: DataPath }[] = [{ node: root, path: [] }];
  while (stack.length > 0) {
    const { node, path } = stack.pop()!;
    if (path.length > maximumDepth) {
      checking.report(node, [], "too-deep", `more than ${maximumDepth} levels inside one another`, "");
      return;
    }
    if (isAlias(node)) aliases.push(node);
    else if (isMap(node)) {
      checkKeys(node, path, checking);
      for (const { key, value } of node.items)
        if (isNode(value)) stack.push({ node: value, path: [...path, keyOf(key)] });
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries())
        if (isNode(item)) stack.push({ node: item, path: [...path, index] });
    }
  }
  checkAliases(root, aliases, checking);
}

function checkKeys(map: YAMLMap, path: DataPath, checking: YamlChecking): void {
  const first = new Map<string, Node>();
  for (const { key } of map.items) {
    const node = key as Node;
    const name = keyOf(key);
    if (isCollection(node) || isAlias(node)) {
      checking.report(node, path, "not-yaml", "expected a plain word as key", "");
      continue;
    }
    const before = first.get(name);
    if (before === undefined) first.set(name, node);
    else {
      const message = `\`${name}\` is given twice: in line ${checking.lineOf(before)} and again here`;
      checking.report(
        node,
        [...path, name],
        "duplicate-id",
        message,
        "rename one of the two, or put them together",
      );
    }
  }
}

/** Counts what every alias expands to, so that anchors made of anchors are refused before they are expanded. */
function checkAliases(root: Node, aliases: readonly Alias[], { document, report }: YamlChecking): void {
  const tooMany = (node: Alias, times: string) =>
    report(
      node,
      [],
      "too-many-aliases",
      `anchors are used ${times}, among them \`&${node.source}\`; at most ${maximumAliasUses} uses are read`,
      "write the values out",
    );
  if (aliases.length === 0) return;
  if (aliases.length > maximumAliasUses) {
    tooMany(aliases[0], `${aliases.length} times`);
    return;
  }
  const unknown = aliases.find((alias) => alias.resolve(document) === undefined);
  if (unknown !== undefined) {
    report(
      unknown,
      [],
      "not-yaml",
      `\`*${unknown.source}\` stands for nothing`,
      `mark what it stands for with \`&${unknown.source}\``,
    );
    return;
  }
  const counts = new Map<Node, number>();
  let worst: { node: Alias; uses: number } | undefined;
  const usesIn = (node: unknown): number => {
    if (!isNode(node)) return 0;
    const known = counts.get(node);
    if (known !== undefined) return known;
    counts.set(node, Number.POSITIVE_INFINITY); // found again before it is counted: an anchor inside itself
    let uses = 0;
    if (isAlias(node)) {
      uses = 1 + usesIn(node.resolve(document));
      if (worst === undefined || uses > worst.uses) worst = { node, uses };
    } else if (isMap(node)) for (const { value } of node.items) uses += usesIn(value);
    else if (isSeq(node)) for (const item of node.items) uses += usesIn(item);
    counts.set(node, uses);
    return uses;
  };
  const total = usesIn(root);
  if (total > maximumAliasUses && worst !== undefined)
    tooMany(worst.node, Number.isFinite(total) ? `${total} times in all` : "inside themselves");
}

export function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? "") : String(key);
}
