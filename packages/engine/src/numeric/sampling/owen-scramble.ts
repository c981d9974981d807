/**
 * Nested uniform scrambling of one coordinate of a digital net, in base 2: each bit is flipped, or not, by a random bit
 * that belongs to all the bits above it.
 *
 * Owen (1995), "Randomly permuted (t,m,s)-nets and (t,s)-sequences": every scrambled point is uniform on the unit interval
 * and the net keeps its balance, so that means are unbiased and independent scrambles give an error. The tree of random
 * bits is not stored: a node's bits come from a hash of its position, as in Laine & Karras (2011) and Burley (2020,
 * "Practical hash-based Owen scrambling", JCGT 9), but node by node for the upper 20 bits rather than by one multiplication
 * for all, whose bits are not independent. Below 20 bits a cell of width 2^−20 has one random shift; that is the same thing
 * for up to 2^20 points a scramble. The hash is triple32 (Wellons 2018, hash-prospector), keyed by 64 bits.
 *
 * @param point unsigned 32-bit word; the coordinate times 2^32
 * @param key0 first of two words that name the scramble
 * @returns unsigned 32-bit word
 */
export function owenScramble(point: number, key0: number, key1: number): number {
  let flips = subtree(hash(1, key0, key1), point >>> 28) << 28;
  // Four levels at a time: the 15 nodes of a subtree take their bits from one hash.
  flips |= subtree(hash((point >>> 28) | 0x10, key0, key1), (point >>> 24) & 15) << 24;
  flips |= subtree(hash((point >>> 24) | 0x100, key0, key1), (point >>> 20) & 15) << 20;
  flips |= subtree(hash((point >>> 20) | 0x1000, key0, key1), (point >>> 16) & 15) << 16;
  flips |= subtree(hash((point >>> 16) | 0x10000, key0, key1), (point >>> 12) & 15) << 12;
  flips |= hash((point >>> 12) | 0x100000, key0, key1) >>> 20;
  return (point ^ flips) >>> 0;
}

/** Flips of four bits, by the random bits of the 15 nodes: 1; 2, 3; 4–7; 8–15. */
function subtree(bits: number, nibble: number): number {
  return (
    (((bits >>> 1) & 1) << 3) |
    (((bits >>> (2 + (nibble >>> 3))) & 1) << 2) |
    (((bits >>> (4 + (nibble >>> 2))) & 1) << 1) |
    ((bits >>> (8 + (nibble >>> 1))) & 1)
  );
}

function hash(node: number, key0: number, key1: number): number {
  let h = node ^ key0;
  h = Math.imul(h ^ (h >>> 17), 0xed5ad4bb) + key1;
  h = Math.imul(h ^ (h >>> 11), 0xac4c1b51);
  h = Math.imul(h ^ (h >>> 15), 0x31848bab);
  return h ^ (h >>> 14);
}
