import type { FramingAgenda } from "./agenda-result.ts";
import type { Constraint } from "./constraint.ts";
import type { ByParty, Count, Deals, Focal, FocalDeal, FocalRule, FrontierPoint } from "./deals-result.ts";

/** How many of a rule's deals meet a test. `none` also where there is no deal. */
export type Share = "all" | "some" | "none";
export type ShareByRule = Readonly<Record<FocalRule, Share>>;

/** One party's threshold under one framing. */
export interface ThresholdResult {
  readonly party: string;
  /** What applies under this framing; where it depends on terms, what applies at the first Nash deal (none: at the status quo). */
  readonly value: number;
  /** True where the threshold depends on what is agreed. */
  readonly dependsOnTerms: boolean;
  readonly satisfiedBy: ShareByRule;
  /** Largest value to it over the deals; null where there are none. */
  readonly best: number | null;
  /** Whether some deal reaches the threshold. */
  readonly reachable: boolean;
  /** Its value of the first Nash deal; null where there is none. */
  readonly atNash: number | null;
  readonly influence: number | null;
  readonly how: "presses" | "withholds" | "acts" | null;
}

/** A line of a party that need not agree, broken by focal deals: to it they are insufficient. */
export interface BrokenLine {
  readonly party: string;
  readonly line: string;
  readonly label: string;
  readonly brokenBy: ShareByRule;
  /** Broken by the complete outcome if later talks deliver; null where there is no follow-on. */
  readonly brokenByFollowOn: ShareByRule | null;
}

/** What one principal gets. */
export interface PrincipalResult {
  readonly party: string;
  /** Value of no deal; null where it has no values. */
  readonly noDeal: number | null;
  /** Where that comes from; `status-quo` is a default, listed as a gap. */
  readonly noDealFrom: "entered" | "outlook" | "status-quo" | "none";
  /** Value and gain over no deal at the first Nash deal; null where there is none. */
  readonly atNash: number | null;
  readonly gain: number | null;
  /** Largest gain in any deal; null where there is none. */
  readonly bestGain: number | null;
  /** Whether the Nash deal gives it more than no deal. */
  readonly better: boolean;
  /** Its own success test for this framing, in canonical spelling; null where none is entered. `metByFollowOn`: null without a follow-on. */
  readonly success: {
    readonly test: string;
    readonly met: ShareByRule;
    readonly metByFollowOn: ShareByRule | null;
  } | null;
}

/** Whether some deal also reaches every threshold and breaks no party's line. */
export interface Sufficiency {
  readonly exists: boolean;
  /** Only where there is none. */
  readonly none?: { readonly kind: "no-deals" | "no-sufficient-deal"; readonly because: string };
}

/** The deals that also reach every threshold and break no party's line. */
export interface SufficientDeals extends Sufficiency {
  readonly deals: Count;
  readonly frontier: readonly FrontierPoint[];
  readonly focal: Focal;
  readonly focalCounts: Readonly<Record<FocalRule, string>>;
}

/**
 * How much room a framing leaves, in a word: by the principal that can gain least, the largest gain over no deal
 * that any deal gives it, as a share of its scale (100 points; imported domains: its range over the outcomes on the table).
 * none: no deal; narrow: under 5 %; moderate: under 15 %; wide: 15 % or more. Parley's own convention.
 */
export interface ZoneWidth {
  readonly word: "none" | "narrow" | "moderate" | "wide";
  /** The share, 0 to 1; null where there is no deal. */
  readonly share: number | null;
  /** The principal that can gain least; null where there is no deal. */
  readonly least: string | null;
}

/** Duties at the first Nash deal, by bearer: obligations of options that differ from the status quo. */
export interface ObligationCount {
  readonly party: string;
  readonly asked: number;
  readonly checked: number;
  /** If later talks deliver, in addition. */
  readonly later: number;
  readonly laterChecked: number;
}

/** Why a framing has no deal: constraints that cannot all hold, none of which can be left out. */
export interface Conflict {
  readonly constraints: readonly Constraint[];
}

/** Two further rules, all optima, at most 100 each; empty without deals. */
export interface FurtherFocal {
  readonly raiffa: readonly FocalDeal[];
  readonly weightedNash: readonly FocalDeal[];
  /** By principal: its weight in `weightedNash`, the recognition entered for it; sum 1. */
  readonly weights: ByParty;
}

/** The deals of one framing in full, with what further rules single out and with those that are also sufficient. */
export interface FramingDeals extends Deals {
  readonly further: FurtherFocal;
  readonly sufficient: SufficientDeals;
}

export interface FramingComparison extends Deals {
  readonly id: string;
  readonly label: string;
  readonly agenda: FramingAgenda;
  readonly width: ZoneWidth;
  readonly principals: readonly PrincipalResult[];
  readonly thresholds: readonly ThresholdResult[];
  readonly brokenLines: readonly BrokenLine[];
  readonly sufficient: Sufficiency;
  /** Obligations at the first Nash deal by bearer, principals always there; settled now. */
  readonly duties: ByParty;
  readonly obligations: readonly ObligationCount[];
  /** Terms of the first Nash deal: issues it moves from the status quo, and how many of them can be checked. */
  readonly terms: { readonly count: number; readonly checked: number };
  /** Months until what is settled now is settled, and until the follow-on is; null where not entered. */
  readonly months: { readonly now: number | null; readonly withFollowOn: number | null };
  /** One minimal set for a framing without deals; each agenda refusal is one of its own. Empty where nothing conflicts. */
  readonly conflicts: readonly Conflict[];
}

/** How the numbers of a reading came about. */
export interface ReadingNote {
  readonly method: "central";
  readonly exact: boolean;
  readonly parameters: { readonly tolerance: number };
  readonly notes: readonly string[];
}

/** All framings of a case in one reading. */
export interface Comparison {
  readonly case: {
    readonly id: string;
    readonly title: string;
    readonly asOf: string;
    readonly hash: string;
  };
  readonly reading: ReadingNote;
  readonly parties: readonly { readonly id: string; readonly label: string; readonly role: string }[];
  /** How many entries, in numbers or in words that only order, rest on what. */
  readonly basis: {
    readonly entries: number;
    readonly said: number;
    readonly official: number;
    readonly judged: number;
    readonly nothing: number;
  };
  readonly framings: readonly FramingComparison[];
  /** By principal: framings whose agenda it accepts and whose Nash deal gives it more than no deal. */
  readonly preferred: Readonly<Record<string, readonly string[]>>;
  /** Framings whose agenda is accepted and whose zone is not empty. */
  readonly acceptableToAll: readonly string[];
}
