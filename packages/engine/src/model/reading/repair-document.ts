import { type CaseDocument, caseSchema } from "../schema/case-schema.ts";
import type { DataPath } from "./data-path.ts";

/** A document that holds what is left of a broken one, so that the rest of it can be checked in the same run. */
export interface Repaired {
  readonly document: CaseDocument;
  /** Paths in the file of what is not in `document`. */
  readonly leftOut: readonly DataPath[];
  /** From a path in `document` to the path in the file: list items that were left out count again. */
  toFilePath(path: DataPath): DataPath;
}

const placeholders: Readonly<Record<string, unknown>> = {
  parley: 1,
  id: "broken",
  label: "?",
  title: "?",
  asOf: "9999-12-31",
  text: "?",
  paraphrase: "?",
};

/**
 * Leaves out what the schema refuses, and what cannot stand without it, until the rest is accepted.
 *
 * The result serves only to find further problems: never to compute with.
 *
 * @returns `undefined` when nothing is left
 */
export function repairDocument(data: unknown): Repaired | undefined {
  let rest = structuredClone(data);
  const removed: Removed = { items: new Map(), paths: [] };
  for (let round = 0; round < 30; round++) {
    const parsed = caseSchema.safeParse(rest);
    if (parsed.success)
      return {
        document: parsed.data,
        leftOut: removed.paths,
        toFilePath: (path) => restorePath(path, removed.items),
      };
    if (typeof rest !== "object" || rest === null || Array.isArray(rest)) return undefined;
    const paths = parsed.error.issues.flatMap((issue) => {
      const path = issue.path as DataPath;
      return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
    });
    // Later list items first, so that the places of the others still hold.
    const distinct = new Map(paths.map((path) => [JSON.stringify(path), path]));
    for (const path of [...distinct.values()].toSorted(byPlaceDescending))
      rest = without(rest, path, removed);
  }
  return undefined;
}

interface Removed {
  /** By list, as JSON of its path in the file: places in the file of the items left out, ascending. */
  readonly items: Map<string, readonly number[]>;
  readonly paths: DataPath[];
}

function byPlaceDescending(a: DataPath, b: DataPath): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] === b[at]) continue;
    const [x, y] = [a[at], b[at]];
    return typeof x === "number" && typeof y === "number" ? y - x : String(y) < String(x) ? -1 : 1;
  }
  return b.length - a.length;
}

/** Takes out what stands at a path, or puts a placeholder there; when it is not there at all, takes out what it is missing from. */
function without(root: unknown, path: DataPath, removed: Removed): unknown {
  if (path.length === 0) return undefined;
  const last = path[path.length - 1];
  const holder = path
    .slice(0, -1)
    .reduce<unknown>(
      (value, step) =>
        isHolder(value) && Object.hasOwn(value, step)
          ? (value as Record<string | number, unknown>)[step]
          : undefined,
      root,
    );
  if (!isHolder(holder)) return path.length > 1 ? without(root, path.slice(0, -1), removed) : undefined;
  const record = holder as Record<string, unknown>;
  const placeholder =
    typeof last === "string" && Object.hasOwn(placeholders, last) ? placeholders[last] : undefined;
  if (placeholder !== undefined && record[last] !== placeholder) record[last] = placeholder;
  else if (path.length === 1 && last === "viewpoint") record[last] = { coder: "?", from: "?", basis: "?" };
  else if (path.length === 1 && last === "parties" && !Object.hasOwn(record, last)) record[last] = {};
  else if (Array.isArray(holder) && typeof last === "number" && last < holder.length) {
    const file = restorePath(path, removed.items);
    const key = JSON.stringify(file.slice(0, -1));
    removed.items.set(
      key,
      [...(removed.items.get(key) ?? []), Number(file[file.length - 1])].toSorted((a, b) => a - b),
    );
    removed.paths.push(file);
    holder.splice(last, 1);
  } else if (Object.hasOwn(holder, last)) {
    removed.paths.push(restorePath(path, removed.items));
    delete record[last];
  } else return without(root, path.slice(0, -1), removed);
  return root;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function restorePath(path: DataPath, removed: ReadonlyMap<string, readonly number[]>): DataPath {
  const file: (string | number)[] = [];
  for (const step of path) {
    let place = step;
    if (typeof place === "number")
      for (const gone of removed.get(JSON.stringify(file)) ?? []) if (gone <= place) place++;
    file.push(place);
  }
  return file;
}
