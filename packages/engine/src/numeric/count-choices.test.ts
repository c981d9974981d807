import { expect, test } from "vitest";
import type { ChoiceProblem, Factor } from "./choice-problem.ts";
import { countChoices } from "./count-choices.ts";
import { philoxStream } from "./philox.ts";

const dice = (count: number, least: number): ChoiceProblem => ({
  sizes: Array.from({ length: count }, () => 6),
  objectives: [
    Array.from(
      { length: count },
      (_, v): Factor => ({ scope: [v], values: Float64Array.of(1, 2, 3, 4, 5, 6) }),
    ),
  ],
  floors: [least],
  bounded: [],
  forbidden: [],
});

test("two dice show 10 or more in 6 ways; without the double six, 5", () => {
  expect(countChoices(dice(2, 10))).toEqual({ exact: true, count: 6n });
  expect(
    countChoices({
      ...dice(2, 10),
      excluded: [
        [5, 5],
        [5, 5],
        [0, 0],
      ],
    }),
  ).toEqual({ exact: true, count: 5n });
});

test("forty dice: by symmetry, 141 or more as often as 139 or less", () => {
  const above = countChoices(dice(40, 141));
  const from = countChoices(dice(40, 140));
  if (!above.exact || !from.exact) throw new Error("not exact");
  expect(above.count + from.count).toBe(6n ** 40n);
});

test("a mask over two variables", () => {
  const unequal = { scope: [0, 1], mask: Uint8Array.from({ length: 36 }, (_, i) => Number(i % 7 === 0)) };
  expect(countChoices({ ...dice(2, 10), forbidden: [unequal] })).toEqual({ exact: true, count: 4n });
});

test("where only an estimate is left, its interval is within 1 %, holds the truth, and depends on the seed alone", () => {
  const draw = philoxStream(5, 0);
  const real: ChoiceProblem = {
    ...dice(0, 0),
    sizes: Array.from({ length: 12 }, () => 4),
    objectives: [0, 1].map(() =>
      Array.from({ length: 12 }, (_, v) => ({ scope: [v], values: Float64Array.from({ length: 4 }, draw) })),
    ),
    floors: [6.5, 6.5],
  };
  const truth = countChoices(real);
  const found = countChoices(real, { exact: false, seed: 3 });
  if (!truth.exact || found.exact) throw new Error("wrong kind");
  expect(found.relativeError).toBeLessThanOrEqual(0.01);
  expect(Math.abs(found.estimate / Number(truth.count) - 1)).toBeLessThan(0.02);
  expect(countChoices(real, { exact: false, seed: 3 })).toEqual(found);
});

test("a floor that every choice reaches leaves the count exact, however large", () => {
  expect(countChoices(dice(40, 40))).toEqual({ exact: true, count: 6n ** 40n });
});
