import type { Case } from "../../../model/case.ts";
import { centralValue } from "../../../model/central-value.ts";
import { orderPolytope } from "../../../numeric/polytope/polytope.ts";
import { smallestConflict } from "../../../numeric/polytope/smallest-conflict.ts";
import { rankedOptionValues } from "../../rank-order-centroid.ts";
import { statementRows } from "./statement-rows.ts";

/** Statements of preference of one party that no weights satisfy together, option values at their middle. */
export interface Contradiction {
  readonly party: number;
  /** Paths of the smallest set of statements that cannot all hold, with the order of importance. */
  readonly statements: readonly string[];
}

export function contradictionsIn(subject: Case): Contradiction[] {
  return subject.parties.flatMap(({ values }, party): Contradiction[] => {
    if (values === null || values.weights.kind !== "order" || values.prefers.length === 0) return [];
    const issues = values.weights.levels.flat().toSorted((a, b) => a - b);
    const levels = values.weights.levels.map((level) => level.map((issue) => issues.indexOf(issue)));
    const worthOf = (issue: number, option: number) => {
      const options = values.options[issue];
      if (options === null) return 0;
      if (options.kind === "entries") return centralValue(subject.entries[options.entries[option]].given);
      const level = options.levels.findIndex((members) => members.includes(option));
      return rankedOptionValues(options.levels.map((members) => members.length))[level];
    };
    const rows = statementRows(subject, party, issues, worthOf);
    const found = smallestConflict(
      orderPolytope(levels),
      rows.map((row) => [{ coefficients: row.map((c) => -c), bound: 0 }]),
    );
    if (found.kind !== "conflict") return [];
    return [{ party, statements: found.statements.map((at) => values.prefers[at].path) }];
  });
}
