import { describe, expect, it } from "vitest";
import type { Case } from "./case.ts";
import { diffCases } from "./diff-cases.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, new TextEncoder().encode(text)]),
);

function read(...edits: readonly (readonly [string, string])[]): Case {
  const text = edits.reduce((all, [from, to]) => all.replace(from, to), starterCase());
  const result = readCase({ path: "case.yaml", caseText: text, sources });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const short = (before: Case, after: Case) =>
  diffCases(before, after).map(
    ({ kind, what, path, from, to }) => `${kind} ${what} ${path}: ${from} → ${to}`,
  );

describe("diffCases", () => {
  it("finds nothing between a case and itself", () => {
    expect(diffCases(read(), read())).toEqual([]);
  });

  it("gives entries as they are written", () => {
    expect(
      short(
        read(),
        read(
          ["[25, 35, 45]", "[25, 40, 45]"],
          ["firmness: likely", "firmness: { value: [0.5, 0.6, 0.7], shape: pert }"],
        ),
      ),
    ).toEqual([
      "changed entry north.lines.no_high_release.firmness: likely → [0.5, 0.6, 0.7] pert",
      "changed entry north.noDeal: [25, 35, 45] → [25, 40, 45]",
    ]);
  });

  it("says when a default takes the place of an entry, and when an entry is new", () => {
    expect(
      short(
        read(),
        read(
          ["        firmness: likely\n", ""],
          ["later: tolerates\n", "later: tolerates\n        none: refuses\n"],
        ),
      ),
    ).toEqual([
      "added entry north.stances.border.none:  → refuses",
      "changed entry north.lines.no_high_release.firmness: likely → very likely (default)",
    ]);
  });

  it("says what entries rest on, where only that differs", () => {
    expect(short(read(), read(["{ value: refuses, claims: [north_border] }", "refuses"]))).toEqual([
      "changed basis north.stances.border.together: said → judged",
    ]);
  });

  it("gives a new framing, party, issue or line as one thing", () => {
    expect(
      short(
        read(),
        read([
          "  both: { label: Both together",
          "  apart: { label: Apart, placements: { river: separate, border: separate } }\n  both: { label: Both together",
        ]),
      ),
    ).toEqual(["added framing framings.apart:  → Apart"]);
    expect(short(read(["  delta:", "  gulf: { label: Gulf, role: concerned }\n  delta:"]), read())).toEqual([
      "removed party gulf: Gulf → ",
    ]);
    expect(
      short(
        read(),
        read(["      medium: { label: in six years }", "      medium: { label: in five years }"]),
      ),
    ).toEqual(["changed field issues.filling.options.medium.label: in six years → in five years"]);
  });

  it("gives a whole group that is new by its entries", () => {
    expect(
      short(
        read(),
        read(["    role: concerned\n", "    role: concerned\n    stances: { river: { none: resists } }\n"]),
      ),
    ).toEqual(["added entry delta.stances.river.none:  → resists"]);
  });

  it("sees another order of options", () => {
    const swapped = read([
      "      medium: { label: in six years }\n      fast: { label: in three years }",
      "      fast: { label: in three years }\n      medium: { label: in six years }",
    ]);
    expect(short(read(), swapped)).toEqual([
      "changed field issues.filling.options: slow, medium, fast → slow, fast, medium",
    ]);
  });
});
