/** What the names in an expression may refer to, and what its type check needs to know of them. */
export interface ExpressionScope {
  readonly issues: ReadonlyMap<string, IssueInScope>;
  /** Basket to the issues in it. */
  readonly baskets: ReadonlyMap<string, readonly string[]>;
  /** Provisions of the follow-on, for `with` and `without`; empty where there is no follow-on. */
  readonly provisions: ReadonlySet<string>;
  /** Names that stand alone and are true or false (options of the conflict model); elsewhere empty. */
  readonly flags: ReadonlySet<string>;
}

export interface IssueInScope {
  /** In the issue's order, which is what `<` and `>` between options go by. */
  readonly options: readonly { readonly id: string; readonly number?: number }[];
  readonly unit?: string;
  /** Place of the status quo among the options; -1 when there is none. */
  readonly statusQuo: number;
}
