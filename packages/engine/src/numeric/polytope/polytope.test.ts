import { describe, expect, test } from "vitest";
import { streamKey } from "../sampling/stream-key.ts";
import { chainSampler } from "./chain-sampler.ts";
import { narrowed, orderPolytope, type Polytope } from "./polytope.ts";
import { isEmpty, polytopeCentre } from "./polytope-centre.ts";
import { smallestConflict } from "./smallest-conflict.ts";
import { weightSampler } from "./weight-sampler.ts";

const simplex = orderPolytope([[0, 1, 2]]);
const row = (coefficients: number[], bound = 0) => ({ coefficients, bound });

describe("centre", () => {
  test("of a triangle: its midpoint, with two directions", () => {
    const found = polytopeCentre(simplex);
    if (found.kind !== "centre") throw new Error("empty");
    expect([...found.point]).toEqual([1, 2, 3].map(() => expect.closeTo(1 / 3, 9)));
    expect(found.directions.length).toBe(2);
    expect(found.tight).toEqual([]);
  });

  test("of a segment that two rows make of it: w₀ = w₁", () => {
    const found = polytopeCentre(narrowed(simplex, [row([1, -1, 0]), row([-1, 1, 0])]));
    if (found.kind !== "centre") throw new Error("empty");
    expect(found.directions.length).toBe(1);
    expect(found.tight).toEqual([3, 4]);
    expect([...found.point]).toEqual([
      expect.closeTo(0.25, 9),
      expect.closeTo(0.25, 9),
      expect.closeTo(0.5, 9),
    ]);
  });

  test("of a single point: w₀ ≥ 1", () => {
    const found = polytopeCentre(narrowed(simplex, [row([-1, 0, 0], -1)]));
    if (found.kind !== "centre") throw new Error("empty");
    expect(found.directions).toEqual([]);
    expect([...found.point]).toEqual([expect.closeTo(1, 9), expect.closeTo(0, 9), expect.closeTo(0, 9)]);
    const out = new Float64Array(3);
    chainSampler(simplex, found).draw(streamKey(1, "x"), 0, out);
    expect(out).toEqual(found.point);
  });

  test("of nothing: w₀ ≥ 2", () => {
    expect(polytopeCentre(narrowed(simplex, [row([-1, 0, 0], -2)]))).toEqual({ kind: "empty" });
    expect(isEmpty(narrowed(simplex, [row([-1, 0, 0], -2)]))).toBe(true);
  });
});

describe("statements that contradict each other", () => {
  test("consistent, also where they leave a face only", () => {
    expect(smallestConflict(simplex, [[row([1, -1, 0])], [row([-1, 1, 0])]])).toEqual({ kind: "consistent" });
  });

  test("the shortest list is named: two of five", () => {
    // w₀ ≥ 2 w₁, w₁ ≥ 2 w₂, w₂ ≥ 0.6, w₀ ≥ 0.5, w₁ ≤ 0.9
    const statements = [
      row([-1, 2, 0]),
      row([0, -1, 2]),
      row([0, 0, -1], -0.6),
      row([-1, 0, 0], -0.5),
      row([0, 1, 0], 0.9),
    ];
    expect(
      smallestConflict(
        simplex,
        statements.map((s) => [s]),
      ),
    ).toEqual({ kind: "conflict", statements: [1, 2], shortest: true });
  });

  test("a statement of several rows stands or falls whole; an order can be what it contradicts", () => {
    expect(smallestConflict(orderPolytope([[0], [1]]), [[row([0, -1], -0.2), row([1, 0], 0.4)]])).toEqual({
      kind: "conflict",
      statements: [0],
      shortest: true,
    });
  });

  test("an empty region is no statement's fault", () => {
    const nothing: Polytope = narrowed(simplex, [row([-1, 0, 0], -2)]);
    expect(smallestConflict(nothing, [[row([0, 1, 0], 1)]])).toEqual({ kind: "empty-before" });
  });
});

describe("method of weights", () => {
  test("sorting without statements, rejection with mild ones, a chain with narrow ones, empty by name", () => {
    const method = (...statements: ReturnType<typeof row>[]) => {
      const sampler = weightSampler([[0, 1, 2]], statements);
      return sampler.kind === "sampler" ? sampler.method : sampler.kind;
    };
    expect(method()).toBe("order");
    expect(method(row([-1, 1, 0]))).toBe("rejection");
    expect(method(row([-1, 0, 0], -0.95))).toBe("chain");
    expect(method(row([1, -1, 0]), row([-1, 1, 0]))).toBe("chain");
    expect(method(row([-1, 0, 0], -2))).toBe("empty");
  });
});

test("a region without end is refused, not sampled", () => {
  const quadrant: Polytope = { dimensions: 2, atMost: [row([-1, 0]), row([0, -1])], equal: [] };
  const centre = polytopeCentre(quadrant);
  if (centre.kind !== "centre") throw new Error("empty");
  expect(() => chainSampler(quadrant, centre)).toThrow("no end");
});
