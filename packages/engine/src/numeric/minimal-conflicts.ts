import { unexploredSet } from "./unexplored-set.ts";

/** All minimal sets that cannot be met together, and all minimal sets without which the rest can. Bit masks. */
export interface MinimalConflicts {
  /** Each cannot be met; without any one member it can. The empty set alone: nothing can be met even when nothing is asked. */
  readonly conflicts: readonly bigint[];
  /** Each, left out, lets the rest be met; with any one member back it cannot. The empty set alone: everything can be met. */
  readonly openings: readonly bigint[];
  /** False when `goOn` stopped the search: every set listed is a true one, and there may be more. */
  readonly complete: boolean;
}

/**
 * Enumerates both at once, by their duality (Reiter 1987): MARCO (Liffiton, Previti, Malik & Marques-Silva 2016, Constraints 21),
 * always from a largest set not yet accounted for, so that one that can be met is at once a largest such set.
 *
 * @param count members, numbered from 0
 * @param met asks whether some members can be met together: null, or all the members that are then met, those asked among them.
 *   Leaving members out must never turn a yes into a no.
 * @param goOn asked before every call of `met`, and in between; false ends the search with what has been found
 */
export function minimalConflicts(
  count: number,
  met: (asked: bigint) => bigint | null,
  goOn: (found: { readonly conflicts: number; readonly openings: number }) => boolean = () => true,
): MinimalConflicts {
  const everything = (1n << BigInt(count)) - 1n;
  const conflicts: bigint[] = [];
  const openings: bigint[] = [];
  const known: bigint[] = [];
  const step = () => {
    if (!goOn({ conflicts: conflicts.length, openings: openings.length })) throw stopped;
  };
  const canBeMet = (asked: bigint): bigint | null => {
    const larger = known.find((set) => (asked & ~set) === 0n);
    if (larger !== undefined) return larger;
    if (conflicts.some((conflict) => (conflict & ~asked) === 0n)) return null;
    step();
    const found = met(asked);
    if (found !== null) known.push(found);
    return found;
  };
  try {
    const next = () => unexploredSet(count, conflicts, openings, step);
    for (let seed = next(); seed !== null; seed = next()) {
      const largest = canBeMet(seed);
      if (largest !== null) openings.push(everything & ~largest);
      else conflicts.push(shrunk(seed, count, canBeMet));
    }
    return { conflicts, openings, complete: true };
  } catch (reason) {
    if (reason !== stopped) throw reason;
    return { conflicts, openings, complete: false };
  }
}

const stopped = Symbol("stopped");

/** Leaves out, for good, each member in turn without which the rest still cannot be met (Chinneck & Dravnieks 1991). */
function shrunk(conflict: bigint, count: number, canBeMet: (asked: bigint) => bigint | null): bigint {
  let left = conflict;
  for (let at = count - 1; at >= 0; at--) {
    const without = left & ~(1n << BigInt(at));
    if (without !== left && canBeMet(without) === null) left = without;
  }
  return left;
}
