/**
 * Nested uniform scrambling of one coordinate of a digital net, in base 2: each bit is flipped, or not, by a random bit
 * that belongs to all the bits above it.
 *
 * Owen (1995), "Randomly permuted (t,m,s)-nets and (t,s)-sequences": every scrambled point is uniform on the unit interval
 * and the net keeps its balance, so that means are unbiased and independent scrambles give an error. The tree of random
 * bits is not stored: a node's bits come from a hash of its position, as in Laine & Karras (2011) and Burley (2020,
 * "Practical hash-based Owen scrambling", JCGT 9), but node by node for the upper 20 bits rather than by one multiplication
 * for all, whose bits are not independent. Below 20 bits a cell of width 2^−20 has one random shift; that is the same thing
 * for up to 2^20 points a scramble. The hash is lowbias32 (Wellons 2018), twice, keyed by 64 bits.
 *
 * @param point unsigned 32-bit word; the coordinate times 2^32
 * @param key0 first of two words that name the scramble
 * @returns unsigned 32-bit word
 */
export function owenScramble(point: number, key0: number, key1: number): number {
  let flips = 0;
  // Four levels at a time: the 15 nodes of a subtree take their bits from one hash.
  for (let level = 0; level < 20; level += 4) {
    const above = level === 0 ? 1 : (point >>> (32 - level)) | (1 << level);
    const bits = hash(above, key0, key1);
    const nibble = (point >>> (28 - level)) & 15;
    const flip =
      ((bits >>> 1) & 1 ? 8 : 0) |
      ((bits >>> (2 + (nibble >>> 3))) & 1 ? 4 : 0) |
      ((bits >>> (4 + (nibble >>> 2))) & 1 ? 2 : 0) |
      ((bits >>> (8 + (nibble >>> 1))) & 1);
    flips |= flip << (28 - level);
  }
  flips |= hash((point >>> 12) | (1 << 20), key0, key1) & 0xfff;
  return (point ^ flips) >>> 0;
}

function hash(node: number, key0: number, key1: number): number {
  return mix(mix(node ^ key0) + key1);
}

function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
