/** The points x that meet every row. Variables have no sign of their own: non-negativity is a row too. */
export interface Polytope {
  readonly dimensions: number;
  /** coefficients · x ≤ bound */
  readonly atMost: readonly Halfspace[];
  /** coefficients · x = bound */
  readonly equal: readonly Halfspace[];
}

export interface Halfspace {
  readonly coefficients: ArrayLike<number>;
  readonly bound: number;
}

/**
 * Weights {w ≥ 0, Σ w = 1} in ordered levels: every member of a level at least every member of the next.
 *
 * Only what does not follow is written: a level's members each against those of the next, and w ≥ 0 for the last level.
 *
 * @param levels positions of the weights, most important level first; every position once
 */
export function orderPolytope(levels: readonly (readonly number[])[]): Polytope {
  const dimensions = levels.reduce((sum, level) => sum + level.length, 0);
  const row = (entries: readonly (readonly [at: number, value: number])[]): Halfspace => {
    const coefficients = new Float64Array(dimensions);
    for (const [at, value] of entries) coefficients[at] = value;
    return { coefficients, bound: 0 };
  };
  const atMost: Halfspace[] = [];
  for (const [k, level] of levels.entries()) {
    const next = levels[k + 1];
    if (next === undefined) for (const at of level) atMost.push(row([[at, -1]]));
    else
      for (const high of level)
        for (const low of next)
          atMost.push(
            row([
              [low, 1],
              [high, -1],
            ]),
          );
  }
  return { dimensions, atMost, equal: [{ coefficients: new Float64Array(dimensions).fill(1), bound: 1 }] };
}

/** The part of a polytope where further rows hold as well. */
export function narrowed(polytope: Polytope, atMost: readonly Halfspace[]): Polytope {
  return { ...polytope, atMost: [...polytope.atMost, ...atMost] };
}
