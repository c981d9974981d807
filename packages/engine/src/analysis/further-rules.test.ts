import { describe, expect, test } from "vitest";
import type { Table } from "./focal.ts";
import { ruleRows } from "./further-rules.ts";

const tableOf = (rows: readonly (readonly [number, number])[]): Table => ({
  rows: rows.length,
  width: 2,
  cells: Float64Array.from(rows.flat()),
});

/** y = 1 − x² on a fine grid of x: every point is efficient. */
const parabola = tableOf(
  Array.from({ length: 100_001 }, (_, k) => [k / 100_000, 1 - (k / 100_000) ** 2] as const),
);
const line = tableOf(Array.from({ length: 100_001 }, (_, k) => [k / 50_000, 1 - k / 100_000] as const));
const picked = (table: Table, rule: Parameters<typeof ruleRows>[2]) =>
  ruleRows(table, [2, 1], rule).map((row) => [table.cells[row * 2], table.cells[row * 2 + 1]]);

describe("Raiffa", () => {
  test("y ≤ 1 − x², no deal at 0: the limit of the midpoints (0.5, 0.5), (0.6036, 0.625), …", () => {
    const [[x, y]] = picked(parabola, "raiffa");
    expect(x).toBeCloseTo(0.6079709, 3);
    expect(y).toBeCloseTo(0.6303714, 3);
  });

  test("on a line the first midpoint is already efficient: x + 2y ≤ 2 gives (1, 1/2)", () => {
    const [[x, y]] = picked(line, "raiffa");
    expect(x).toBeCloseTo(1, 3);
    expect(y).toBeCloseTo(0.5, 3);
  });

  test("few deals: the first midpoint (3, 3) leaves only (4, 4); from there nothing is left to divide", () => {
    expect(
      picked(
        tableOf([
          [6, 0],
          [4, 4],
          [0, 6],
        ]),
        "raiffa",
      ),
    ).toEqual([[4, 4]]);
  });

  test("where no deal reaches the first midpoint, by gain over ideal gain: both ends of a steep choice tie", () => {
    expect(
      picked(
        tableOf([
          [6, 1],
          [1, 6],
        ]),
        "raiffa",
      ),
    ).toEqual([
      [6, 1],
      [1, 6],
    ]);
  });
});

describe("weighted Nash", () => {
  test("x + 2y ≤ 2 with weights 3 to 1: x·(2 − x)^(1/3) is largest at x = 3/2", () => {
    const [[x, y]] = picked(line, { weights: [3, 1] });
    expect(x).toBeCloseTo(1.5, 3);
    expect(y).toBeCloseTo(0.25, 3);
  });

  test("equal weights are Nash: y ≤ 1 − x² gives (1/√3, 2/3)", () => {
    expect(picked(parabola, { weights: [1, 1] })).toEqual(picked(parabola, "nash"));
    expect(picked(parabola, "nash")[0][0]).toBeCloseTo(1 / Math.sqrt(3), 3);
  });

  test("a party that cannot gain leaves the product; all at 0: leximin of gain over ideal gain", () => {
    expect(
      picked(
        tableOf([
          [3, 0],
          [1, 0],
        ]),
        { weights: [1, 5] },
      ),
    ).toEqual([[3, 0]]);
    expect(
      picked(
        tableOf([
          [3, 0],
          [0, 2],
        ]),
        { weights: [1, 5] },
      ),
    ).toEqual([
      [3, 0],
      [0, 2],
    ]);
  });

  test("no deals, no rows", () => {
    expect(picked(tableOf([]), { weights: [1, 1] })).toEqual([]);
    expect(picked(tableOf([]), "raiffa")).toEqual([]);
  });
});
