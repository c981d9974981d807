import type { Expression } from "./expression/expression.ts";
import type { Placement } from "./placement.ts";
import type { CaseDocument } from "./schema/case-schema.ts";
import type { EntryKind } from "./schema/entry-schema.ts";
import type { Role } from "./schema/party-schema.ts";
import type { Failure } from "./schema/talks-schema.ts";

/**
 * A case once read: ids resolved to positions, expressions parsed, every uncertain entry in one register.
 *
 * Plain and JSON-safe. Positions are in case order: `issue`, `basket`, `party` and `framing` fields hold
 * indices into the arrays here, `entry` fields indices into `entries`, and -1 means there is none.
 */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  /** SHA-256 of the text of `case.yaml` and of the stored sources, hex. */
  readonly hash: string;
  readonly document: CaseDocument;
  readonly parties: readonly Party[];
  /** Party indices of the principals, in case order. */
  readonly principals: readonly number[];
  readonly issues: readonly Issue[];
  readonly baskets: readonly Basket[];
  readonly framings: readonly Framing[];
  readonly provisions: readonly Provision[];
  readonly scenarios: readonly Scenario[];
  readonly entries: readonly Entry[];
  /** What was entered in words that only order: importances, rankings, preferences. It counts as entered, but has no number of its own. */
  readonly worded: readonly WordedEntry[];
  /** Effects of events on odds, in order of date. */
  readonly effects: readonly Effect[];
  readonly correlations: readonly {
    readonly between: readonly [entry: number, entry: number];
    readonly rho: number;
  }[];
  /** Chance that later talks deliver where a framing does not say; -1: not entered. */
  readonly followOnChance: number;
  readonly hazards: readonly { readonly id: string; readonly label: string; readonly perMonth: number }[];
}

export interface Issue {
  readonly id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly options: readonly Option[];
  /** Index of the option that stands if nothing is agreed; -1 only in imported domains. */
  readonly statusQuo: number;
  readonly basket: number;
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly number: number | null;
  readonly obligations: readonly Obligation[];
}

export interface Obligation {
  readonly by: number;
  readonly text: string;
  readonly improvesFor: readonly number[];
  /** Whether anybody could check it: some means other than none, and compliance defined. */
  readonly checked: boolean;
  /** Entry: chance that a breach is noticed in time; -1: not entered. */
  readonly notice: number;
}

export interface Basket {
  readonly id: string;
  readonly label: string;
  readonly issues: readonly number[];
}

export interface Party {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  /** For a ratifier: the principal it belongs to; otherwise -1. */
  readonly inside: number;
  /** `[basket][placement]` in the order of `placements`: entry, or -1 where it has no stance. */
  readonly stances: readonly (readonly number[])[];
  readonly values: Values | null;
  readonly lines: readonly Line[];
  readonly threshold: Threshold | null;
  /** Entry: its no-deal value entered directly; -1: from the outlook, if that values it. */
  readonly noDeal: number;
  readonly outlook: PartyOutlook | null;
  /** By framing: what it would call success; null where it is not entered. */
  readonly success: readonly (Expression | null)[];
  /** By party: entry, or -1. */
  readonly trust: readonly number[];
  /** Entry, or -1 for 1. */
  readonly recognition: number;
}

/** What outcomes are worth to one party. Issues it does not value have null. */
export interface Values {
  readonly weights: Weights;
  /** By issue. */
  readonly options: readonly (OptionValues | null)[];
  readonly interactions: readonly Interaction[];
  readonly prefers: readonly Preference[];
}

/** Raw importances entered as numbers or ranges (by issue, -1 where it does not value it), or words that only order them. */
export type Weights =
  | { readonly kind: "entries"; readonly entries: readonly number[] }
  | {
      readonly kind: "order";
      readonly path: string /** Issue indices, most important level first; one level: unknown. */;
      readonly levels: readonly (readonly number[])[];
    };

export type OptionValues =
  | { readonly kind: "entries"; readonly entries: readonly number[] }
  | {
      readonly kind: "order";
      readonly path: string /** Option indices, best level first. */;
      readonly levels: readonly (readonly number[])[];
    };

