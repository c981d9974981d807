import type { ChoiceTables } from "./choice-tables.ts";

/**
 * The first permitted choice in order whose sums pass a test, by looking at one after the other.
 *
 * @param most choices looked at before giving up
 * @returns null when none passes, or it gave up
 */
export function firstChoice(
  tables: ChoiceTables,
  core: readonly Float64Array[],
  passes: (sums: Float64Array, choice: Int32Array) => boolean,
  most: number,
): Int32Array | null {
  const { sizes } = tables.shape;
  const choice = new Int32Array(sizes.length);
  const sums = new Float64Array(tables.sums);
  for (let looked = 0; looked < most; looked++) {
    if (tables.stateOf(choice) >= 0) {
      tables.sumsOf(choice, core, sums);
      if (passes(sums, choice)) return choice;
    }
    let v = sizes.length - 1;
    while (v >= 0 && ++choice[v] === sizes[v]) choice[v--] = 0;
    if (v < 0) return null;
  }
  return null;
}
