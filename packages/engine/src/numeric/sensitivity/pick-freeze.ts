/**
 * The inputs of a model with one group taken from elsewhere: the columns of A, those of the group from B (Sobol' 1993).
 * Nothing is copied.
 *
 * @param a columns of all inputs
 * @param b independent columns of the same inputs
 * @param group positions of the inputs that move together
 */
export function pickFreeze(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  group: readonly number[],
): readonly Float64Array[] {
  const mixed = [...a];
  for (const input of group) mixed[input] = b[input];
  return mixed;
}
