import type { Placement } from "../placement.ts";

/**
 * A checked expression: every name is known and every comparison is resolved to the options for which it is true. Plain data.
 *
 * `and` and `or` have at least two operands, none of their own kind. `without x` is `not` of a provision.
 */
export type Expression =
  | IssueExpression
  | PlacementExpression
  | { readonly kind: "provision"; readonly id: string }
  | { readonly kind: "flag"; readonly id: string }
  | { readonly kind: "and"; readonly operands: readonly Expression[] }
  | { readonly kind: "or"; readonly operands: readonly Expression[] }
  | { readonly kind: "not"; readonly operand: Expression };

export interface IssueExpression {
  readonly kind: "issue";
  readonly issue: string;
  /** Places, ascending, of the options for which it is true. May be none or all of them. */
  readonly allowed: readonly number[];
  /** How it was said; `allowed` follows from it. */
  readonly test: IssueTest;
  /** Canonical spelling, for instance `missile_range < range_2000`. */
  readonly text: string;
}

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Options are given by place. */
export type IssueTest =
  | {
      readonly by: "option";
      readonly comparison: Comparison;
      readonly option: number;
      /** False when the options' numbers do not rise along the issue's order, so that "at most" would mislead a reader. */
      readonly rising: boolean;
    }
  | {
      readonly by: "number";
      readonly comparison: Comparison;
      readonly number: number /** Empty: none. */;
      readonly unit: string;
    }
  | { readonly by: "list"; readonly negated: boolean /** Ascending. */; readonly options: readonly number[] };

export interface PlacementExpression {
  readonly kind: "placement";
  readonly basket: string;
  /** Those for which it is true, in the order of `placements`. */
  readonly placements: readonly Placement[];
  /** Said as what the placement is not; the placements named are then the others. */
  readonly negated: boolean;
}
