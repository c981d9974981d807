/** Party id to a number: principals on a frontier, every valued party in focal deals; case order. */
export type ByParty = Readonly<Record<string, number>>;

/** Issue id to option id, every issue, case order. */
export type Outcome = Readonly<Record<string, string>>;

/**
 * How a framing's baskets hang together.
 * `package`: one main track. `separate`: other tracks beside it. `staged`: a follow-on after it. `separate-staged`: both.
 */
export type Linkage = "package" | "separate" | "staged" | "separate-staged" | "none";

/** A named absence, with the reason in a sentence. */
export interface NoDeals {
  /**
   * - `no-zone`: no outcome of the main track is permitted and worth at least no deal to every principal;
   * - `no-values`: a principal has no values, so only the agenda can be judged;
   * - `no-track`: nothing is placed together or separate;
   * - `no-status-quo`: an issue off the main track has no status quo to fall back on.
   */
  readonly kind: "no-zone" | "no-values" | "no-track" | "no-status-quo";
  readonly because: string;
}

/** A count as a decimal string. An estimate has its relative error. */
export interface Count {
  readonly count: string;
  readonly exact: boolean;
  readonly relativeError: number | null;
}

/** One Pareto-efficient combination of values and the deals that give it. */
export interface FrontierPoint {
  /** Principals; expected values where there is a follow-on. */
  readonly values: ByParty;
  /** How many deals give these values; decimal. */
  readonly count: string;
  /** The first of them in case order, at most 100. */
  readonly outcomes: readonly Outcome[];
  readonly truncated: boolean;
}

export interface FocalDeal {
  /** Every valued party; expected values where there is a follow-on. */
  readonly values: ByParty;
  /** Only where there is a follow-on: values before it. */
  readonly valuesNow?: ByParty;
  /** What is settled now; issues of the follow-on stand at the status quo. */
  readonly outcome: Outcome;
  /** Only where there is a follow-on: the complete outcome if the later talks deliver. */
  readonly followOn?: Outcome;
}

export const focalRules = ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;
export type FocalRule = (typeof focalRules)[number];

/** Deals singled out by each rule, all optima, in case order, at most 100. Empty when there are no deals. */
export type Focal = Readonly<Record<FocalRule, readonly FocalDeal[]>>;

/** One track settled by itself, the rest at the status quo. */
export interface TrackResult {
  readonly kind: "main" | "separate";
  /** Basket ids. */
  readonly baskets: readonly string[];
  readonly issues: readonly string[];
  /** Agreements this track leaves open by itself (main: its zone; separate: without counting no agreement). */
  readonly agreements: Count;
  /** True when no agreement is open in it. */
  readonly empty: boolean;
  /** Principals to whom nothing in it pays: their best gain in it is nothing. */
  readonly paysNothingTo: readonly string[];
  /** Efficient combinations of the principals' values, the rest at the status quo. */
  readonly frontier: readonly FrontierPoint[];
}

/** The follow-on, where baskets are placed later. */
export interface FollowOn {
  readonly baskets: readonly string[];
  readonly issues: readonly string[];
  /** Chance that later talks deliver, provisions counted. */
  readonly chance: number;
  readonly provisions: readonly string[];
  /** True when what later talks would settle depends on what is settled now. */
  readonly dependsOnNow: boolean;
}

/** The deals that one framing leaves open, whoever sits down. */
export interface Deals {
  readonly method: string;
  readonly exact: boolean;
  readonly parameters: { readonly tolerance: number; readonly listed: number };
  readonly notes: readonly string[];
  /** coded: 0 to 100 for each party; source: an imported domain's own scale. */
  readonly scale: "coded" | "source";
  readonly linkage: Linkage;
  /** Issues settled now, by id. */
  readonly onTable: readonly string[];
  /** Outcomes of the issues on the table, permitted or not; decimal. */
  readonly outcomes: string;
  readonly deals: Count;
  readonly frontier: readonly FrontierPoint[];
  readonly focal: Focal;
  /** How many deals each rule singles out; decimal. `focal` lists at most 100 of them. */
  readonly focalCounts: Readonly<Record<FocalRule, string>>;
  /** Principals with a value of no deal. */
  readonly noDeal: ByParty;
  readonly tracks: readonly TrackResult[];
  /** Null where nothing is placed later. */
  readonly followOn: FollowOn | null;
  /** Only where there are none. */
  readonly none?: NoDeals;
}
