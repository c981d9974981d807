import { expect, test } from "vitest";
import { solveLinearProgram } from "./linear-program.ts";

const atMost = (coefficients: number[], bound: number) => ({
  coefficients,
  relation: "atMost" as const,
  bound,
});

// Dantzig's example in Hillier & Lieberman (2010), 3.1, the Wyndor Glass Co.: profit 36 at (2, 6).
test("Wyndor Glass: two doors, six windows", () => {
  const found = solveLinearProgram({
    objective: [3, 5],
    rows: [atMost([1, 0], 4), atMost([0, 2], 12), atMost([3, 2], 18)],
  });
  expect(found.kind === "optimal" && [found.value, ...found.x]).toEqual([36, 2, 6]);
});

// Beale (1955): the textbook rule cycles here; the optimum is 1/20.
test("Beale's cycling example ends", () => {
  const rows = [
    atMost([1 / 4, -60, -1 / 25, 9], 0),
    atMost([1 / 2, -90, -1 / 50, 3], 0),
    atMost([0, 0, 1, 0], 1),
  ];
  expect(solveLinearProgram({ objective: [3 / 4, -150, 1 / 50, -6], rows })).toMatchObject({
    kind: "optimal",
    value: expect.closeTo(0.05, 12),
  });
});

test("nothing, and no end, are named", () => {
  expect(solveLinearProgram({ objective: [1], rows: [atMost([1], -1)] })).toEqual({ kind: "infeasible" });
  expect(solveLinearProgram({ objective: [1, 0], rows: [atMost([-1, 1], 1)] })).toEqual({
    kind: "unbounded",
  });
  expect(solveLinearProgram({ objective: [-1], rows: [atMost([-1], 3)], free: [0] })).toMatchObject({
    kind: "optimal",
    value: 3,
  });
});

test("an equation given twice is one", () => {
  const sum = { coefficients: [1, 1], relation: "equal" as const, bound: 1 };
  expect(solveLinearProgram({ objective: [2, 1], rows: [sum, sum] })).toMatchObject({
    kind: "optimal",
    value: 2,
  });
});
