import { expect, test } from "vitest";
import { sobolDimensions, sobolPoint, sobolStep, sobolVectors } from "./sobol.ts";

// The first ten points that Joe & Kuo's sobol.cc prints for three dimensions.
const published = [
  [0, 0, 0],
  [0.5, 0.5, 0.5],
  [0.75, 0.25, 0.25],
  [0.25, 0.75, 0.75],
  [0.375, 0.375, 0.625],
  [0.875, 0.875, 0.125],
  [0.625, 0.125, 0.875],
  [0.125, 0.625, 0.375],
  [0.1875, 0.3125, 0.9375],
  [0.6875, 0.8125, 0.4375],
];

test.each(published.map((point, n) => [n, point] as const))("point %i", (n, point) => {
  expect([0, 1, 2].map((d) => sobolPoint(sobolVectors(d), n) / 2 ** 32)).toEqual(point);
});

// scipy.stats.qmc.Sobol(1024, scramble=False, bits=32) 1.17.1: dimensions 1, 2, 3, 10, 100, 501 and 1,024.
test.each([
  [5, [0.875, 0.875, 0.125, 0.125, 0.375, 0.875, 0.375]],
  [37, [0.921875, 0.640625, 0.578125, 0.171875, 0.171875, 0.171875, 0.734375]],
  [255, [0.00390625, 0.99609375, 0.76953125, 0.35546875, 0.45703125, 0.55859375, 0.11328125]],
])("point %i in far dimensions", (n, point) => {
  expect([0, 1, 2, 9, 99, 500, 1023].map((d) => sobolPoint(sobolVectors(d), n) / 2 ** 32)).toEqual(point);
});

// The same points in all dimensions, hashed as h ← 31 h + point mod 2^32.
test.each([
  [37, 939524096],
  [255, 2986344448],
])("point %i in all 1,024 dimensions", (n, hash) => {
  let h = 0;
  for (let d = 0; d < sobolDimensions; d++) h = (Math.imul(h, 31) + sobolPoint(sobolVectors(d), n)) >>> 0;
  expect(h).toBe(hash);
});

test("steps lead from each point to the next", () => {
  const vectors = sobolVectors(7);
  let point = sobolPoint(vectors, 1000);
  for (let n = 1000; n < 1200; n++) {
    point = (point ^ vectors[sobolStep(n)]) >>> 0;
    expect(point).toBe(sobolPoint(vectors, n + 1));
  }
});

test("a dimension that has no numbers is refused", () => {
  expect(() => sobolVectors(1024)).toThrow("1024");
});
