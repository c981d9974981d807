import { expect, test } from "vitest";
import { frontier } from "./frontier.ts";

/** 325 tables in each of two sums: wider than can be carried, too even to be bounded, 4^26 choices. */
test("what nothing solves is refused after branching, with reasons and no points", () => {
  const sizes = Array.from({ length: 26 }, () => 4);
  const pairs = (by: number) =>
    sizes.flatMap((_, a) =>
      sizes.slice(a + 1).map((_, i) => ({
        scope: [a, a + 1 + i],
        values: Float64Array.from({ length: 16 }, (_, o) => ((o + 1) * (a + 3) * (i + 5) * by) % 101),
      })),
    );
  const result = frontier({
    sizes,
    objectives: [pairs(7), pairs(11)],
    floors: [-Infinity, -Infinity],
    bounded: [],
    forbidden: [],
  });
  expect(result).toMatchObject({ points: [], exact: false, method: "enumeration" });
  expect(result.notes).toEqual([expect.stringMatching(/table of .* branch and bound .* too many/)]);
});
