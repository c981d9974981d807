/** `low … high` is the estimate's 95 % interval, and `relativeError` half its width over the estimate. */
export type ChoiceCount =
  | { readonly exact: true; readonly count: bigint }
  | {
      readonly exact: false;
      readonly estimate: number;
      readonly relativeError: number;
      readonly low: number;
      readonly high: number;
      readonly samples: number;
      readonly seed: number;
    };
