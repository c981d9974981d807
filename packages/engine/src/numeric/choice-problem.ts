/**
 * A finite choice problem: one option for each variable, several sums to make large, floors to reach, combinations that
 * may not occur. Plain data; every kernel that reads it checks it once at its door with `checkChoiceProblem`.
 */

/** A table over a few variables: entry at index, the LAST variable of `scope` fastest; scope ascending, no repeats; a scope may be empty (a constant). */
export interface Factor {
  readonly scope: readonly number[];
  readonly values: Float64Array;
}

/** Forbidden combinations: `mask[index] = 1` forbids. Same indexing as `Factor`. */
export interface Mask {
  readonly scope: readonly number[];
  readonly mask: Uint8Array;
}

export interface ChoiceProblem {
  /** Options per variable, each at least 1. */
  readonly sizes: readonly number[];
  /** Maximised; each the sum of its factors. May be empty: then every feasible choice ties. */
  readonly objectives: readonly (readonly Factor[])[];
  /** Per objective, `-Infinity` for none: value ≥ floor, within tolerance. */
  readonly floors: readonly number[];
  /** Sums that only have to reach their floor, within tolerance; not maximised. */
  readonly bounded: readonly { readonly factors: readonly Factor[]; readonly floor: number }[];
  readonly forbidden: readonly Mask[];
  /** Few single complete choices left out (a status quo, say). They neither count nor dominate. */
  readonly excluded?: readonly (readonly number[])[];
}

/** Throws a `RangeError` that shows the offending value: whoever built the problem has a bug. Cost: one pass over all tables. */
export function checkChoiceProblem(problem: ChoiceProblem): void {
  const { sizes, objectives, floors, bounded, forbidden, excluded } = problem;
  sizes.forEach((size, variable) => {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`invalid size of variable ${variable}: ${size}`);
  });
  if (floors.length !== objectives.length) {
    throw new RangeError(`invalid floors: ${floors.length} for ${objectives.length} objectives`);
  }
  for (const [j, floor] of floors.entries()) checkFloor(floor, `objective ${j}`);
  objectives.forEach((factors, j) => {
    for (const factor of factors) checkFactor(factor, sizes, `objective ${j}`);
  });
  bounded.forEach(({ factors, floor }, j) => {
    checkFloor(floor, `bounded sum ${j}`);
    for (const factor of factors) checkFactor(factor, sizes, `bounded sum ${j}`);
  });
  for (const [j, { scope, mask }] of forbidden.entries()) checkTable(scope, mask.length, sizes, `mask ${j}`);
  for (const choice of excluded ?? []) {
    const fits =
      choice.length === sizes.length && choice.every((o, v) => Number.isInteger(o) && o >= 0 && o < sizes[v]);
    if (!fits) throw new RangeError(`invalid excluded choice: [${choice.join(", ")}]`);
  }
}

function checkFactor(factor: Factor, sizes: readonly number[], where: string): void {
  checkTable(factor.scope, factor.values.length, sizes, where);
  for (let i = 0; i < factor.values.length; i++) {
    if (!Number.isFinite(factor.values[i])) {
      throw new RangeError(
        `invalid value in ${where}, scope [${factor.scope.join(", ")}], entry ${i}: ${factor.values[i]}`,
      );
    }
  }
}

function checkTable(scope: readonly number[], length: number, sizes: readonly number[], where: string): void {
  let entries = 1;
  scope.forEach((variable, at) => {
    const known = Number.isInteger(variable) && variable >= 0 && variable < sizes.length;
    if (!known || (at > 0 && variable <= scope[at - 1])) {
      throw new RangeError(`invalid scope in ${where}: [${scope.join(", ")}]`);
    }
    entries *= sizes[variable];
  });
  if (entries !== length) {
    throw new RangeError(
      `invalid table in ${where}, scope [${scope.join(", ")}]: ${length} entries, not ${entries}`,
    );
  }
}

function checkFloor(floor: number, where: string): void {
  if (Number.isNaN(floor) || floor === Infinity) throw new RangeError(`invalid floor of ${where}: ${floor}`);
}
