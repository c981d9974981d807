import type { Case, Entry, Given, Line, Party } from "../model/case.ts";
import type { Expression } from "../model/expression/expression.ts";
import { type Placement, placements } from "../model/placement.ts";

/** For tests only: a case in few words. Issues, parties, framings are given by position; every number is entered as it is. */
export interface SmallCase {
  /** Options per issue; the status quo is option 0, or as given; -1 none. */
  readonly sizes: readonly number[];
  readonly statusQuo?: readonly number[];
  /** Issues by basket. */
  readonly baskets: readonly (readonly number[])[];
  readonly parties: readonly SmallParty[];
  readonly framings: readonly SmallFraming[];
  readonly scale?: "coded" | "source";
  readonly followOnChance?: number;
  readonly provisions?: readonly number[];
  readonly obligations?: readonly {
    readonly issue: number;
    readonly option: number;
    readonly by: number;
    readonly checked: boolean;
  }[];
}

export interface SmallParty {
  readonly role?: Party["role"];
  readonly stances?: readonly Partial<Record<Placement, number | string>>[];
  /** By issue, then option; on the scale of the party (weights are 1, the scale is the source's). */
  readonly values?: readonly (readonly number[] | null)[];
  readonly weights?: readonly number[];
  readonly interactions?: readonly {
    readonly issues: readonly number[];
    readonly cells: readonly {
      readonly from: readonly number[];
      readonly to: readonly number[];
      readonly change: number;
    }[];
  }[];
  readonly noDeal?: number;
  readonly lines?: readonly {
    readonly forbids: (issue: (i: number, allowed: readonly number[]) => Expression) => Expression;
    readonly firmness?: number;
  }[];
  readonly threshold?: {
    readonly value: number;
    readonly when?: readonly {
      readonly if: (issue: (i: number, allowed: readonly number[]) => Expression) => Expression;
      readonly value: number;
    }[];
  };
  readonly success?: (issue: (i: number, allowed: readonly number[]) => Expression) => Expression;
}

export interface SmallFraming {
  readonly placements: readonly Placement[];
  readonly mustSettle?: readonly number[];
  readonly provisions?: readonly number[];
  readonly chance?: number;
}

const words: Record<string, readonly [number, number]> = {
  refuses: [0, 0.1],
  resists: [0.1, 0.4],
  tolerates: [0.5, 0.8],
  accepts: [0.8, 1],
  insists: [0.9, 1],
};

