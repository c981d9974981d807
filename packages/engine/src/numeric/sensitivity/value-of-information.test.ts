import { describe, expect, test } from "vitest";
import { plainDesign, sobolDesign } from "../sampling/design.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { partialInformation, perfectInformation } from "./value-of-information.ts";

test("by hand: two alternatives, a coin that says which is better", () => {
  const coin = Float64Array.from({ length: 64 }, (_, i) => i % 2);
  const outcomes = [coin.map((side) => 3 * (1 - side)), coin.map((side) => side)];
  expect(perfectInformation(outcomes)).toMatchObject({ value: 0.5 });
  expect(partialInformation(coin, outcomes)).toMatchObject({ value: 0.5, plugIn: 0.5, bins: 2 });
});

// Act (worth x + e) or not (worth 0), x and e normal: the value of knowing x is σ_x φ(0) = 0.39894 σ_x, of all 0.39894 √(σ_x² + σ_e²).
describe("act or not, normal outcomes", () => {
  const density = 1 / Math.sqrt(2 * Math.PI);
  const run = (seed: number, draws: number, scrambled = false) => {
    const design = (scrambled ? sobolDesign : plainDesign)(seed, ["x", "e", "nothing"]);
    const [x, e, nothing] = [0, 1, 2].map((input) => {
      const out = new Float64Array(draws);
      design.fill(input, 0, out);
      return out.map(normalQuantile);
    });
    const outcomes = [new Float64Array(draws), x.map((v, i) => v + 2 * e[i])];
    return { x, e, nothing, outcomes };
  };

  test("knowing x, e, everything, and what tells nothing", () => {
    const { x, e, nothing, outcomes } = run(1, 20_000);
    const near = ({ value, standardError }: ReturnType<typeof perfectInformation>, truth: number) => {
      expect(Math.abs(value - truth)).toBeLessThan(4 * standardError);
      expect(standardError).toBeLessThan(0.03);
    };
    near(partialInformation(x, outcomes), density);
    near(partialInformation(e, outcomes), 2 * density);
    near(perfectInformation(outcomes), Math.sqrt(5) * density);
    near(partialInformation(nothing, outcomes), 0);
  });

  test("over 100 repetitions: what tells nothing is not above 0 on average, while the plain estimate is", () => {
    let [value, plugIn, known] = [0, 0, 0];
    for (let seed = 0; seed < 100; seed++) {
      const { x, nothing, outcomes } = run(seed, 1000);
      const found = partialInformation(nothing, outcomes);
      value += found.value / 100;
      plugIn += found.plugIn / 100;
      known += partialInformation(x, outcomes).value / 100;
    }
    expect(value).toBeLessThan(0.01);
    expect(value).toBeGreaterThan(-0.05);
    expect(plugIn).toBeGreaterThan(0.04);
    // Of 0.399, a rule learnt from 100 draws a bin gets nearly all.
    expect(known).toBeGreaterThan(0.33);
    expect(known).toBeLessThan(0.41);
  });

  test("scrambled draws: the same value with a smaller error", () => {
    const { x, outcomes } = run(1, 16_384, true);
    const found = partialInformation(x, outcomes, 16);
    expect(Math.abs(found.value - density)).toBeLessThan(4 * found.standardError + 0.01);
    expect(found.standardError).toBeLessThan(partialInformation(x, outcomes).standardError);
  });
});
