import type { NoDeals } from "../deals-result.ts";

/** How a draw ends, in the order of the obstacles; the first that applies. */
export const endings = [
  "agendaRefused",
  "noZone",
  "bargainingFailure",
  "insufficient",
  "overtakenByEvents",
  "durable",
] as const;
export type Ending = (typeof endings)[number];

/** A share of the draws with its 95 % interval (plain: Wilson; Sobol: from the scrambles). */
export interface ShareEstimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A mean over the draws with its 95 % interval. */
export interface MeanEstimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export type Shares = Readonly<Record<Ending, ShareEstimate>>;

/** Distribution over the draws of a party's value of what came; percentiles from a sketch, within a bin of `binWidth`. */
export interface ValueSpread {
  readonly mean: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  readonly binWidth: number;
}

/** What follows failure, by the coder's likelihoods given how the talks failed. */
export interface Follows {
  /** Mean likelihood, over the draws that failed, of a scenario in which talks go on. */
  readonly goesOn: number;
  /** The same for a scenario flagged as escalation. Never for a first page. */
  readonly escalation: number;
  /** Draws that failed. */
  readonly failed: number;
  /** Only where the two figures say nothing (they are 0 then). */
  readonly none?: { readonly kind: "no-outlook" | "never-failed"; readonly because: string };
}

/** How one framing ends over the draws. */
export interface FramingReadings {
  readonly id: string;
  readonly label: string;
  readonly shares: Shares;
  /**
   * The same draws with every refusal of the agenda left out. An agenda left ambiguous can still come apart once they sit
   * down, which ends as `agendaRefused` here too; otherwise that share is 0.
   */
  readonly hadTheySatDown: Shares;
  readonly follows: Follows;
  /** By party that has values: of what came; where it failed, what the outlook is worth given how. */
  readonly valueBy: Readonly<Record<string, ValueSpread>>;
  /** Draws in which terms would be agreed had they sat down; the base of `missedBy` and `undoneBy`. */
  readonly agreed: number;
  /** By party with a threshold or lines: share of `agreed` in which its threshold is missed or a line of it, if it need not agree, is broken. */
  readonly missedBy: Readonly<Record<string, number>>;
  /** By the same parties: share of `agreed` in which it also undoes what was agreed. Several can in one draw. */
  readonly undoneBy: Readonly<Record<string, number>>;
  /** By principal: share of all draws in which it refuses the agenda. */
  readonly refusedBy: Readonly<Record<string, number>>;
  /** By class of event, and `horizon`: share of all draws that end overtaken by it (the earliest; the horizon before any event). */
  readonly overtakenBy: Readonly<Record<string, number>>;
  /** Share of `agreed` in which later talks deliver; 0 without a follow-on. */
  readonly delivered: number;
  /** By party that has values: how much less it gets than under its best framing in the same draw. */
  readonly regret: Readonly<Record<string, { readonly mean: number; readonly p95: number }>>;
  /** Only where nothing beyond the agenda can be judged: draws that are not refused count as `noZone`. */
  readonly none?: NoDeals;
}

/** One framing against another on the same draws: first minus second. */
export interface FramingDifference {
  readonly first: string;
  readonly second: string;
  readonly durable: MeanEstimate;
  /** By party that has values; `better`: share of the draws in which the first is worth more to it. */
  readonly values: Readonly<Record<string, MeanEstimate & { readonly better: number }>>;
}

/** Every reading of a case, gathered. */
export interface Readings {
  readonly method: "plain" | "sobol";
  readonly exact: false;
  readonly parameters: {
    readonly chunkSize: number;
    readonly scrambles: number;
    readonly precision: number;
    readonly confidence: number;
  };
  readonly notes: readonly string[];
  readonly case: { readonly id: string; readonly asOf: string; readonly hash: string };
  /** Whose entries were read where two coders differ; null: the first of each. */
  readonly coder: string | null;
  readonly manifest: string;
  readonly seed: number;
  /** Draws counted. */
  readonly draws: number;
  /** Draws asked for, and whether it stopped before: at a checkpoint at which every share was known closely enough, or cut short. */
  readonly asked: number;
  readonly stopped: "complete" | "precise" | "cut-short";
  /** Largest half-width of a 95 % interval among all shares. */
  readonly halfWidth: number;
  readonly framings: readonly FramingReadings[];
  /**
   * By party that has values, and `jointly`: share of the draws in which a framing is best, `none` included; ties split.
   * Only a framing that ends durable in the draw can be best. A party's best is worth most to it, and more than no deal.
   * Jointly best: against every other framing and no deal, worse for no principal and better for one.
   */
  readonly best: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly differences: readonly FramingDifference[];
}
