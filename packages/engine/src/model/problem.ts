/**
 * Something wrong with what was given, as data. All of them are reported at once.
 *
 * "Issue" in the sense of an error list; what is negotiated is `Issue` in `case.ts`.
 */
export interface Problem {
  /** Stable, kebab-case: `unknown-id`, `out-of-order`, `not-in-source`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** Path in the case as a user would write it: `parties.iran.stances.missiles`. */
  readonly path: string;
  readonly file: string;
  /** 1-based; 0 where there is none. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what was expected. */
  readonly message: string;
  /** What to do about it; empty where the message says it all. */
  readonly hint: string;
}

/** A value, or everything that is wrong. `problems` of an accepted value are warnings. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
