import { describe, expect, it } from "vitest";
import { readingsFor } from "./readings-for.oracle.ts";
import { stays, twoOptionShares, twoOptions } from "./two-options.oracle.ts";

describe("two options", () => {
  it.each(["plain", "sobol"] as const)("end as they must, %s", (design) => {
    const { readings } = readingsFor(twoOptions(), { draws: 16_384, design, seed: 3 });
    const [framing] = readings.framings;
    for (const [ending, share] of Object.entries(twoOptionShares)) {
      const found = framing.shares[ending as keyof typeof twoOptionShares];
      const allowed = design === "plain" ? 4 * Math.sqrt((share * (1 - share)) / 16_384) : 0.004;
      expect(Math.abs(found.share - share)).toBeLessThanOrEqual(allowed);
      expect(found.low).toBeLessThanOrEqual(found.share);
      expect(found.high).toBeGreaterThanOrEqual(found.share);
    }
    expect(framing.hadTheySatDown.agendaRefused.share).toBe(0);
    expect(framing.hadTheySatDown.noZone.share).toBeCloseTo(0.5, 1);
    expect(framing.missedBy).toEqual({ party2: 1 });
    expect(framing.undoneBy.party2).toBeCloseTo(0.25, 1);
    expect(framing.refusedBy.party0).toBeCloseTo(0.2, 1);
    expect(framing.overtakenBy).toEqual({ event: framing.shares.overtakenByEvents.share, horizon: 0 });
  });

  it("have the chance of a durable end that their judgements give, exactly", () => {
    const { chunks } = readingsFor(twoOptions(), { draws: 600, chunkSize: 200 });
    const durable = chunks.flatMap((chunk) => [...chunk.durable]);
    const noDeals = chunks.flatMap((chunk) => [...chunk.judgements]);
    expect(durable).toHaveLength(512);
    durable.forEach((chance, i) => {
      expect(chance).toBeCloseTo(noDeals[i] <= 60 ? 0.4 * 0.75 * stays : 0, 12);
    });
  });

  it("are best for A and B in the draws in which they last", () => {
    const { readings } = readingsFor(twoOptions(), { draws: 2_000 });
    const durable = readings.framings[0].shares.durable.share;
    expect(readings.best.jointly).toEqual({ framing0: durable, none: 1 - durable });
    expect(readings.best.party1.framing0).toBe(durable);
    expect(readings.framings[0].regret.party0).toEqual({ mean: 0, p95: expect.any(Number) });
  });
});
