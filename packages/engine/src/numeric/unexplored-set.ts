/**
 * A subset that is not yet accounted for: it contains none of the known conflicts whole, and has a member in common with
 * every known opening. Sets are bit masks over `0 … count − 1`. The first in lexicographic order that keeps as much as it can, so that no
 * larger set is unaccounted for.
 *
 * Unit propagation and backtracking (Davis, Logemann & Loveland 1962); quick for some dozens of members and some hundreds of sets.
 *
 * @param step called now and then while it searches; it may throw to end the search
 * @returns null when every subset is accounted for
 */
export function unexploredSet(
  count: number,
  conflicts: readonly bigint[],
  openings: readonly bigint[],
  step: () => void = () => {},
): bigint | null {
  let nodes = 0;
  const search = (kept: bigint, dropped: bigint): bigint | null => {
    if (++nodes % 256 === 0) step();
    const settled = propagated(kept, dropped, conflicts, openings);
    if (settled === null) return null;
    const [inside, outside] = settled;
    for (let at = 0; at < count; at++) {
      const bit = 1n << BigInt(at);
      if (((inside | outside) & bit) !== 0n) continue;
      return search(inside | bit, outside) ?? search(inside, outside | bit);
    }
    return inside;
  };
  return search(0n, 0n);
}

/** Everything that follows from what is kept and dropped so far; null where it contradicts itself. */
function propagated(
  kept: bigint,
  dropped: bigint,
  conflicts: readonly bigint[],
  openings: readonly bigint[],
): [kept: bigint, dropped: bigint] | null {
  let [inside, outside] = [kept, dropped];
  for (let before = -1n; before !== (inside | outside); ) {
    before = inside | outside;
    for (const conflict of conflicts) {
      if ((conflict & outside) !== 0n) continue;
      const free = conflict & ~inside;
      if (free === 0n) return null;
      if (isSingle(free)) outside |= free;
    }
    for (const opening of openings) {
      if ((opening & inside) !== 0n) continue;
      const free = opening & ~outside;
      if (free === 0n) return null;
      if (isSingle(free)) inside |= free;
    }
  }
  return [inside, outside];
}

function isSingle(set: bigint): boolean {
  return (set & (set - 1n)) === 0n;
}
