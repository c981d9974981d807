import { sobolDirectionNumbers } from "./sobol-direction-numbers.ts";

/** Dimensions that have direction numbers. */
export const sobolDimensions = 1024;

/**
 * One dimension of Sobol's sequence: 32 direction vectors, the first the one that halves.
 *
 * Sobol' (1967), "On the distribution of points in a cube …"; recurrence and numbers of Joe & Kuo (2008).
 *
 * @param dimension from 0 to 1,023
 */
export function sobolVectors(dimension: number): Uint32Array {
  if (!(dimension >= 0 && dimension < sobolDimensions))
    throw new RangeError(`no direction numbers for dimension ${dimension}`);
  const vectors = new Uint32Array(32);
  if (dimension === 0) {
    for (let k = 0; k < 32; k++) vectors[k] = 2 ** (31 - k);
    return vectors;
  }
  directions ??= sobolDirectionNumbers.trim().split(/,\s*/);
  const [polynomial, ...first] = directions[dimension - 1]
    .split(" ")
    .map((digits) => Number.parseInt(digits, 36));
  const degree = first.length;
  for (let k = 0; k < 32; k++) {
    if (k < degree) {
      vectors[k] = first[k] << (31 - k);
      continue;
    }
    let vector = vectors[k - degree] ^ (vectors[k - degree] >>> degree);
    for (let i = 1; i < degree; i++) {
      if ((polynomial >>> (degree - i)) & 1) vector ^= vectors[k - i];
    }
    vectors[k] = vector;
  }
  return vectors;
}

let directions: string[] | undefined;

/**
 * Point n of the sequence in one dimension, times 2^32. Points come in the order of Antonov & Saleev (1979) (Gray code),
 * so that point n + 1 is point n with vector `sobolStep(n)` flipped.
 */
export function sobolPoint(vectors: Uint32Array, n: number): number {
  let point = 0;
  for (let gray = (n ^ (n >>> 1)) >>> 0, k = 0; gray !== 0; gray >>>= 1, k++) {
    if (gray & 1) point ^= vectors[k];
  }
  return point >>> 0;
}

/** Which direction vector leads from point n to point n + 1: the position of the lowest zero bit of n. */
export function sobolStep(n: number): number {
  return 31 - Math.clz32(~n & (n + 1));
}