export function smallCase(small: SmallCase): Case {
  const entries: Entry[] = [];
  const add = (path: string, value: number | string, kind: Entry["kind"] = "points"): number => {
    const given: Given =
      typeof value === "number"
        ? { kind: "number", value }
        : { kind: "word", word: value, low: words[value][0], high: words[value][1] };
    entries.push({
      path,
      kind,
      given,
      alternatives: {},
      basis: "judged",
      claims: [],
      why: "test",
      private: false,
      isDefault: false,
    });
    return entries.length - 1;
  };
  const issueId = (i: number) => `issue${i}`;
  const issueTest = (i: number, allowed: readonly number[]): Expression => ({
    kind: "issue",
    issue: issueId(i),
    allowed,
    test: { by: "list", negated: false, options: allowed },
    text: `${issueId(i)} in (${allowed.join(", ")})`,
  });
  const named = (expression: Expression): number[] =>
    expression.kind === "issue"
      ? [small.sizes.findIndex((_, i) => issueId(i) === expression.issue)]
      : expression.kind === "and" || expression.kind === "or"
        ? expression.operands.flatMap(named)
        : expression.kind === "not"
          ? named(expression.operand)
          : [];
  const parties = small.parties.map((party, p): Party => {
    const id = `party${p}`;
    return {
      id,
      label: `Party ${p}`,
      role: party.role ?? "principal",
      inside: -1,
      stances: small.baskets.map((_, b) =>
        placements.map((placement) => {
          const stance = party.stances?.[b]?.[placement];
          return stance === undefined ? -1 : add(`${id}.stances.basket${b}.${placement}`, stance, "stance");
        }),
      ),
      values:
        party.values === undefined
          ? null
          : {
              weights: {
                kind: "entries",
                entries: party.values.map((values, i) =>
                  values === null
                    ? -1
                    : add(`${id}.values.weights.${issueId(i)}`, party.weights?.[i] ?? 1, "weight"),
                ),
              },
              options: party.values.map((values, i) =>
                values === null
                  ? null
                  : {
                      kind: "entries",
                      entries: values.map((value, o) =>
                        add(`${id}.values.options.${issueId(i)}.o${o}`, value),
                      ),
                    },
              ),
              interactions: (party.interactions ?? []).map(({ issues, cells }) => ({
                issues,
                cells: cells.map(({ from, to, change }) => ({
                  from,
                  to,
                  change: add(`${id}.values.interactions`, change),
                })),
              })),
              prefers: [],
            },
      lines: (party.lines ?? []).map((line, l): Line => {
        const forbids = line.forbids(issueTest);
        return {
          id: `line${l}`,
          party: p,
          label: `line ${l}`,
          forbids,
          issues: [...new Set(named(forbids))],
          firmness: add(`${id}.lines.line${l}.firmness`, line.firmness ?? 1, "likelihood"),
          basis: "judged",
          claims: [],
        };
      }),
      threshold:
        party.threshold === undefined
          ? null
          : {
              value: add(`${id}.threshold.value`, party.threshold.value),
              when: (party.threshold.when ?? []).map((when) => ({
                if: when.if(issueTest),
                value: add(`${id}.threshold.when`, when.value),
              })),
              influence: -1,
              how: null,
            },
      noDeal: party.noDeal === undefined ? -1 : add(`${id}.noDeal`, party.noDeal),
      outlook: null,
      success: small.framings.map(() => party.success?.(issueTest) ?? null),
      trust: small.parties.map(() => -1),
      recognition: -1,
    };
  });
  return {
    id: `small`,
    title: "Small",
    asOf: "2026-01-01",
    hash: "",
    document: { scale: small.scale ?? "source" } as Case["document"],
    parties,
    principals: parties.flatMap(({ role }, p) => (role === "principal" ? [p] : [])),
    issues: small.sizes.map((size, i) => ({
      id: issueId(i),
      label: `Issue ${i}`,
      unit: null,
      options: Array.from({ length: size }, (_, o) => ({
        id: `o${o}`,
        label: `Option ${o}`,
        number: null,
        obligations: (small.obligations ?? [])
          .filter(({ issue, option }) => issue === i && option === o)
          .map(({ by, checked }) => ({ by, text: "does it", improvesFor: [], checked, notice: -1 })),
      })),
      statusQuo: small.statusQuo?.[i] ?? 0,
      basket: small.baskets.findIndex((basket) => basket.includes(i)),
    })),
    baskets: small.baskets.map((issues, b) => ({ id: `basket${b}`, label: `Basket ${b}`, issues })),
    framings: small.framings.map((framing, f) => ({
      id: `framing${f}`,
      label: `Framing ${f}`,
      placements: framing.placements,
      mustSettle: small.baskets.map((_, b) => framing.mustSettle?.includes(b) ?? false),
      described: small.parties.map(() => framing.placements),
      ambiguous: false,
      unravels: -1,
      followOnChance:
        framing.chance === undefined
          ? -1
          : add(`framings.framing${f}.followOn.chance`, framing.chance, "likelihood"),
      provisions: framing.provisions ?? [],
      months: small.baskets.map(() => -1),
    })),
    provisions: (small.provisions ?? []).map((odds, at) => ({
      id: `provision${at}`,
      label: `Provision ${at}`,
      odds: add(`followOn.provisions.${at}.odds`, odds, "odds"),
    })),
    scenarios: [],
    worded: [],
    effects: [],
    correlations: [],
    followOnChance:
      small.followOnChance === undefined ? -1 : add("followOn.chance", small.followOnChance, "likelihood"),
    hazards: [],
    entries,
  };
}
