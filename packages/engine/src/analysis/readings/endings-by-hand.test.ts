import { describe, expect, it } from "vitest";
import type { Case } from "../../model/case.ts";
import { smallCase } from "../small-case.oracle.ts";
import { readingsFor } from "./readings-for.oracle.ts";
import { number, UncertainCase, uniform } from "./uncertain-case.oracle.ts";

/**
 * One issue, today or terms. The terms give A 60, B 50 and C 20. A's no-deal value is uniform on 40 to 80, B's is 10. A sits
 * down with chance 0.8, B with 0.5. C would stand by 30 and undoes what is less with chance 0.25. Talks take 5 months, and
 * events arrive once in 10.
 */
function twoOptions(): Case {
  const subject = new UncertainCase(
    smallCase({
      sizes: [2],
      baskets: [[0]],
      parties: [
        { values: [[0, 60]], noDeal: 0, stances: [{ together: 0.8 }] },
        { values: [[0, 50]], noDeal: 10, stances: [{ together: 0.5 }] },
        { role: "concerned", values: [[0, 20]], noDeal: 0, threshold: { value: 30 } },
      ],
      framings: [{ placements: ["together"] }],
    }),
  ).set("party0.noDeal", uniform(40, 80));
  const influence = subject.add("party2.threshold.influence", number(0.25));
  const months = subject.add("time.months.basket0", number(5));
  const perMonth = subject.add("time.hazard.event.perMonth", number(0.1));
  return subject.change((small) => ({
    hazards: [{ id: "event", label: "Event", perMonth }],
    framings: small.framings.map((framing) => ({ ...framing, months: [months] })),
    parties: small.parties.map((party, p) =>
      p === 2 ? { ...party, threshold: { ...party.threshold!, influence } } : party,
    ),
  })).case;
}

describe("two options", () => {
  const stays = Math.exp(-0.5);
  const expected = {
    agendaRefused: 0.6,
    noZone: 0.4 * 0.5,
    bargainingFailure: 0,
    insufficient: 0.4 * 0.5 * 0.25,
    overtakenByEvents: 0.4 * 0.5 * 0.75 * (1 - stays),
    durable: 0.4 * 0.5 * 0.75 * stays,
  };

  it.each(["plain", "sobol"] as const)("end as they must, %s", (design) => {
    const { readings } = readingsFor(twoOptions(), { draws: 16_384, design, seed: 3 });
    const [framing] = readings.framings;
    for (const [ending, share] of Object.entries(expected)) {
      const found = framing.shares[ending as keyof typeof expected];
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
