/**
 * A negotiation domain as the formats that others use describe it: issues, and for every negotiator a linear additive
 * function of them, boxes that add to it, and a reservation value. Points are utility × 100.
 */
export interface Domain {
  readonly name: string;
  /** Format it was read from, as shown: `GENIUS`. */
  readonly format: string;
  /** Names of the files read, that of the domain first. */
  readonly files: readonly string[];
  readonly issues: readonly DomainIssue[];
  readonly profiles: readonly Profile[];
}

export interface DomainIssue {
  readonly name: string;
  readonly options: readonly DomainOption[];
  /** What the format knows of the issue and a case does not: sentences that `remark.ts` reads back. */
  readonly remarks: readonly string[];
}

export interface DomainOption {
  readonly name: string;
  /** Its size, where it is a number. */
  readonly number: number | null;
}

export interface Profile {
  readonly name: string;
  /** By issue; used as they stand, not divided by their sum. */
  readonly weights: readonly number[];
  /** Points by issue, then option; null where the profile does not value the issue by itself. */
  readonly values: readonly (readonly number[] | null)[];
  readonly boxes: readonly Box[];
  /** Points; null where there is none. */
  readonly reservation: number | null;
  /** Points above which the format cuts a total off; null where it does not. */
  readonly cap: number | null;
  readonly remarks: readonly string[];
  /** By issue: what its values were computed from, or null. */
  readonly reasons: readonly (string | null)[];
}

/** Points added to every outcome whose options lie in all ranges, first and last included. No ranges: to every outcome. */
export interface Box {
  readonly ranges: readonly { readonly issue: number; readonly from: number; readonly to: number }[];
  readonly change: number;
}

/** Files of a folder: name without the folder → contents. */
export type DomainFiles = Readonly<Record<string, Uint8Array>>;

export interface ImportOptions {
  /** As-of date of the case, `YYYY-MM-DD`. Domains have none; without it a placeholder is written and said to be one. */
  readonly asOf?: string;
  /** How many evenly spaced values a real-valued issue is read at, both ends included; 2 or more. Default 21. */
  readonly realValues?: number;
}

export const DEFAULT_REAL_VALUES = 21;

export interface ImportedCase {
  /** Text of a `case.yaml` that checks. */
  readonly caseText: string;
  /** What was done that the files do not say, in sentences. */
  readonly notes: readonly string[];
}
