import type { Case, Given } from "../../model/case.ts";

/** For tests only: a case whose entries are replaced and added to. Entries by path; what refers to them is given as a whole. */
export class UncertainCase {
  #subject: Case;

  constructor(subject: Case) {
    this.#subject = subject;
  }

  /** Adds an entry and returns its place. */
  add(path: string, given: Given): number {
    const entry = {
      path,
      kind: "points" as const,
      given,
      alternatives: {},
      basis: "judged" as const,
      claims: [],
      why: "test",
      private: false,
      isDefault: false,
    };
    this.#subject = { ...this.#subject, entries: [...this.#subject.entries, entry] };
    return this.#subject.entries.length - 1;
  }

  /** Replaces what was entered somewhere. */
  set(path: string, given: Given): this {
    const at = this.#subject.entries.findIndex((entry) => entry.path === path);
    if (at < 0) throw new Error(`no entry ${path}`);
    const entries = this.#subject.entries.with(at, { ...this.#subject.entries[at], given });
    this.#subject = { ...this.#subject, entries };
    return this;
  }

  change(of: (subject: Case) => Partial<Case>): this {
    this.#subject = { ...this.#subject, ...of(this.#subject) };
    return this;
  }

  get case(): Case {
    return this.#subject;
  }
}

export const number = (value: number): Given => ({ kind: "number", value });
export const uniform = (low: number, high: number): Given => ({ kind: "word", word: "unknown", low, high });
export const range = (low: number, mode: number, high: number): Given => ({
  kind: "range",
  low,
  mode,
  high,
  shape: "triangular",
});
