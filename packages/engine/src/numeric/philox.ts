/**
 * Philox4x32-10, a counter-based generator: the numbers at a counter are a function of key and counter alone.
 * Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11; checked against the
 * known-answer vectors of Random123.
 *
 * @param counter four 32-bit words, unsigned or signed
 * @param key two 32-bit words
 * @returns four unsigned 32-bit words
 */
export function philox4x32(counter: ArrayLike<number>, key: ArrayLike<number>): Uint32Array {
  let [c0, c1, c2, c3] = [counter[0] >>> 0, counter[1] >>> 0, counter[2] >>> 0, counter[3] >>> 0];
  let [k0, k1] = [key[0] >>> 0, key[1] >>> 0];
  for (let round = 0; round < 10; round++) {
    const high0 = highProduct(M0, c0);
    const low0 = Math.imul(M0, c0) >>> 0;
    const high1 = highProduct(M1, c2);
    const low1 = Math.imul(M1, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + W0) >>> 0;
    k1 = (k1 + W1) >>> 0;
  }
  return Uint32Array.of(c0, c1, c2, c3);
}

/**
 * Uniform numbers in [0, 1) of 53 bits from one stream; draw n of a stream is the same whatever was drawn before.
 *
 * @param seed non-negative integer below 2^53
 * @param stream non-negative integer below 2^53
 */
export function philoxStream(seed: number, stream: number): () => number {
  const key = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
  const counter = [0, 0, stream >>> 0, Math.floor(stream / 2 ** 32) >>> 0];
  let words: Uint32Array = new Uint32Array(4);
  let used = 4;
  return () => {
    if (used === 4) {
      words = philox4x32(counter, key);
      counter[0] = (counter[0] + 1) >>> 0;
      if (counter[0] === 0) counter[1] = (counter[1] + 1) >>> 0;
      used = 0;
    }
    const high = words[used++] >>> 5;
    const low = words[used++] >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

function highProduct(a: number, b: number): number {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle % 65536);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(cross / 65536)) >>> 0;
}
