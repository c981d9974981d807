import type { Basis } from "../model/case.ts";
import type { Placement } from "../model/placement.ts";
import type { Role } from "../model/schema/party-schema.ts";

/** A word for a stance, or `unknown` where that was entered. */
export type StanceAnswer = "refuses" | "resists" | "tolerates" | "accepts" | "insists" | "unknown";

/** What a stance rests on: entered; taken from the party's insistence on another placement; or the default for silence. */
export type StanceOrigin = "entered" | "implied" | "default";

/** One party's stance on one basket so placed. */
export interface AgendaCell {
  readonly party: string;
  readonly basket: string;
  readonly placement: Placement;
  /** As entered, or the word whose range holds the likelihood where a number was entered or an event moved it. */
  readonly word: StanceAnswer;
  /** Of sitting down, in this reading, events counted; 0 to 1. */
  readonly likelihood: number;
  /** Whether it would sit down in this reading. */
  readonly accepted: boolean;
  readonly basis: Basis;
  readonly claims: readonly string[];
  readonly why: string | null;
  readonly origin: StanceOrigin;
  /** Path of the entry; where there is none, the path at which it would be written. */
  readonly path: string;
  /** Events that moved it, by id. */
  readonly events: readonly string[];
}

/** The matrix of baskets, placements and parties, from stances alone. Parties without any stance have default cells. */
export interface AgendaMatrix {
  readonly baskets: readonly { readonly id: string; readonly label: string }[];
  readonly placements: readonly Placement[];
  readonly parties: readonly {
    readonly id: string;
    readonly label: string;
    readonly role: Role;
    readonly inside: string | null;
    readonly stated: boolean;
  }[];
  /** Party by party, then basket, then placement. */
  readonly cells: readonly AgendaCell[];
}

export interface Refusal {
  readonly party: string;
  readonly basket: string;
  /** As this party is told it. */
  readonly placement: Placement;
  readonly word: StanceAnswer;
  readonly basis: Basis;
  readonly claims: readonly string[];
  readonly path: string;
}

/**
 * One party's answer to a whole agenda. Refusing one basket refuses it; accepting it takes every basket.
 *
 * `said` uses words alone: `no` when a refusal of one basket was said, by the party or an unnamed official of it;
 * `yes` only when every basket's placement was accepted in words; otherwise `not-said`.
 */
export interface AgendaAnswer {
  readonly party: string;
  readonly role: Role;
  /** In this reading, judgements and defaults counted. */
  readonly accepts: boolean;
  /** The strongest refusal, or the weakest acceptance. */
  readonly word: StanceAnswer;
  /** What `accepts` rests on: for a refusal the best-founded refusing stance, for an acceptance the worst-founded stance. */
  readonly basis: Basis;
  readonly said: {
    readonly answer: "yes" | "no" | "not-said";
    readonly word: StanceAnswer | null;
    readonly basis: Basis;
    readonly claims: readonly string[];
  };
  readonly refuses: readonly Refusal[];
  /** Baskets whose placement the party has not spoken of, in its own or an official's words. */
  readonly unsaid: readonly string[];
  /** Basket by basket, as this party is told it. */
  readonly cells: readonly AgendaCell[];
}

/** Whether a framing's agenda is accepted, and by whom it is refused. Principals decide; the others are shown. */
export interface FramingAgenda {
  /** Every principal accepts every basket's placement. */
  readonly accepted: boolean;
  /** By principals. */
  readonly refusals: readonly Refusal[];
  /** All parties, in case order. */
  readonly answers: readonly AgendaAnswer[];
  readonly ambiguous: boolean;
  /** Chance that an ambiguous agenda comes apart, where entered. */
  readonly unravels: number | null;
}
