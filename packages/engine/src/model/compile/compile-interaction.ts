import type { Interaction } from "../case.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { CaseDocument } from "../schema/case-schema.ts";
import type { Compiling } from "./compiling.ts";
import { type Setting, within } from "./entry-register.ts";

type InteractionDocument = NonNullable<CaseDocument["parties"][string]["values"]>["interactions"][number];

/** A box is one cell; a table has one for each combination it lists. */
export function compileInteraction(
  compiling: Compiling,
  given: InteractionDocument,
  at: DataPath,
  outer: Setting,
): Interaction {
  const { names, entries, problems } = compiling;
  const setting = within(outer, given);
  entries.checkClaims(given.claims, [...at, "claims"]);
  if ("box" in given) {
    const ids = Object.keys(given.box);
    if (ids.length === 0)
      problems.error("empty", [...at, "box"], "expected at least one issue with its first and last option");
    const ends = ids.map((issue) => {
      const path = [...at, "box", issue];
      if (names.find("issue", issue, path, "key") < 0) return [-1, -1] as const;
      const [first, last] = given.box[issue].map((option, index) =>
        names.option(issue, option, [...path, index]),
      );
      if (first > last && last >= 0)
        problems.error(
          "out-of-order",
          path,
          "the first option comes after the last in the issue's order",
          "swap the two",
        );
      return [first, last] as const;
    });
    const change = entries.add([...at, "change"], "points", given.change, setting);
    const cell = { from: ends.map(([first]) => first), to: ends.map(([, last]) => last), change };
    return { issues: ids.map((issue) => names.at("issue", issue)), cells: [cell] };
  }
  const issues = given.table.map((issue, index) => names.find("issue", issue, [...at, "table", index]));
  if (new Set(given.table).size < given.table.length)
    problems.error("listed-twice", [...at, "table"], "an issue is listed twice", "list each issue once");
  const seen = new Set<string>();
  const cells = given.cells.map((cell, index) => {
    const path = [...at, "cells", index];
    if (cell.at.length !== given.table.length) {
      const message = `expected ${given.table.length} options, one for each of ${given.table.join(", ")}; found ${cell.at.length}`;
      problems.error("wrong-size", [...path, "at"], message);
    }
    const options = given.table.map((issue, place) =>
      cell.at[place] === undefined || issues[place] < 0
        ? -1
        : names.option(issue, cell.at[place], [...path, "at", place]),
    );
    const key = options.join();
    if (seen.has(key) && !options.includes(-1))
      problems.error(
        "listed-twice",
        [...path, "at"],
        "this combination is listed twice",
        "keep one of the two",
      );
    seen.add(key);
    return {
      from: options,
      to: options,
      change: entries.add([...path, "change"], "points", cell.change, setting),
    };
  });
  return { issues, cells };
}