/** A change in value over some issues: one cell for every listed combination, or one box. */
export interface Interaction {
  readonly issues: readonly number[];
  /** Options by issue in `issues` order, first to last included, and the entry that changes the value there. */
  readonly cells: readonly {
    readonly from: readonly number[];
    readonly to: readonly number[];
    readonly change: number;
  }[];
}

/** Prefers one outcome to another: issue and option pairs; issues not named are the same on both sides. */
export interface Preference {
  readonly path: string;
  readonly better: readonly (readonly [issue: number, option: number])[];
  readonly worse: readonly (readonly [issue: number, option: number])[];
}

export interface Line {
  readonly id: string;
  readonly party: number;
  /** Its own words if given, otherwise the expression in words. */
  readonly label: string;
  readonly forbids: Expression;
  readonly issues: readonly number[];
  /** Entry: the chance that it holds. */
  readonly firmness: number;
  readonly basis: Basis;
  readonly claims: readonly string[];
}

export interface Threshold {
  readonly value: number;
  readonly when: readonly { readonly if: Expression; readonly value: number }[];
  /** Entry, or -1. */
  readonly influence: number;
  readonly how: "presses" | "withholds" | "acts" | null;
}

export interface Framing {
  readonly id: string;
  readonly label: string;
  /** By basket. */
  readonly placements: readonly Placement[];
  readonly mustSettle: readonly boolean[];
  /** By party, then basket: what it is told, where an agenda is left ambiguous; otherwise the placement itself. */
  readonly described: readonly (readonly Placement[])[];
  readonly ambiguous: boolean;
  /** Entry: chance that an ambiguous agenda comes apart; -1. */
  readonly unravels: number;
  /** Entry of its own chance that later talks deliver; -1: the case's. */
  readonly followOnChance: number;
  /** Indices of the provisions its follow-on has. */
  readonly provisions: readonly number[];
  /** By basket: entry of the months its track takes; -1: not entered. */
  readonly months: readonly number[];
}

export interface Provision {
  readonly id: string;
  readonly label: string;
  readonly odds: number;
}

export interface Scenario {
  readonly id: string;
  readonly label: string;
  readonly goesOn: boolean;
  readonly escalation: boolean;
}

/** A party's values of the scenarios and its own expectation of them, where it differs from the coder's. */
export interface PartyOutlook {
  /** By scenario: entry, or -1. */
  readonly values: readonly number[];
  /** By failure, then scenario: entries of relative likelihood (-1: none), the party's own or the coder's; null where neither is entered. */
  readonly likelihoods: Readonly<Record<Failure, readonly number[] | null>>;
}

export interface Effect {
  readonly event: string;
  readonly date: string;
  readonly entry: number;
  readonly odds: number;
}

/**
 * What an entry rests on: words of the party itself (`said`), words of an official of it who is not named (`official`),
 * the coder's stated reason (`judged`), or nothing.
 */
export type Basis = "said" | "official" | "judged" | "nothing";

/** One uncertain entry. A reading gives it a number. */
export interface Entry {
  /** Where it stands, as a user would write it: `iran.stances.missiles.later`. */
  readonly path: string;
  readonly kind: EntryKind;
  readonly given: Given;
  /** By coder, where two differ; empty otherwise. `given` is the first. */
  readonly alternatives: Readonly<Record<string, Given>>;
  readonly basis: Basis;
  readonly claims: readonly string[];
  readonly why: string | null;
  readonly private: boolean;
  /** True where nothing was entered and a documented default stands. */
  readonly isDefault: boolean;
}

/** Something entered in words that only order, and what it rests on. */
export interface WordedEntry {
  readonly path: string;
  readonly basis: Basis;
  readonly claims: readonly string[];
  readonly why: string | null;
}

/** What was entered: a number, a range, or a word that allows an interval. */
export type Given =
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "range";
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      readonly shape: "triangular" | "pert";
    }
  | { readonly kind: "word"; readonly word: string; readonly low: number; readonly high: number };
