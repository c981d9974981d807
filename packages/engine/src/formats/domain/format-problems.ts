import type { Checked, Problem } from "../../model/problem.ts";

/** Where something stands in a file; line and column from 1, 0 where not known. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of what, as a reader would say it: `issue Price`. */
  readonly path?: string;
}

const MOST_LISTED = 200;

/** Collects everything that is wrong with the files of a domain. */
export class FormatProblems {
  readonly #found: Problem[] = [];
  #errors = 0;

  error(code: string, place: Place, message: string, hint = ""): void {
    this.#errors++;
    this.#add("error", code, place, message, hint);
  }

  warn(code: string, place: Place, message: string, hint = ""): void {
    this.#add("warning", code, place, message, hint);
  }

  /** How many errors so far. */
  get errors(): number {
    return this.#errors;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** The value, unless something is an error. */
  checked<T>(value: T): Checked<T> {
    return this.hasErrors ? this.refused() : { ok: true, value, problems: this.#listed() };
  }

  refused(): Checked<never> {
    if (!this.hasErrors) throw new Error("refused without an error");
    return { ok: false, problems: this.#listed() };
  }

  #add(severity: Problem["severity"], code: string, place: Place, message: string, hint: string): void {
    const { file, line, column, path = "" } = place;
    this.#found.push({ code, severity, path, file, line, column, message, hint });
  }

  /** Errors first, then by file and place; past the limit only their number. */
  #listed(): readonly Problem[] {
    const rank = ({ severity }: Problem) => (severity === "error" ? 0 : 1);
    const sorted = this.#found.toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        a.line - b.line ||
        a.column - b.column,
    );
    if (sorted.length <= MOST_LISTED) return sorted;
    const left = sorted.length - MOST_LISTED;
    const last = sorted[MOST_LISTED];
    return [
      ...sorted.slice(0, MOST_LISTED),
      {
        ...last,
        code: "more-problems",
        path: "",
        line: 0,
        column: 0,
        message: `${left} more problems are not listed`,
        hint: "",
      },
    ];
  }
}

/** Sentences name things by their own words; those can be long, or hold line breaks. */
export function shown(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

/** A negotiation takes two. */
export function tooFew(count: number, what: string): string {
  return count === 0
    ? `there is no ${what}; at least two are needed`
    : `there is only one ${what}; at least two are needed`;
}
