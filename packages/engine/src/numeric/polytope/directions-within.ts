/**
 * Orthonormal directions along which none of the given rows changes: a basis of their null space.
 *
 * Rows and then the axes are made orthogonal one by one (Gram & Schmidt, twice: "twice is enough", Parlett 1980), each time
 * the axis with most left. Same rows, same basis.
 *
 * @returns `dimensions` minus the rank of the rows, that many vectors
 */
export function directionsWithin(dimensions: number, rows: readonly ArrayLike<number>[]): Float64Array[] {
  const spanned: Float64Array[] = [];
  for (const row of rows) {
    const scale = Math.hypot(...Array.from(row));
    if (scale === 0) continue;
    const rest = without(
      Float64Array.from(row, (c) => c / scale),
      spanned,
    );
    const size = Math.hypot(...rest);
    if (size > 1e-9) spanned.push(rest.map((c) => c / size));
  }
  const directions: Float64Array[] = [];
  while (spanned.length < dimensions) {
    let best: Float64Array = new Float64Array(dimensions);
    let most = 0;
    for (let axis = 0; axis < dimensions; axis++) {
      const rest = without(
        Float64Array.from({ length: dimensions }, (_, i) => (i === axis ? 1 : 0)),
        spanned,
      );
      const size = Math.hypot(...rest);
      if (size > most * (1 + 1e-9)) [best, most] = [rest.map((c) => c / size), size];
    }
    spanned.push(best);
    directions.push(best);
  }
  return directions;
}

/** What is left of a vector after its parts along orthonormal others. */
function without(vector: Float64Array, others: readonly Float64Array[]): Float64Array {
  const rest = vector.slice();
  for (let pass = 0; pass < 2; pass++) {
    for (const other of others) {
      let along = 0;
      for (let i = 0; i < rest.length; i++) along += rest[i] * other[i];
      for (let i = 0; i < rest.length; i++) rest[i] -= along * other[i];
    }
  }
  return rest;
}
