import { expect, it } from "vitest";
import type { Problem } from "./problem.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

/** The starter made wrong in one way, for the tests of what `readCase` reports. */

const encoder = new TextEncoder();
export const starterFiles = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, encoder.encode(text)]),
);

export type Edit = readonly [from: string, to: string];

export interface BadStarter {
  readonly why: string;
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly path: string;
  /** The text at whose first character the problem must be shown. */
  readonly at: string;
  readonly says?: RegExp;
  readonly warning?: true;
  /** Codes of other problems that come with it. */
  readonly with?: readonly string[];
}

/** The starter with pieces replaced; each must be there. */
export function broken(...edits: readonly Edit[]): string {
  let text = starterCase();
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`not in the starter: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** Adds sections at the end of the file. */
export function atEnd(text: string): Edit {
  return ["    date: 2026-02-20\n", `    date: 2026-02-20\n${text}`];
}

export function problemsOf(
  caseText: string | Uint8Array,
  options: { readonly asOf?: string } = {},
): readonly Problem[] {
  return readCase({ path: "cases/x/case.yaml", caseText, sources: starterFiles, options }).problems;
}

/** Line and column of a piece of text. */
export function placeOf(text: string, piece: string): string {
  const before = text.slice(0, text.indexOf(piece)).split("\n");
  return `${before.length}:${before[before.length - 1].length + 1}`;
}

/** One test for each: nothing else is reported, and it is shown where it stands. */
export function itReports(rows: readonly BadStarter[]): void {
  it.each(rows)("reports $why", ({ edits, code, path, at, says, warning, with: others = [] }) => {
    const text = broken(...edits);
    const problems = problemsOf(text);
    const found = problems.find((problem) => problem.code === code);
    expect(problems.map((problem) => problem.code).filter((one) => !others.includes(one))).toEqual([code]);
    expect({ path: found?.path, at: `${found?.line}:${found?.column}` }).toEqual({
      path,
      at: placeOf(text, at),
    });
    expect(found?.severity).toBe(warning === true ? "warning" : "error");
    if (says !== undefined) expect(`${found?.message} ${found?.hint}`).toMatch(says);
  });
}
