import type { Placement } from "../../model/placement.ts";
import type { Refusal } from "../agenda-result.ts";
import type { Constraint } from "../constraint.ts";
import type { ByParty, Count, NoDeals, Outcome } from "../deals-result.ts";

/** What stands in the way of a framing, what would open it, and what each line and each party outside costs the others. */
export interface Explanation {
  readonly case: {
    readonly id: string;
    readonly title: string;
    readonly asOf: string;
    readonly hash: string;
  };
  readonly framing: { readonly id: string; readonly label: string };
  readonly method: string;
  /** False where a weight of the reading is an estimate. */
  readonly exact: boolean;
  /** Questions to the solver, at most (null: any number) and asked. */
  readonly parameters: { readonly most: number | null; readonly asked: number; readonly tolerance: number };
  readonly notes: readonly string[];
  /** False where a limit stopped the work: all that is listed is true, and more may be missing. */
  readonly complete: boolean;
  readonly agenda: { readonly accepted: boolean; readonly refusals: readonly Refusal[] };
  /** For each basket whose placement is refused: placements that every principal would take in this reading. */
  readonly takenByAll: readonly { readonly basket: string; readonly placements: readonly Placement[] }[];
  /** Everything that is asked, refusals of the agenda first; `conflicts` and `openings` name them by id. */
  readonly constraints: readonly Constraint[];
  readonly deal: Obstacles;
  readonly sufficient: Obstacles;
  readonly costs: readonly Cost[];
  /** Only where deals cannot be computed at all; then only the agenda is explained. */
  readonly none?: NoDeals;
}

/** What stands in the way of one goal: an accepted agenda with some deal, or with some sufficient deal. */
export interface Obstacles {
  readonly goal: "deal" | "sufficient";
  /** Nothing stands in the way. */
  readonly open: boolean;
  /** Deals, or sufficient deals, whoever sits down. */
  readonly deals: Count;
  /** Minimal sets of constraints that cannot all hold: without any one of them the others can. Smallest first. */
  readonly conflicts: readonly (readonly string[])[];
  /** Minimal sets of constraints without which it opens. Smallest first; every agenda refusal is in each. */
  readonly openings: readonly (readonly string[])[];
  readonly complete: boolean;
  /** Principals, then parties whose line or threshold is in a conflict, then the framing itself where it asks something. */
  readonly moves: readonly MovesOfOne[];
  readonly joint: JointMoves;
}

/** What one mover could do alone. */
export interface MovesOfOne {
  /** Null: the framing itself, which nobody changes alone. */
  readonly party: string | null;
  /** The smallest: for each, no other is as small in every kind and smaller in one. All ties. */
  readonly moves: readonly Move[];
  /** Only where it has none. `others-refuse`: others would not sit down. `not-enough`: whatever it gave up, something else stands in the way. */
  readonly none?: {
    readonly kind: "open-already" | "others-refuse" | "not-enough";
    readonly parties: readonly string[];
  };
  /** Where others would not sit down: what it could do alone if they did. Empty: still nothing. Null elsewhere. */
  readonly onceSeated: readonly Move[] | null;
}

/** The smallest moves by the fewest parties together, the framing left as it is. */
export interface JointMoves {
  readonly parties: number | null;
  readonly moves: readonly Move[];
  /** Only where there is none. `open-already`; `framing`: no move by parties opens it while the framing stays as it is. */
  readonly none?: { readonly kind: "open-already" | "framing" | "not-computed" };
}

/** Steps that open a framing together, none of which can be left out. */
export interface Move {
  readonly steps: readonly MoveStep[];
  readonly size: MoveSize;
  /** What is settled now in the first outcome that it opens; illustrative. */
  readonly outcome: Outcome;
}

/** Never summed across kinds. Adding the points of several parties is a convention, and ranks nothing but moves. */
export interface MoveSize {
  readonly stances: number;
  /** Baskets that need no longer be settled. */
  readonly settled: number;
  /** Option steps by which lines are loosened: in all, and the most by any one. */
  readonly optionSteps: number;
  readonly mostOptionSteps: number;
  /** Points by which no-deal values and thresholds fall, each on its party's own scale: in all, and the most by any one. */
  readonly points: number;
  readonly mostPoints: number;
}

export type MoveStep =
  | {
      readonly kind: "stance";
      readonly constraint: string;
      readonly party: string;
      readonly basket: string;
      readonly placement: Placement;
    }
  | {
      readonly kind: "line";
      readonly constraint: string;
      readonly party: string;
      readonly line: string;
      /** How far inside what it forbids, in options of its issues, one up or down at a time. */
      readonly optionSteps: number;
      /** It forbids nothing any more. */
      readonly givenUp: boolean;
      /** What the party would have to accept: the options of the line's issues in the move's outcome; empty where it is about later talks. */
      readonly accepts: readonly { readonly issue: string; readonly option: string }[];
    }
  | {
      readonly kind: "no-deal-value" | "threshold";
      readonly constraint: string;
      readonly party: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: "must-settle"; readonly constraint: string; readonly basket: string };

/** What a principal's line, or a party that need not agree, costs: deals with and without it, and the principals' values. */
export interface Cost {
  readonly kind: "line" | "party";
  readonly party: string;
  /** Null for a party. */
  readonly line: string | null;
  readonly label: string;
  readonly without: Worth;
  /** For a party: deals that also meet its threshold and break none of its lines. */
  readonly with: Worth;
}

export interface Worth {
  readonly deals: Count;
  /** Largest value to each principal in any deal, and its value of the first Nash deal; null where there is no deal. */
  readonly best: ByParty | null;
  readonly nash: ByParty | null;
}
