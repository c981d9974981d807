import { describe, expect, test } from "vitest";
import { streamKey } from "../sampling/stream-key.ts";
import { chainSampler, defaultLength } from "./chain-sampler.ts";
import { chainStudy } from "./chain-study.ts";
import { narrowed, orderPolytope } from "./polytope.ts";
import { polytopeCentre } from "./polytope-centre.ts";
import { weightSampler } from "./weight-sampler.ts";

/**
 * At the default length no marginal can be told from the truth by 100,000 draws; at length 0 (the pilot's 256 points) all
 * can. Exact references by sorting and by rejection.
 */
describe.each([3, 6, 10, 16])("%i weights", (count) => {
  const all = Array.from({ length: count }, (_, i) => i);
  const last = { coefficients: all.map((i) => (i === 0 ? 1 : i === count - 1 ? -2 : -1)), bound: 0 };
  test.each([
    ["no order", [all], []],
    ["strict order", all.map((i) => [i]), []],
    ["two levels and a statement", [all.slice(0, 2), all.slice(2)], [last]],
  ])("%s", (_, levels, statements) => {
    const region = narrowed(orderPolytope(levels), statements);
    const centre = polytopeCentre(region);
    const exact = weightSampler(levels, statements);
    if (centre.kind !== "centre" || exact.kind !== "sampler") throw new Error("empty");
    expect(exact.method).not.toBe("chain");
    const reference = Array.from({ length: 100_000 }, (__, draw) => {
      const w = new Float64Array(count);
      exact.draw(streamKey(1, "reference"), draw, w);
      return w;
    });
    const length = defaultLength(centre.directions.length);
    const lengths = [0, Math.round(length / 4), length, 2 * length];
    const rows = chainStudy((steps) => chainSampler(region, centre, steps), lengths, reference, 100_000, 5);
    console.log(
      rows.map((row) => `${row.length}: ${row.distance.toFixed(4)}`).join("  "),
      `noise ${rows[0].noise.toFixed(4)}`,
    );
    expect(rows[0].distance).toBeGreaterThan(2 * rows[0].noise);
    // The largest of `count` coordinates exceeds one coordinate's 1 % bound more often than once in a hundred.
    for (const row of rows.slice(2)) expect(row.distance).toBeLessThan(1.25 * row.noise);
  });
});
