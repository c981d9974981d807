/**
 * Deals sorted values to the members of ordered levels: the first level's members get the largest values, and so on.
 * Within a level the values go to its members in the order of their own raw numbers.
 *
 * Where raw numbers are independent and alike, the order among them is independent of their sorted values, so that within a
 * level every assignment is equally likely: no further random number is needed.
 *
 * @param levels positions of the members, highest level first; every position once
 * @returns a function of raw numbers by position and as many sorted values, largest first, that fills `out` by position;
 *   `out` may be either of the two
 */
export function levelOrder(
  levels: readonly (readonly number[])[],
): (raw: ArrayLike<number>, sorted: ArrayLike<number>, out: Float64Array) => void {
  const count = levels.reduce((sum, level) => sum + level.length, 0);
  const held = new Float64Array(2 * count);
  const members = levels.map((level) => Int32Array.from(level));
  return (raw, sorted, out) => {
    for (let k = 0; k < count; k++) {
      held[k] = sorted[k];
      held[count + k] = raw[k];
    }
    let from = 0;
    for (const level of members) {
      // Insertion sort, largest raw number first: levels are small.
      for (let i = 1; i < level.length; i++) {
        const member = level[i];
        let j = i - 1;
        while (j >= 0 && before(held[count + member], member, held[count + level[j]], level[j])) {
          level[j + 1] = level[j];
          j--;
        }
        level[j + 1] = member;
      }
      for (const member of level) out[member] = held[from++];
    }
  };
}

/** Ties go to the lower position, so that the result does not depend on what was sorted before. */
function before(raw: number, member: number, otherRaw: number, other: number): boolean {
  return raw > otherRaw || (raw === otherRaw && member < other);
}
