import { minimalConflicts } from "../minimal-conflicts.ts";
import { type Halfspace, narrowed, type Polytope } from "./polytope.ts";
import { isEmpty } from "./polytope-centre.ts";

export type Consistency =
  | { readonly kind: "consistent" }
  /** Nothing to blame on the statements: the region is empty without them. */
  | { readonly kind: "empty-before" }
  | {
      readonly kind: "conflict";
      /** Positions of statements that cannot hold together, while any fewer of them can; the shortest such list, first in order. */
      readonly statements: readonly number[];
      /** Whether every such list was looked at, so that none is shorter. */
      readonly shortest: boolean;
    };

/**
 * Whether statements leave anything of a region, and if not which of them contradict each other: an irreducible
 * infeasible subset by deletion (Chinneck & Dravnieks 1991), all of them enumerated to find a shortest one.
 *
 * @param statements each one or more rows that stand or fall together
 * @param most linear programs solved before the shortest list so far is accepted
 */
export function smallestConflict(
  region: Polytope,
  statements: readonly (readonly Halfspace[])[],
  most = 2_000,
): Consistency {
  const met = (asked: bigint) => {
    const rows = statements.flatMap((statement, at) => ((asked >> BigInt(at)) & 1n ? statement : []));
    return isEmpty(narrowed(region, rows)) ? null : asked;
  };
  if (met((1n << BigInt(statements.length)) - 1n) !== null) return { kind: "consistent" };
  if (met(0n) === null) return { kind: "empty-before" };
  let solved = 0;
  const { conflicts, complete } = minimalConflicts(
    statements.length,
    met,
    ({ conflicts: found }) => found === 0 || ++solved < most,
  );
  const lists = conflicts.map((mask) =>
    statements.flatMap((_, at) => ((mask >> BigInt(at)) & 1n ? [at] : [])),
  );
  lists.sort((a, b) => a.length - b.length || firstDifference(a, b));
  return { kind: "conflict", statements: lists[0], shortest: complete };
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at < 0 ? 0 : a[at] - b[at];
}
