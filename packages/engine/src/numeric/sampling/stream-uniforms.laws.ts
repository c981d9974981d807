import fc from "fast-check";
import { expect, test } from "vitest";
import { kolmogorovDistance } from "./kolmogorov-distance.oracle.ts";
import { streamKey } from "./stream-key.ts";
import { drawStream, streamUniforms } from "./stream-uniforms.ts";

const seed = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test("any part of a stream is the same part of the whole", () => {
  fc.assert(
    fc.property(seed, fc.string(), fc.nat(1000), fc.nat(50), fc.nat(50), (s, id, first, before, count) => {
      const key = streamKey(s, id);
      const whole = new Float64Array(before + count);
      streamUniforms(key, first, whole);
      const part = new Float64Array(count);
      streamUniforms(key, first + before, part);
      expect(part).toEqual(whole.slice(before));
    }),
  );
});

test("strictly between 0 and 1, and another seed, id or draw gives other numbers", () => {
  fc.assert(
    fc.property(seed, fc.string(), fc.nat(1e9), (s, id, draw) => {
      const take = (key: ReturnType<typeof streamKey>, at: number) => {
        const out = new Float64Array(4);
        streamUniforms(key, at, out);
        const next = drawStream(key, at);
        return [...out, next(), next(), next()];
      };
      const all = [
        take(streamKey(s, id), draw),
        take(streamKey(s, id), draw + 7),
        take(streamKey(s, `${id}'`), draw),
        take(streamKey((s + 1) % 2 ** 53, id), draw),
      ];
      for (const u of all.flat()) expect(u > 0 && u < 1).toBe(true);
      expect(new Set(all.flat()).size).toBe(28);
    }),
  );
});

test("uniform and without correlation between streams (fixed seeds)", () => {
  const take = (id: string) => {
    const out = new Float64Array(20_000);
    streamUniforms(streamKey(1, id), 0, out);
    return out;
  };
  const [a, b] = [take("a"), take("b")];
  // 1.63 / √n: exceeded by chance once in a hundred.
  expect(kolmogorovDistance(a, (x) => x)).toBeLessThan(1.63 / Math.sqrt(20_000));
  expect(kolmogorovDistance(b, (x) => x)).toBeLessThan(1.63 / Math.sqrt(20_000));
  const product = a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i] - 0.5), 0) / 20_000;
  expect(Math.abs(12 * product)).toBeLessThan(3 / Math.sqrt(20_000));
  const own = Float64Array.from({ length: 20_000 }, (_, draw) => drawStream(streamKey(1, "a"), draw)());
  expect(kolmogorovDistance(own, (x) => x)).toBeLessThan(1.63 / Math.sqrt(20_000));
});
