import { describe, expect, test } from "vitest";
import { plainDesign, sobolDesign } from "../sampling/design.ts";
import { shareInterval } from "./replicate-interval.ts";
import { wilsonInterval } from "./wilson-interval.ts";

const repetitions = 200;

/** Some shape in three inputs whose share is known: the first is below a, or the others' sum is below b. */
const cases = [0.1, 0.25, 0.5, 0.75, 0.9].map((share) => ({ share, edge: share }));

describe("the stated 95 % interval holds in 90 to 99 % of 200 repetitions", () => {
  test.each(cases)("plain draws, share $share", ({ share, edge }) => {
    let held = 0;
    const u = new Float64Array(1000);
    for (let seed = 0; seed < repetitions; seed++) {
      plainDesign(seed, ["x"]).fill(0, 0, u);
      const yes = u.reduce((count, x) => count + Number(x < edge), 0);
      const { low, high } = wilsonInterval(yes, 1000);
      held += Number(low <= share && share <= high);
    }
    expect(held).toBeGreaterThanOrEqual(0.9 * repetitions);
    expect(held).toBeLessThanOrEqual(0.99 * repetitions);
  });

  // A slanted half-space cut out of the unit cube, which no dimension alone decides: u + v + w < t.
  const volume = (t: number) => (t ** 3 - 3 * Math.max(0, t - 1) ** 3 + 3 * Math.max(0, t - 2) ** 3) / 6;
  test.each([0.85, 1.2, 1.5, 1.8, 2.15])("scrambled draws, sum of three below %d", (t) => {
    const share = volume(t);
    const scrambles = 16;
    const draws = 64 * scrambles;
    let held = 0;
    const columns = [0, 1, 2].map(() => new Float64Array(draws));
    for (let seed = 0; seed < repetitions; seed++) {
      const design = sobolDesign(seed, ["x", "y", "z"], scrambles);
      for (const [i, column] of columns.entries()) design.fill(i, 0, column);
      const means = new Float64Array(scrambles);
      for (let n = 0; n < draws; n++) {
        means[n % scrambles] +=
          Number(columns[0][n] + columns[1][n] + columns[2][n] < t) / (draws / scrambles);
      }
      const { low, high } = shareInterval(means, draws);
      held += Number(low <= share && share <= high);
    }
    expect(held).toBeGreaterThanOrEqual(0.9 * repetitions);
    expect(held).toBeLessThanOrEqual(0.995 * repetitions);
  });
});
