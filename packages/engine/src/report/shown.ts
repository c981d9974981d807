import type { Basis, Entry } from "../model/case.ts";
import type { Labelled } from "./labelled.ts";

/** A part of a case in words: what stands there, what it rests on, who said what. */
export interface Shown {
  readonly kind: ShownKind;
  /** As it is written after `parley show`; empty for the case itself. */
  readonly path: string;
  readonly label: string;
  readonly facts: readonly Labelled[];
  readonly entries: readonly ShownEntry[];
  readonly claims: readonly ShownClaim[];
}

export type ShownKind =
  | "case"
  | "party"
  | "line"
  | "issue"
  | "option"
  | "basket"
  | "framing"
  | "scenario"
  | "claim"
  | "source"
  | "event"
  | "entry"
  | "entries";

export interface ShownEntry {
  readonly path: string;
  readonly given: Entry["given"];
  /** By coder, where they differ. */
  readonly alternatives: Entry["alternatives"];
  /** `given` in words. */
  readonly words: string;
  readonly basis: Basis;
  readonly why: string | null;
  readonly claims: readonly string[];
  readonly isDefault: boolean;
}

export interface ShownClaim {
  readonly id: string;
  /** "Iran, by an official who is not named". */
  readonly who: string;
  readonly voice: "party" | "official" | "author" | "event";
  readonly kind: string | null;
  readonly paraphrase: string;
  /** Words really reported; null where there are none. */
  readonly quote: string | null;
  readonly condition: string | null;
  readonly date: string | null;
  readonly source: { readonly id: string; readonly title: string; readonly isPreparedSummary: boolean };
}
