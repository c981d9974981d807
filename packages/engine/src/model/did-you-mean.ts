/**
 * The candidate that a mistyped word most likely stood for; the first in order when several are equally near.
 *
 * Letter case, `_`, `-` and spaces do not count, so `missileRange` finds `missile_range`. About one slip in three letters is
 * forgiven, three at most, and none in a word of one or two letters. Failing that, a word of four letters or more that begins
 * exactly one candidate finds it.
 *
 * @returns `undefined` when nothing is near enough to be worth proposing
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  if (wanted === "") return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  const begunBy: string[] = [];
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const allowed = Math.min(3, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(wanted.length - folded.length) <= allowed) {
      const distance = editDistance(wanted, folded);
      if (distance <= allowed && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    if (wanted.length >= 4 && folded.startsWith(wanted)) begunBy.push(candidate);
  }
  return best ?? (begunBy.length === 1 ? begunBy[0] : undefined);
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[_\-\s]/g, "");
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other (Damerau–Levenshtein in its
 * restricted form: no letter is edited twice). Counted in UTF-16 units.
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        least = Math.min(least, beforeLast[j - 2] + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length];
}
