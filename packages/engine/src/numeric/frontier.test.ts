import { describe, expect, test } from "vitest";
import type { ChoiceProblem, Factor } from "./choice-problem.ts";
import { enumeratedFrontier } from "./enumerated-frontier.ts";
import { frontier } from "./frontier.ts";

const table = (scope: number[], ...values: number[]): Factor => ({
  scope,
  values: Float64Array.from(values),
});

function problem(sizes: number[], objectives: Factor[][], more: Partial<ChoiceProblem> = {}): ChoiceProblem {
  return { sizes, objectives, floors: objectives.map(() => -Infinity), bounded: [], forbidden: [], ...more };
}

/** Two variables of three options; one side's gain is the other's loss, but by different amounts. */
const trade = problem(
  [3, 3],
  [
    [table([0], 0, 1, 2), table([1], 0, 3, 6)],
    [table([0], 6, 3, 0), table([1], 2, 1, 0)],
  ],
);

describe("two objectives by hand", () => {
  test("the efficient choices, by first objective descending", () => {
    const { points, ...about } = frontier(trade);
    expect(points.map(({ values }) => values)).toEqual([
      [8, 0],
      [7, 3],
      [6, 6],
      [3, 7],
      [0, 8],
    ]);
    expect(points.map(({ choices }) => choices)).toEqual([[[2, 2]], [[1, 2]], [[0, 2]], [[0, 1]], [[0, 0]]]);
    expect(about).toEqual({ method: "merging", exact: true, tolerance: 0, notes: [] });
  });

  test("a floor cuts off an end", () => {
    expect(frontier({ ...trade, floors: [3, 3] }).points.map(({ values }) => values)).toEqual([
      [7, 3],
      [6, 6],
      [3, 7],
    ]);
  });

  test("a bounded sum and a mask take points out, and what they hid appears", () => {
    const forbidden = [{ scope: [0, 1], mask: Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 0, 0) }];
    const { points, method } = frontier({
      ...trade,
      forbidden,
      bounded: [{ factors: [table([1], 0, 1, 1)], floor: 1 }],
    });
    expect(points.map(({ values }) => values)).toEqual([
      [8, 0],
      [7, 3],
      [4, 4],
      [3, 7],
    ]);
    expect(method).toBe("elimination");
  });

  test("an excluded choice neither counts nor dominates", () => {
    const { points } = frontier({ ...trade, excluded: [[0, 2]] });
    expect(points.map(({ values }) => values)).toEqual([
      [8, 0],
      [7, 3],
      [4, 4],
      [3, 7],
      [0, 8],
    ]);
  });

  test("nothing feasible: no points, and exact", () => {
    expect(frontier({ ...trade, floors: [8, 1] })).toMatchObject({ points: [], exact: true });
  });
});

describe("ties", () => {
  test("a variable nobody values multiplies counts; the first are listed in order", () => {
    const { points } = frontier(problem([2, 2, 40, 40], [[table([0], 0, 1)], [table([0], 1, 0)]]), {
      list: 3,
    });
    expect(points.map(({ count, truncated }) => ({ count, truncated }))).toEqual([
      { count: 3200n, truncated: true },
      { count: 3200n, truncated: true },
    ]);
    expect(points[1].choices).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 2],
    ]);
  });

  test("counts beyond the whole numbers of a double", () => {
    const sizes = Array.from({ length: 30 }, () => 10);
    const { points } = frontier(problem(sizes, [[table([3], 0, 0, 0, 0, 0, 0, 0, 0, 5, 5)]]), { list: 1 });
    expect(points).toMatchObject([
      { values: [5], count: 2n * 10n ** 29n, choices: [sizes.map((_, v) => (v === 3 ? 8 : 0))] },
    ]);
  });

  test("values that differ by floating noise add no points and lose no choices", () => {
    // 0.1 + 0.2 is not 0.3; 0.1 + 0.7 is not 0.8; all on the grid of tenths.
    const sums = [
      [table([0], 0.1, 0.3, 0.1 + 0.2), table([1], 0.2, 0, 0.7 - 0.5)],
      [table([0], 0.7, 0.8 - 0.3, 0.5), table([1], 0.1, 0.3, 0.1)],
    ];
    const { points } = frontier(problem([3, 3], sums));
    expect(points.map(({ values, count }) => [...values, count])).toEqual([
      [0.5, 0.6, 4n],
      [0.3, 0.8, 4n],
      [0.1, 1, 1n],
    ]);
  });

  test("the same where no grid fits: the relative tolerance", () => {
    const step = Math.SQRT2;
    const many = Array.from({ length: 12 }, (_, v) => table([v], 0, step * (1 + (v % 3)), Math.PI));
    const less = many.map(({ scope, values }) => ({ scope, values: values.map((x) => -x) }));
    const { points, tolerance } = frontier(
      problem(
        Array.from({ length: 12 }, () => 3),
        [many, less],
      ),
    );
    // Sums are a·√2 + b·π with b variables at π and the others giving 0, 1, 2 or 3 times √2, four of each kind.
    const distinct = new Set<string>();
    const walk = (left: number[], a: number, b: number): void => {
      if (left.length === 0) distinct.add(`${a},${b}`);
      else
        for (const [x, y] of [
          [0, 0],
          [left[0], 0],
          [0, 1],
        ])
          walk(left.slice(1), a + x, b + y);
    };
    walk([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], 0, 0);
    expect(tolerance).toBe(1e-9);
    expect(points.length).toBe(distinct.size);
    expect(points.reduce((sum, { count }) => sum + count, 0n)).toBe(3n ** 12n);
  });
});

describe("sizes", () => {
  test("10^30 choices", () => {
    const sizes = Array.from({ length: 30 }, () => 10);
    const sum = (by: number) =>
      sizes.map((_, v) => table([v], ...Array.from({ length: 10 }, (_, o) => (o * by * (v + 7)) % 10)));
    const { points, exact } = frontier(problem(sizes, [sum(3), sum(7)]), { list: 1 });
    expect(exact).toBe(true);
    expect(points.length).toBeGreaterThan(10);
  });

  test("tables too large to eliminate: branch and bound", () => {
    const sizes = Array.from({ length: 4 }, () => 40);
    const wide = { scope: [0, 1, 2, 3], values: Float64Array.from({ length: 40 ** 4 }, (_, i) => i % 1009) };
    const { method, exact, notes, points } = frontier(
      problem(sizes, [[wide], [table([0], ...Array.from({ length: 40 }, (_, o) => -o))]]),
    );
    expect({ method, exact, notes }).toEqual({ method: "branching", exact: true, notes: [] });
    expect(points[0].values).toEqual([1008, 0]);
  });

  test("and where there are too many to look at, a refusal, not an answer", () => {
    const sizes = Array.from({ length: 26 }, () => 4);
    expect(enumeratedFrontier(problem(sizes, [[]]), 1, 1e-9, "a test")).toMatchObject({
      points: [],
      exact: false,
      notes: [expect.stringContaining("too many")],
    });
  });
});

test("a result is plain data: it copies, choices included", () => {
  const result = frontier(problem([2, 2], [[table([0], 0, 1)]]));
  expect(structuredClone(result)).toEqual(result);
  expect(structuredClone(result).points[0].choices).toEqual([
    [1, 0],
    [1, 1],
  ]);
});
