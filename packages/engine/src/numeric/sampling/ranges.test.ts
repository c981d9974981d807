import { expect, test } from "vitest";
import { bernoulli } from "./bernoulli.ts";
import { pert } from "./pert.ts";
import { triangular } from "./triangular.ts";
import { uniformInterval } from "./uniform-interval.ts";

/** Mean of g over the quantiles of a fine grid: the midpoint rule on ∫ g(Q(u)) du. */
function meanOf(quantile: (u: number) => number, g: (x: number) => number): number {
  const parts = 20_000;
  let sum = 0;
  for (let i = 0; i < parts; i++) sum += g(quantile((i + 0.5) / parts));
  return sum / parts;
}

test("triangular [10, 20, 50]: ends, the chance below the mode, mean and variance", () => {
  const q = triangular(10, 20, 50);
  expect([q(0), q(0.25), q(1)]).toEqual([10, 20, 50]);
  expect(q(0.0625)).toBeCloseTo(15, 12);
  const mean = 80 / 3;
  expect(meanOf(q, (x) => x)).toBeCloseTo(mean, 4);
  // (a² + b² + c² − ab − ac − bc) / 18
  expect(meanOf(q, (x) => (x - mean) ** 2)).toBeCloseTo((100 + 400 + 2500 - 200 - 500 - 1000) / 18, 3);
});

test("PERT [0, 20, 100]: mean (0 + 4·20 + 100)/6 = 30; variance αβ/((α+β)²(α+β+1)) of the width squared", () => {
  const q = pert(0, 20, 100);
  expect([q(0), q(1)]).toEqual([0, 100]);
  expect(meanOf(q, (x) => x)).toBeCloseTo(30, 3);
  expect(meanOf(q, (x) => (x - 30) ** 2)).toBeCloseTo((1e4 * 1.8 * 4.2) / (36 * 7), 2);
});

test("PERT with the mode in the middle has its median there, at an end it is a power", () => {
  expect(pert(0, 0.5, 1)(0.5)).toBeCloseTo(0.5, 13);
  expect(pert(0, 1, 1)(0.3)).toBeCloseTo(0.3 ** 0.2, 13);
  expect(pert(2, 2, 3)(0.3)).toBeCloseTo(3 - 0.7 ** 0.2, 13);
});

test("a range without width is its value; a range out of order is refused", () => {
  expect([triangular(3, 3, 3)(0.7), pert(3, 3, 3)(0.7), uniformInterval(3, 3)(0.7)]).toEqual([3, 3, 3]);
  expect(() => triangular(0, 2, 1)).toThrow("0, 2, 1");
  expect(() => pert(0, -1, 1)).toThrow("0, -1, 1");
  expect(() => uniformInterval(2, 1)).toThrow("2, 1");
});

test("a coin: chance 0 never, chance 1 always", () => {
  const latents = [1e-16, 0.3, 1 - 1e-16];
  expect(latents.map((u) => bernoulli(0, u))).toEqual([false, false, false]);
  expect(latents.map((u) => bernoulli(1, u))).toEqual([true, true, true]);
  expect(latents.map((u) => bernoulli(0.5, u))).toEqual([true, true, false]);
});
