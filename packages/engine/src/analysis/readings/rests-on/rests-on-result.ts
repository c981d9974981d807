/** Something that a judgement bears on: how often a framing ends durable, or how much more often than another does. */
export type Bearing =
  | { readonly kind: "framing"; readonly framing: string }
  | { readonly kind: "difference"; readonly first: string; readonly second: string };

/** How closely one judgement moves with what it bears on most. */
export interface Influence {
  /** Where it stands in the case. */
  readonly judgement: string;
  /** Largest absolute rank correlation with any framing's chance of ending durable, or a difference of two; 0 to 1. */
  readonly influence: number;
  readonly standardError: number;
  /** 1: more of it, more often; -1: less often. 0 where it moves with nothing. */
  readonly direction: -1 | 0 | 1;
  /** Null where it moves with nothing. */
  readonly on: Bearing | null;
  /** Whether it stands out: a judgement that matters for nothing would seldom reach as much by accident (see `noise`). */
  readonly clear: boolean;
}

/**
 * Where, on the same draws with one entry pinned, another framing comes to be the one that most often ends durable.
 *
 * - `flip`: nearest to the entry's own middle; the change lies between two values of the entry (before events);
 * - `none-in-range`: the same framing leads over the whole range;
 * - `within-error`: another leads somewhere, by no more than the draws can tell apart (two standard errors);
 * - `not-scalar`: it is a weight or a value in words that only order, which no single number sets.
 */
export type Flip =
  | {
      readonly kind: "flip";
      readonly from: string;
      readonly to: string;
      readonly between: readonly [low: number, high: number];
    }
  | { readonly kind: "none-in-range"; readonly leads: string }
  | { readonly kind: "within-error"; readonly from: string; readonly to: string; readonly near: number }
  | { readonly kind: "not-scalar" };

/** What the ranking rests on. */
export interface Driver extends Influence {
  /** Only for those looked at: as many of the first as were asked for. */
  readonly flip?: Flip;
  /** What a convenor who picks the framing would gain by knowing it first, in share of durable ends. */
  readonly information: { readonly value: number; readonly standardError: number };
}

export interface RestsOn {
  readonly method: "rank correlation of judgements with chances integrated";
  readonly exact: false;
  readonly parameters: { readonly draws: number; readonly inner: number; readonly seed: number };
  readonly notes: readonly string[];
  /** By framing: mean chance of ending durable over the sample. */
  readonly durable: Readonly<Record<string, number>>;
  /** Influence that the strongest of as many judgements without any bearing would exceed once in twenty such runs. */
  readonly noise: number;
  /** Of knowing every judgement before the framing is picked. */
  readonly perfectInformation: { readonly value: number; readonly standardError: number };
  /** Every judgement that the readings depend on, most influential first. */
  readonly drivers: readonly Driver[];
}
