import { didYouMean } from "../did-you-mean.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { ProblemList } from "../reading/problem-list.ts";
import type { CaseDocument } from "../schema/case-schema.ts";

/** What an id may refer to, in words for messages. */
const kinds = {
  party: "parties",
  issue: "issues",
  basket: "baskets",
  framing: "framings",
  claim: "claims",
  source: "sources",
  coder: "coders",
} as const;

export type NameKind = keyof typeof kinds;

/**
 * Ids of a case and their positions.
 *
 * A name counts as known when the file has it at all, even where what it names is broken: that is reported once, where it stands.
 */
export class Names {
  readonly #document: CaseDocument;
  readonly #inFile: Readonly<Record<string, unknown>>;
  readonly #problems: ProblemList;
  readonly #known = new Map<string, ReadonlySet<string>>();
  readonly #positions = new Map<string, ReadonlyMap<string, number>>();

  /** @param data the file as written, of which `document` is what the schema accepts */
  constructor(document: CaseDocument, data: unknown, problems: ProblemList) {
    this.#document = document;
    this.#inFile = isMapping(data) ? data : {};
    this.#problems = problems;
  }

  /** Position of an id; -1, and a problem at `path`, when there is none. */
  find(kind: NameKind, id: string, path: DataPath, part: "value" | "key" = "value"): number {
    if (this.#has([kinds[kind]], id)) return this.at(kind, id);
    this.#unknown(kind, id, this.idsIn(kinds[kind]), path, part);
    return -1;
  }

  /** Position of an id; -1 when there is none. */
  at(kind: NameKind, id: string): number {
    return this.#map(kinds[kind]).get(id) ?? -1;
  }

  /** Position of an option of an issue; -1, and a problem at `path`, when there is none. */
  option(issue: string, option: string, path: DataPath, part: "value" | "key" = "value"): number {
    const place = ["issues", issue, "options"];
    if (!this.#has(place, option))
      this.#unknown("option", option, this.idsIn(...place), path, part, ` of ${issue}`);
    return Object.hasOwn(this.#document.issues, issue)
      ? Object.keys(this.#document.issues[issue].options).indexOf(option)
      : -1;
  }

  /** Position of an id in a mapping of the case, such as the scenarios of the outlook; -1, and a problem, when there is none. */
  within(
    what: string,
    place: readonly string[],
    id: string,
    path: DataPath,
    part: "value" | "key" = "value",
  ): number {
    const known = this.idsIn(...place);
    if (!known.includes(id)) this.#unknown(what, id, known, path, part);
    return known.indexOf(id);
  }

  #has(place: readonly string[], id: string): boolean {
    const key = place.join(".");
    let known = this.#known.get(key);
    if (known === undefined) {
      known = new Set(this.idsIn(...place));
      this.#known.set(key, known);
    }
    return known.has(id);
  }

  /** Keys of a mapping in the file; empty when it is not one. */
  idsIn(...place: readonly string[]): readonly string[] {
    let value: unknown = this.#inFile;
    for (const step of place)
      value = isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    return isMapping(value) ? Object.keys(value) : [];
  }

  #map(section: (typeof kinds)[NameKind]): ReadonlyMap<string, number> {
    let map = this.#positions.get(section);
    if (map === undefined) {
      map = new Map(Object.keys(this.#document[section]).map((id, index) => [id, index]));
      this.#positions.set(section, map);
    }
    return map;
  }

  #unknown(
    what: string,
    id: string,
    known: readonly string[],
    path: DataPath,
    part: "value" | "key",
    of = "",
  ): void {
    const near = known.length > 2000 ? undefined : didYouMean(id, known);
    const elsewhere = near === undefined ? this.#elsewhere(id) : undefined;
    const hint =
      near !== undefined
        ? `did you mean \`${near}\`?`
        : elsewhere !== undefined
          ? `\`${id}\` is one of the ${elsewhere}`
          : known.length === 0
            ? `there are none here`
            : known.length <= 12
              ? `known here: ${known.join(", ")}`
              : "";
    this.#problems.error("unknown-id", path, `there is no ${what} \`${id}\`${of}`, hint, part);
  }

  #elsewhere(id: string): string | undefined {
    return Object.values(kinds).find((section) => this.idsIn(section).includes(id));
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
