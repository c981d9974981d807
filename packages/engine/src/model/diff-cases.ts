import type { Case, Entry } from "./case.ts";
import { formatEntryPath } from "./entry-path.ts";
import { givenAsWritten } from "./given-as-written.ts";

/** One thing in which two cases differ. */
export interface Difference {
  readonly kind: "added" | "removed" | "changed";
  /** What differs; `basis`: an entry that is alike but rests on something else. */
  readonly what:
    | "party"
    | "issue"
    | "option"
    | "basket"
    | "framing"
    | "line"
    | "claim"
    | "event"
    | "source"
    | "entry"
    | "basis"
    | "field";
  readonly path: string;
  /** In words; empty where there is none. */
  readonly from: string;
  readonly to: string;
}

/** What changed from one case to another: structure, entries, and what entries rest on. In the order of the file. */
export function diffCases(before: Case, after: Case): readonly Difference[] {
  const differences: Difference[] = [];
  const entries: [Entries, Entries] = [entriesOf(before), entriesOf(after)];
  compare(before.document, after.document, [], entries, differences);
  const told = new Set(differences.map(({ path }) => path));
  for (const entry of after.entries) {
    const old = entries[0].get(entry.path);
    if (old === undefined || old.basis === entry.basis || told.has(entry.path)) continue;
    differences.push({ kind: "changed", what: "basis", path: entry.path, from: old.basis, to: entry.basis });
  }
  return differences;
}

type Entries = ReadonlyMap<string, Entry>;

function entriesOf(one: Case): Entries {
  return new Map(one.entries.map((entry) => [entry.path, entry]));
}

function compare(
  a: unknown,
  b: unknown,
  path: readonly string[],
  entries: readonly [Entries, Entries],
  into: Difference[],
): void {
  const place = formatEntryPath(path);
  const [old, now] = [entries[0].get(place), entries[1].get(place)];
  if (old !== undefined || now !== undefined) {
    compareEntries(old, now, place, into);
    return;
  }
  const isStructure = whatStands(path) !== "field";
  if (
    (isMapping(a) && isMapping(b)) ||
    (!isStructure && isMapping(a ?? b) && (a === undefined || b === undefined))
  ) {
    const [left, right] = [a ?? {}, b ?? {}] as Readonly<Record<string, unknown>>[];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      compare(own(left, key), own(right, key), [...path, key], entries, into);
    }
    if (path.length === 3 && path[2] === "options" && path[0] === "issues")
      compareOrder(left, right, place, into);
    return;
  }
  const [from, to] = [inWords(a), inWords(b)];
  if (JSON.stringify(a) === JSON.stringify(b) || (isNothing(a) && isNothing(b))) return;
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.some(isMapping)) {
    for (const [index, item] of a.entries()) compare(item, b[index], [...path, String(index)], entries, into);
    return;
  }
  const kind = a === undefined ? "added" : b === undefined ? "removed" : "changed";
  into.push({ kind, what: whatStands(path), path: place, from, to });
}

function compareEntries(
  old: Entry | undefined,
  now: Entry | undefined,
  path: string,
  into: Difference[],
): void {
  const [from, to] = [old, now].map((entry) => (entry === undefined ? "" : entryInWords(entry)));
  if (from === to) return;
  const kind = old === undefined ? "added" : now === undefined ? "removed" : "changed";
  into.push({ kind, what: "entry", path, from, to });
}

function compareOrder(a: object, b: object, path: string, into: Difference[]): void {
  const [before, after] = [Object.keys(a), Object.keys(b)];
  const kept = [before.filter((id) => after.includes(id)), after.filter((id) => before.includes(id))].map(
    (ids) => ids.join(", "),
  );
  if (kept[0] !== kept[1]) into.push({ kind: "changed", what: "field", path, from: kept[0], to: kept[1] });
}

const sections: Readonly<Record<string, Difference["what"]>> = {
  parties: "party",
  issues: "issue",
  baskets: "basket",
  framings: "framing",
  claims: "claim",
  events: "event",
  sources: "source",
};

function whatStands(path: readonly string[]): Difference["what"] {
  if (path.length === 2 && Object.hasOwn(sections, path[0])) return sections[path[0]];
  if (path.length === 4 && path[0] === "issues" && path[2] === "options") return "option";
  if (path.length === 4 && path[0] === "parties" && path[2] === "lines") return "line";
  return "field";
}

function entryInWords({ given, alternatives, isDefault }: Entry): string {
  const coders = Object.entries(alternatives).map(([coder, one]) => `${coder}: ${givenAsWritten(one)}`);
  if (coders.length > 0) return coders.join("; ");
  return isDefault ? `${givenAsWritten(given)} (default)` : givenAsWritten(given);
}

/** A thing by its label, a list by its items, anything else as it is. */
function inWords(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  if (isMapping(value) && typeof value.label === "string") return value.label;
  if (isMapping(value) && typeof value.paraphrase === "string") return value.paraphrase;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  return JSON.stringify(value);
}

/** Not there, or what stands where nothing was written. */
function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === false ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
