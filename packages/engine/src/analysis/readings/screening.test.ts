import { describe, expect, it } from "vitest";
import { smallCase } from "../small-case.oracle.ts";
import { bargainingRule } from "./draw/bargaining-rule.ts";
import { DrawEngine } from "./draw/draw-engine.ts";
import { DrawState } from "./draw/draw-state.ts";
import { readingsFor } from "./readings-for.oracle.ts";
import { number, UncertainCase, uniform } from "./uncertain-case.oracle.ts";

/*
 * A demands a share of 1; the outside option gives it p − cA, and B 1 − p − cB with cB uniform on [a, b], known to B alone.
 * The demand is p + z, z = min(max(a, (b − cA) / 2), b, 1 − p); it fails with chance (z − a) / (b − a). Risk-return
 * trade-off of Fearon (1995), "Rationalist explanations for war", IO 49, and Powell; figures derived, checked by grid search.
 */
const one = [
  { p: 0.5, cA: 0.1, a: 0, b: 0.4, x: 0.65, fails: 0.375 },
  { p: 0.6, cA: 0.05, a: 0.05, b: 0.25, x: 0.7, fails: 0.25 },
  { p: 0.5, cA: 0.3, a: 0, b: 0.2, x: 0.5, fails: 0 },
  { p: 0.3, cA: 0.1, a: 0.1, b: 0.5, x: 0.5, fails: 0.25 },
  { p: 0.9, cA: 0, a: 0, b: 0.4, x: 1, fails: 0.25 },
];
/* Two issues, p = 0.5, cA = 0.1, cB uniform on [0, 0.4]: A concedes along the frontier where that costs it least. */
const two = [
  { wA: [0.5, 0.5], wB: [0.5, 0.5], uA: 0.65, uB: 0.35, fails: 0.375 },
  { wA: [0.55, 0.45], wB: [0.45, 0.55], uA: 0.6591, uB: 0.4167, fails: 0.2083 },
  { wA: [0.6, 0.4], wB: [0.4, 0.6], uA: 0.6667, uB: 0.5, fails: 0 },
  { wA: [0.7, 0.3], wB: [0.3, 0.7], uA: 0.7857, uB: 0.5, fails: 0 },
];
const grid = Array.from({ length: 1001 }, (_, k) => k / 1000);

interface Screening {
  readonly p: number;
  readonly cA: number;
  readonly a: number;
  readonly b: number;
  readonly wA: readonly number[];
  readonly wB: readonly number[];
}

function screeningCase({ p, cA, a, b, wA, wB }: Screening) {
  const subject = new UncertainCase(
    smallCase({
      sizes: wA.map(() => grid.length),
      statusQuo: wA.map(() => -1),
      baskets: [wA.map((_, i) => i)],
      parties: [
        { values: wA.map(() => grid), weights: wA, noDeal: p - cA, stances: [{ together: 1 }] },
        {
          values: wB.map(() => grid.map((share) => 1 - share)),
          weights: wB,
          noDeal: 0,
          stances: [{ together: 1 }],
        },
      ],
      framings: [{ placements: ["together"] }],
    }),
  ).set("party1.noDeal", uniform(1 - p - b, 1 - p - a));
  const always = subject.add("party0.recognition", number(1));
  const never = subject.add("party1.recognition", number(0));
  return subject.change((small) => ({
    parties: small.parties.map((party, at) => ({ ...party, recognition: at === 0 ? always : never })),
  })).case;
}

/** A's demand: values to A and B. B's true no-deal value is at its least, so that the demand is met. */
function demand(screening: Screening): readonly [number, number] {
  const subject = screeningCase(screening);
  const engine = new DrawEngine(subject, bargainingRule(subject));
  const state = new DrawState(subject);
  const entry = subject.entries.findIndex(({ path }) => path === "party1.noDeal");
  state.entries[entry] = 1 - screening.p - screening.b;
  state.settle();
  engine.run(state);
  const { values } = engine.framings[0].came;
  return [values[0], values[1]];
}

describe("a take-it-or-leave-it demand against an unknown cost", () => {
  it.each(one)("follows the formula, p = $p, cA = $cA, a = $a, b = $b", ({ p, cA, a, b, x, fails }) => {
    const z = Math.min(Math.max(a, (b - cA) / 2), b, 1 - p);
    expect(p + z).toBeCloseTo(x, 12);
    expect((z - a) / (b - a)).toBeCloseTo(fails, 12);
    const [own, left] = demand({ p, cA, a, b, wA: [1], wB: [1] });
    expect(Math.abs(own - x)).toBeLessThanOrEqual(2e-3);
    expect(Math.abs(1 - left - x)).toBeLessThanOrEqual(2e-3);
  });

  it("fails as often as it must", () => {
    const subject = screeningCase({ ...one[0], wA: [1], wB: [1] });
    const { readings } = readingsFor(subject, { draws: 8_192, design: "sobol" });
    expect(readings.framings[0].shares.noZone.share).toBe(0);
    expect(Math.abs(readings.framings[0].shares.bargainingFailure.share - 0.375)).toBeLessThan(2e-3);
    expect(Math.abs(readings.framings[0].shares.durable.share - 0.625)).toBeLessThan(2e-3);
  });

  it.each(two)("trades issues, weights $wA and $wB: the risk falls", ({ wA, wB, uA, uB, fails }) => {
    const setting = { p: 0.5, cA: 0.1, a: 0, b: 0.4 };
    const [own, other] = demand({ ...setting, wA, wB });
    expect(Math.abs(own - uA)).toBeLessThanOrEqual(2e-3);
    expect(Math.abs(other - uB)).toBeLessThanOrEqual(2e-3);
    // B refuses when its cost is below what it is asked to give up.
    const asked = 0.5 - other;
    expect(Math.abs(Math.max(0, asked) / 0.4 - fails)).toBeLessThanOrEqual(5e-3);
  });
});
