import { expect, test } from "vitest";
import { type ChoiceProblem, checkChoiceProblem } from "./choice-problem.ts";

const good: ChoiceProblem = {
  sizes: [2, 2],
  objectives: [[{ scope: [0], values: Float64Array.of(0, 1) }]],
  floors: [-Infinity],
  bounded: [],
  forbidden: [],
};

test("a sound problem passes", () => {
  expect(() => checkChoiceProblem(good)).not.toThrow();
});

test.each<[string, Partial<ChoiceProblem>]>([
  ["invalid size of variable 1: 0", { sizes: [2, 0] }],
  ["entry 1: NaN", { objectives: [[{ scope: [0], values: Float64Array.of(0, NaN) }]] }],
  ["3 entries, not 4", { objectives: [[{ scope: [0, 1], values: Float64Array.of(0, 1, 2) }]] }],
  [
    "invalid scope in objective 0: [1, 0]",
    { objectives: [[{ scope: [1, 0], values: new Float64Array(4) }]] },
  ],
  ["invalid scope in mask 0: [2]", { forbidden: [{ scope: [2], mask: new Uint8Array(2) }] }],
  ["invalid floors: 0 for 1 objectives", { floors: [] }],
  ["invalid floor of bounded sum 0: NaN", { bounded: [{ factors: [], floor: NaN }] }],
  ["invalid excluded choice: [0, 2]", { excluded: [[0, 2]] }],
])("%s", (message, wrong) => {
  expect(() => checkChoiceProblem({ ...good, ...wrong })).toThrow(message);
});
