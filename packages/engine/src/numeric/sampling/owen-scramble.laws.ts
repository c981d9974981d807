import fc from "fast-check";
import { expect, test } from "vitest";
import { owenScramble } from "./owen-scramble.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });

test("nested: points that agree in their first bits still do, and part at the same bit", () => {
  fc.assert(
    fc.property(word, word, word, fc.integer({ min: 0, max: 31 }), (point, key0, key1, bit) => {
      const other = (point ^ (1 << (31 - bit))) >>> 0;
      const change = (owenScramble(point, key0, key1) ^ owenScramble(other, key0, key1)) >>> 0;
      expect(Math.clz32(change)).toBe(bit);
    }),
    { numRuns: 1000 },
  );
});

test("every node's bit falls each way half the time, and independently of its neighbour's (fixed keys)", () => {
  const keys = 4000;
  const limit = 4 * Math.sqrt(keys / 4);
  for (const level of [0, 1, 3, 4, 7, 8, 15, 19, 20, 27]) {
    const [left, right] = [0, 2 ** (31 - level) + 2 ** 30 * Number(level > 1)];
    let [flips, both] = [0, 0];
    for (let k = 0; k < keys; k++) {
      const bitOf = (point: number) => ((owenScramble(point, k, 12345) ^ point) >>> (31 - level - 1)) & 1;
      const [a, b] = [bitOf(left), bitOf(right)];
      flips += a;
      both += a ^ b;
    }
    if (level < 19) expect(Math.abs(both - keys / 2)).toBeLessThan(limit);
    expect(Math.abs(flips - keys / 2)).toBeLessThan(limit);
  }
});
