import { expect, test } from "vitest";
import { toGrid, valueGrid } from "./value-grid.ts";

const table = (...values: number[]) => ({ scope: [0], values: Float64Array.from(values) });
const grid = (...values: number[]) => valueGrid([table(...values)], 1e-9);

test("whole numbers are their own grid", () => {
  expect(grid(0, 7, -3)).toMatchObject({ exact: true, perUnit: 1, tolerance: 0 });
});

test("decimals are held as whole numbers, noise and all", () => {
  const found = grid(0.1 + 0.2, 0.25, 7);
  expect(found).toMatchObject({ exact: true, perUnit: 100 });
  expect(toGrid(found, 0.1 + 0.2)).toBe(30);
});

test("weights over their sum have a common divisor", () => {
  const found = valueGrid([table((3 / 7) * 55, (3 / 7) * 100), table((4 / 7) * 13, 0)], 1e-9);
  expect(found).toMatchObject({ exact: true });
  expect(found.perUnit).toBeCloseTo(7, 12);
});

test("other numbers stay as they are, with a tolerance that is a share of the range", () => {
  const found = valueGrid([table(0, Math.SQRT2 * 50), table(0, Math.PI * 10, 7)], 1e-9);
  expect(found.exact).toBe(false);
  expect(found.tolerance).toBeCloseTo(1e-9 * (Math.SQRT2 * 50 + Math.PI * 10), 10);
});

test("numbers too fine for a grid are not forced on one", () => {
  expect(grid(12.345678901234, 77.123456789012, 33.987654321098).exact).toBe(false);
});
