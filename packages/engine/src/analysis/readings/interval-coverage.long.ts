import { describe, expect, it } from "vitest";
import { readingsFor } from "./readings-for.oracle.ts";
import { type Ending, endings } from "./readings-result.ts";
import { twoOptionShares, twoOptions } from "./two-options.oracle.ts";

const repetitions = 200;

/** How often the 95 % interval of each share holds the true one, over runs of other seeds. */
function coverage(design: "plain" | "sobol", draws: number): Record<Ending, number> {
  const subject = twoOptions();
  const held = Object.fromEntries(endings.map((ending) => [ending, 0])) as Record<Ending, number>;
  for (let seed = 0; seed < repetitions; seed++) {
    const { readings } = readingsFor(subject, { seed, draws, design, sample: { draws: 0, inner: 1 } });
    for (const ending of endings) {
      const { low, high } = readings.framings[0].shares[ending];
      if (low <= twoOptionShares[ending] && twoOptionShares[ending] <= high) held[ending] += 1 / repetitions;
    }
  }
  return held;
}

describe("the stated interval", () => {
  it.each([1_000, 4_000])("of %d plain draws holds the true share as often as it says", (draws) => {
    const held = coverage("plain", draws);
    for (const ending of endings) {
      const share = twoOptionShares[ending];
      expect([ending, held[ending] >= 0.9]).toEqual([ending, true]);
      if (share > 0.1 && share < 0.9) expect([ending, held[ending] <= 0.99]).toEqual([ending, true]);
    }
  });

  it.each([1_024, 4_096])("of %d scrambled draws holds it at least nine times in ten", (draws) => {
    const held = coverage("sobol", draws);
    for (const ending of endings) expect([ending, held[ending] >= 0.9]).toEqual([ending, true]);
  });
});
