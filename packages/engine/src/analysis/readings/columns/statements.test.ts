import { describe, expect, it } from "vitest";
import { readCase } from "../../../model/read-case.ts";
import { makeManifest } from "../chunk/manifest.ts";
import { runChunk } from "../chunk/run-chunk.ts";
import { judgementsOf } from "../rests-on/rests-on.ts";

const caseText = (prefers: string) => `parley: 1
id: fish
title: Fishing rights
asOf: 2026-03-01
viewpoint: { coder: A, from: outside, basis: invented }
parties:
  north:
    label: North
    role: principal
    noDeal: 10
    values:
      weights: { quota: 2, season: 1 }
      options:
        quota: { low: 0, high: 100 }
        season: { short: 0, long: 100 }
  south:
    label: South
    role: principal
    noDeal: 10
    values:
      ranking: [[quota, season, gear]]
      options:
        quota: { low: 100, high: 0 }
        season: { short: 100, long: 0 }
        gear: { any: 0, nets: 100 }
      prefers: ${prefers}
issues:
  quota: { label: Quota, statusQuo: low, options: { low: { label: Low }, high: { label: High } } }
  season: { label: Season, statusQuo: short, options: { short: { label: Short }, long: { label: Long } } }
  gear: { label: Gear, statusQuo: any, options: { any: { label: Any }, nets: { label: Nets } } }
baskets: { fish: { label: Fish, issues: [quota, season, gear] } }
framings: { all: { label: All, placements: { fish: together } } }
`;

function caseWith(prefers: string) {
  const read = readCase({ path: "case.yaml", caseText: caseText(prefers), sources: {} });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}

describe("statements of preference", () => {
  it("hold in every draw", () => {
    // Low quota is worth more than long nets and a short season together: w_quota >= w_season + w_gear.
    const subject = caseWith(
      "[{ better: { quota: low, season: long, gear: any }, worse: { quota: high, season: short, gear: nets } }]",
    );
    const made = makeManifest(subject, { draws: 256, chunkSize: 256, sample: { draws: 256, inner: 1 } });
    if (!made.ok) throw new Error("refused");
    const ids = judgementsOf(subject, made.value);
    expect(ids).toEqual(["quota", "season", "gear"].map((issue) => `south.values.ranking.${issue}`));
    const { judgements } = runChunk(subject, made.value, 0);
    let sum = 0;
    for (let i = 0; i < 256; i++) {
      const [quota, season, gear] = judgements.subarray(3 * i, 3 * i + 3);
      expect(quota + season + gear).toBeCloseTo(1, 12);
      expect(quota).toBeGreaterThanOrEqual(season + gear - 1e-12);
      sum += quota / 256;
    }
    // Uniform on the corner of the simplex where it is at least one half: its mean is 2/3.
    expect(sum).toBeCloseTo(2 / 3, 1);
  });

  it("that contradict each other are named before anything is sampled, and no others", () => {
    // Each issue is to weigh as much as the two others together; the third statement asks nothing.
    const subject = caseWith(`
        - { better: { quota: low, season: long, gear: any }, worse: { quota: high, season: short, gear: nets } }
        - { better: { quota: high, season: short, gear: any }, worse: { quota: low, season: long, gear: nets } }
        - { better: { quota: low }, worse: { quota: high } }
        - { better: { quota: high, season: long, gear: nets }, worse: { quota: low, season: short, gear: any } }`);
    const made = makeManifest(subject);
    if (made.ok) throw new Error("accepted");
    expect(made.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "contradictory-statements south.values.prefers.0, south.values.prefers.1, south.values.prefers.3",
    ]);
  });

  it("that no weights satisfy are refused", () => {
    const subject = caseWith(
      "[{ better: { quota: high, season: long, gear: any }, worse: { quota: low, season: short, gear: nets } }]",
    );
    const made = makeManifest(subject);
    if (made.ok) throw new Error("accepted");
    expect(made.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "contradictory-statements south.values.prefers.0",
    ]);
  });
});
