import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case, Given } from "../../model/case.ts";
import { anySmallCase } from "../any-small-case.oracle.ts";
import { type SmallCase, smallCase } from "../small-case.oracle.ts";
import { bargainingRule } from "./draw/bargaining-rule.ts";
import { DrawEngine } from "./draw/draw-engine.ts";
import { DrawState } from "./draw/draw-state.ts";
import { everyEnding } from "./every-ending.oracle.ts";
import { endings } from "./readings-result.ts";

interface Chances {
  readonly noDeals: readonly (readonly [low: number, mode: number, high: number, at: number])[];
  readonly influence: number;
  readonly rule: "proposer" | "single-text";
  readonly anticipates: boolean;
  readonly u: readonly number[];
}

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const anyChances: fc.Arbitrary<Chances> = fc.record({
  noDeals: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      share,
    ),
    {
      minLength: 5,
      maxLength: 5,
    },
  ),
  influence: fc.constantFrom(0, 0.5, 1),
  rule: fc.constantFrom("proposer", "proposer", "single-text"),
  anticipates: fc.boolean(),
  u: fc.array(share, { minLength: 12, maxLength: 12 }),
});

/** A small case whose no-deal values are ranges and whose thresholds have influence. */
function uncertain(small: SmallCase, chances: Chances): Case {
  const subject = smallCase(small);
  const entries = [...subject.entries];
  const parties = subject.parties.map((party, p) => {
    if (party.noDeal >= 0) {
      const { given } = entries[party.noDeal];
      if (given.kind !== "number") throw new Error("a number was expected");
      const [below, between, above] = chances.noDeals[p];
      const range: Given = {
        kind: "range",
        low: given.value - below,
        mode: given.value - below + Math.min(between, below + above),
        high: given.value + above,
        shape: "triangular",
      };
      entries[party.noDeal] = { ...entries[party.noDeal], given: range };
    }
    if (party.threshold === null) return party;
    entries.push({
      ...entries[party.threshold.value],
      path: `influence${p}`,
      given: { kind: "number", value: chances.influence },
    });
    return { ...party, threshold: { ...party.threshold, influence: entries.length - 1 } };
  });
  const bargaining = { rule: chances.rule, anticipates: chances.anticipates };
  return { ...subject, parties, entries, document: { ...subject.document, bargaining } as Case["document"] };
}

describe("a draw ends as the design says, by looking at every outcome", () => {
  test.each([
    ["package", ["together", "none", "discussed"]],
    ["separate", ["together", "separate"]],
    ["staged", ["together", "later"]],
    ["any mixture", ["together", "separate", "later", "discussed", "none"]],
  ] as const)("%s", (_, placed) => {
    fc.assert(
      fc.property(anySmallCase([...placed]), anyChances, (small, chances) => {
        const subject = uncertain(small, chances);
        const rule = bargainingRule(subject);
        const engine = new DrawEngine(subject, rule);
        const run = engine.framings[0];
        if (run.plan.none !== null) return;
        const state = new DrawState(subject);
        subject.principals.forEach((p, j) => {
          const { noDeal } = subject.parties[p];
          const { given } = subject.entries[noDeal];
          if (given.kind === "number") return;
          state.entries[noDeal] = given.low + chances.noDeals[j][3] * (given.high - given.low);
        });
        state.lineLatents.forEach((latents, p) => {
          latents.fill(chances.u[p]);
        });
        state.recognitionLatent = chances.u[6];
        state.deliveryLatent = chances.u[7];
        state.influenceLatents.fill(chances.u[8]);
        const columns = state.asColumns();
        state.settle();
        const result = engine.run(state);
        const expected = everyEnding(
          columns,
          state,
          rule,
          0,
          engine.proposerAt(state, state.recognitionLatent),
        );
        expect(endings[result.satDown[0]]).toBe(expected.ending);
        if (expected.outcome === null) return;
        expect([...run.came.outcome]).toEqual([...expected.outcome]);
        expect(subject.parties.flatMap((__, p) => (result.missed[p] === 1 ? [p] : []))).toEqual(
          expected.missed,
        );
      }),
      { numRuns: Number(process.env.PARLEY_RUNS ?? 300) },
    );
  });
});
