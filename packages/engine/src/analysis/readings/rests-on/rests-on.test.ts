import { describe, expect, it } from "vitest";
import type { Case } from "../../../model/case.ts";
import { smallCase } from "../../small-case.oracle.ts";
import { Gathering } from "../chunk/gather.ts";
import { type ManifestOptions, makeManifest } from "../chunk/manifest.ts";
import { runChunk } from "../chunk/run-chunk.ts";
import { muscat } from "../muscat.oracle.ts";
import { number, UncertainCase, uniform } from "../uncertain-case.oracle.ts";
import { DurableSample } from "./durable-sample.ts";
import { groupIndices } from "./group-indices.ts";
import { reachOf } from "./reach-of.ts";
import { restsOn } from "./rests-on.ts";
import { whereBest } from "./where-best.ts";

function ran(subject: Case, options: ManifestOptions) {
  const made = makeManifest(subject, options);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const gathering = new Gathering(subject, made.value);
  for (let k = 0; k < made.value.chunks; k++) gathering.add(runChunk(subject, made.value, k));
  return { manifest: made.value, sample: gathering.sample() };
}

/**
 * Two agendas over one issue: together, and separate. A sits down with the first with chance x, uniform on 0.2 to 1, and
 * with the second with chance 0.6; there is always a deal, which lasts. B's stance on the second is y, uniform on 0.9 to 1.
 */
function twoAgendas(): Case {
  return new UncertainCase(
    smallCase({
      sizes: [2],
      baskets: [[0]],
      parties: [
        { values: [[0, 60]], noDeal: 10, stances: [{ together: 0.5, separate: 0.6 }] },
        { values: [[0, 50]], noDeal: 10, stances: [{ together: 1, separate: 0.5 }] },
      ],
      framings: [{ placements: ["together"] }, { placements: ["separate"] }],
    }),
  )
    .set("party0.stances.basket0.together", uniform(0.2, 1))
    .set("party1.stances.basket0.separate", uniform(0.9, 1))
    .set("party1.stances.basket0.together", number(1)).case;
}

describe("what the ranking rests on", () => {
  it("is the stance on which it turns, with the value at which it turns", () => {
    const { manifest, sample } = ran(twoAgendas(), { draws: 512 });
    const { drivers, durable, noise, perfectInformation } = restsOn(twoAgendas(), manifest, sample, {
      flips: 2,
    });
    expect(drivers.map(({ judgement }) => judgement)).toEqual([
      "party0.stances.basket0.together",
      "party1.stances.basket0.separate",
    ]);
    expect(drivers[0].influence).toBeCloseTo(1, 10);
    expect(drivers[0].direction).toBe(1);
    expect(drivers[0].on).toEqual({ kind: "framing", framing: "framing0" });
    expect(drivers[0].clear).toBe(true);
    expect(durable.framing0).toBeCloseTo(0.6, 1);
    expect(durable.framing1).toBeCloseTo(0.57, 2);
    expect(noise).toBeLessThan(0.2);
    // At its middle, 0.6, the first leads; below the mean of 0.6 y, which is 0.57, the second.
    const { flip } = drivers[0];
    expect(flip).toMatchObject({ kind: "flip", from: "framing0", to: "framing1" });
    if (flip?.kind !== "flip") return;
    expect(flip.between[0]).toBeLessThan(0.575);
    expect(flip.between[1]).toBeGreaterThan(0.565);
    // With y at 1 the second's 0.6 is the first's mean, which the draws cannot tell apart.
    expect(drivers[1].flip).toMatchObject({ kind: "within-error", from: "framing0", to: "framing1" });
    // Knowing x: mean of max(x, 0.57) less 0.6, which is (1 - 0.57²) / 1.6 + 0.57 · 0.37 / 0.8 - 0.6.
    const exact = (1 - 0.57 ** 2) / 1.6 + (0.57 * 0.37) / 0.8 - 0.6;
    expect(perfectInformation.value).toBeCloseTo(exact, 1);
    expect(Math.abs(drivers[0].information.value - exact)).toBeLessThan(0.03);
    expect(Math.abs(drivers[1].information.value)).toBeLessThan(0.02);
  });

  it("has a region where a framing leads, and shares of variance", () => {
    const { manifest, sample } = ran(twoAgendas(), { draws: 512 });
    const { limits, density, coverage } = whereBest(twoAgendas(), manifest, sample, "framing0");
    expect(limits).toHaveLength(1);
    expect(limits[0].judgement).toBe("party0.stances.basket0.together");
    expect(limits[0].from).toBeGreaterThan(0.4);
    expect(limits[0].to).toBe(null);
    expect(Math.min(density, coverage)).toBeGreaterThan(0.8);
    const { framings } = groupIndices(twoAgendas(), manifest, ["party0.stances.basket0.together"], 1_024);
    const [first, second] = framings.map(({ groups }) => groups[0]);
    expect(first.first).toBeCloseTo(1, 1);
    expect(first.total).toBeCloseTo(1, 1);
    expect(second.total).toBe(0);
  });

  it("comes out the same with what was settled kept as anew", () => {
    const subject = muscat();
    const made = makeManifest(subject, { draws: 64, sample: { draws: 24, inner: 4 } });
    if (!made.ok) throw new Error("refused");
    const sample = new DurableSample(subject, made.value, 24);
    const gathered = runChunk(subject, made.value, 0);
    const paths: Record<string, string> = {
      "iran.stances.missiles.later": "after",
      "framings.agenda_left_open.unravels": "after",
      "israel.threshold.influence": "after",
      "time.months.nuclear": "after",
      "us_congress.threshold.value": "enough",
      "united_states.lines.no_enrichment.firmness": "lines",
      "events.june_war.effects.1.odds": "lines",
      "followOn.chance": "all",
      "outlook.values.iran.war": "all",
    };
    sample.whole.draws.forEach((column, f) => {
      column.forEach((chance, i) => {
        expect(chance).toBeCloseTo(gathered.durable[i * sample.whole.draws.length + f], 12);
      });
    });
    for (const [path, reach] of Object.entries(paths)) {
      const entry = subject.entries.findIndex((one) => one.path === path);
      expect([path, reachOf(subject, entry)]).toEqual([path, reach]);
      const { given } = subject.entries[entry];
      if (given.kind === "number") throw new Error("a plain number");
      const value = given.low + 0.3 * (given.high - given.low);
      const pinned = sample.pinned(entry, value);
      const changed = {
        ...subject,
        entries: subject.entries.with(entry, { ...subject.entries[entry], given: number(value) }),
      };
      const anew = makeManifest(changed, { draws: 64, sample: { draws: 24, inner: 4 } });
      if (!anew.ok) throw new Error("refused");
      const correlated = subject.correlations.some(({ between }) => between.includes(entry));
      if (correlated) continue;
      // No-deal values that others expect come from pilot readings, which change with the outlook.
      if (path.startsWith("outlook")) continue;
      const { durable } = runChunk(changed, anew.value, 0);
      pinned.draws.forEach((column, f) => {
        column.forEach((chance, i) => {
          expect(chance).toBeCloseTo(durable[i * pinned.draws.length + f], 10);
        });
      });
    }
  });
});
