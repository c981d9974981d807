import type { Basis, Entry, Given, WordedEntry } from "../case.ts";
import { formatEntryPath } from "../entry-path.ts";
import { likelihoodWords, stanceWords } from "../likelihood-words.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { CaseDocument } from "../schema/case-schema.ts";
import type { EntryKind, RawEntry, RawLong, RawPlain } from "../schema/entry-schema.ts";
import type { Names } from "./names.ts";

/** What an entry rests on where it says nothing itself, and whose words could settle it. */
export interface Setting {
  /** Id of the party whose judgement or conduct it is; null where any party's words count. */
  readonly party: string | null;
  readonly claims: readonly string[];
  readonly why: string | null;
  readonly private: boolean;
}

export const openSetting: Setting = { party: null, claims: [], why: null, private: false };

interface Support {
  readonly claims?: readonly string[] | undefined;
  readonly why?: string | undefined;
  readonly private?: boolean | undefined;
}

/** The setting inside a group. The nearest group that gives claims or a reason replaces what stands further out. */
export function within(outer: Setting, group: Support): Setting {
  const speaks = (group.claims?.length ?? 0) > 0 || group.why !== undefined;
  return {
    party: outer.party,
    claims: speaks ? (group.claims ?? []) : outer.claims,
    why: speaks ? (group.why ?? null) : outer.why,
    private: outer.private || group.private === true,
  };
}

/** Collects the uncertain entries of a case, and finds out what each rests on. */
export class EntryRegister {
  readonly entries: Entry[] = [];
  readonly worded: WordedEntry[] = [];
  readonly #document: CaseDocument;
  readonly #names: Names;

  constructor(document: CaseDocument, names: Names) {
    this.#document = document;
    this.#names = names;
  }

  /** @returns its place in `entries`; -1 when nothing was entered */
  add(path: DataPath, kind: EntryKind, raw: RawEntry | undefined, setting: Setting): number {
    if (raw === undefined) return -1;
    const own = isPlain(raw) ? undefined : raw;
    this.checkClaims(own?.claims ?? [], [...path, "claims"]);
    const settled = own === undefined ? setting : within(setting, own);
    const alternatives: [string, Given][] = [];
    if (own !== undefined && "alternatives" in own) {
      for (const [coder, value] of Object.entries(own.alternatives)) {
        const at = [...path, "alternatives", coder];
        this.#names.find("coder", coder, at, "key");
        if (!isPlain(value)) this.checkClaims(value.claims, [...at, "claims"]);
        alternatives.push([coder, givenOf(value, kind)]);
      }
    }
    const given =
      own !== undefined && "alternatives" in own
        ? alternatives[0][1]
        : givenOf(raw as RawPlain | RawLong, kind);
    return this.#push(path, kind, given, Object.fromEntries(alternatives), settled, false);
  }

  /** A documented default, where nothing was entered. */
  addDefault(path: DataPath, kind: EntryKind, given: Given): number {
    return this.#push(path, kind, given, {}, openSetting, true);
  }

  /** Something entered in words that only order. */
  addWorded(path: DataPath, setting: Setting): void {
    this.worded.push({
      path: formatEntryPath(path),
      basis: this.basisOf(setting),
      claims: setting.claims,
      why: setting.why,
    });
  }

  basisOf({ claims, why, party }: Setting): Basis {
    const known = claims.flatMap((id) =>
      Object.hasOwn(this.#document.claims, id) ? [this.#document.claims[id]] : [],
    );
    const own = known.filter((claim) => party === null || claim.party === party);
    if (own.some(({ voice }) => voice === "party")) return "said";
    if (own.some(({ voice }) => voice === "official")) return "official";
    return why !== null || known.length > 0 ? "judged" : "nothing";
  }

  checkClaims(claims: readonly string[], path: DataPath): void {
    for (const [index, claim] of claims.entries()) this.#names.find("claim", claim, [...path, index]);
  }

  #push(
    path: DataPath,
    kind: EntryKind,
    given: Given,
    alternatives: Readonly<Record<string, Given>>,
    setting: Setting,
    isDefault: boolean,
  ): number {
    const { claims, why } = setting;
    const basis = isDefault ? "nothing" : this.basisOf(setting);
    this.entries.push({
      path: formatEntryPath(path),
      kind,
      given,
      alternatives,
      basis,
      claims,
      why,
      private: setting.private,
      isDefault,
    });
    return this.entries.length - 1;
  }
}

function isPlain(raw: RawEntry): raw is RawPlain {
  return typeof raw !== "object" || Array.isArray(raw);
}

function givenOf(raw: RawPlain | RawLong, kind: EntryKind): Given {
  const long = isPlain(raw) ? { value: raw, shape: "triangular" as const } : raw;
  const { value, shape } = long;
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value === "string") return wordGiven(value, kind);
  const [low, mode, high] = value;
  return { kind: "range", low, mode, high, shape };
}

/** The interval that a word allows. `unknown` allows the whole scale. */
function wordGiven(word: string, kind: EntryKind): Given {
  const ranges: Readonly<Record<string, readonly [number, number]>> =
    kind === "stance" ? stanceWords : likelihoodWords;
  const [low, high] = Object.hasOwn(ranges, word) ? ranges[word] : kind === "points" ? [0, 100] : [0, 1];
  return { kind: "word", word, low, high };
}
