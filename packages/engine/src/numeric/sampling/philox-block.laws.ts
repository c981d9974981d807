import fc from "fast-check";
import { expect, test } from "vitest";
import { philox4x32 } from "../philox.ts";
import { philoxBlock } from "./philox-block.ts";

test("the same words as philox4x32, which is checked against the published vectors", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(word, word, word, word, word, word, (a, b, c, d, j, k) => {
      const out = new Uint32Array(4);
      philoxBlock(out, a, b, c, d, j, k);
      expect(out).toEqual(philox4x32([a, b, c, d], [j, k]));
    }),
    { numRuns: 500 },
  );
});
