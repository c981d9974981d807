import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case } from "../model/case.ts";
import { anySmallCase } from "./any-small-case.oracle.ts";
import { centralReading } from "./central-reading.ts";
import { compareFraming } from "./compare-central.ts";
import { dealsOf } from "./deals-of.ts";
import type { Outcome } from "./deals-result.ts";
import { focalRules } from "./deals-result.ts";
import { everyDeal } from "./every-outcome.oracle.ts";
import { smallCase } from "./small-case.oracle.ts";

const rounded = (values: readonly number[]) =>
  values.map((value) => Math.round(value * 1e6) / 1e6 + 0).join();
const optionsOf = (subject: Case, outcome: Outcome) =>
  subject.issues.map((issue) => issue.options.findIndex(({ id }) => id === outcome[issue.id])).join();

describe("deals equal enumeration", () => {
  test.each([
    ["package", ["together", "none", "discussed"]],
    ["separate", ["together", "separate"]],
    ["staged", ["together", "later"]],
    ["any mixture", ["together", "separate", "later", "discussed", "none"]],
  ] as const)("%s", (_, placed) => {
    fc.assert(
      fc.property(anySmallCase([...placed]), (small) => {
        const subject = smallCase(small);
        const { reading } = centralReading(subject);
        const framing = compareFraming(subject, reading, 0);
        if (framing.none?.kind === "no-track") return;
        const oracle = everyDeal(subject, reading, 0);
        expect(framing.deals.count).toBe(String(oracle.deals.length));
        const points = (list: typeof framing.frontier) =>
          list
            .map(
              (point) =>
                `${rounded(Object.values(point.values))}: ${point.outcomes.map((outcome) => optionsOf(subject, outcome)).join(" ")}`,
            )
            .sort();
        const expectedPoints = (list: typeof oracle.frontier) =>
          list.map((point) => `${rounded(point.values)}: ${point.outcomes.slice(0, 100).join(" ")}`).sort();
        expect(points(framing.frontier)).toEqual(expectedPoints(oracle.frontier));
        for (const rule of focalRules) {
          expect([
            rule,
            ...framing.focal[rule].map(({ outcome }) => optionsOf(subject, outcome)).sort(),
          ]).toEqual([rule, ...oracle.focal[rule].slice(0, 100)]);
          expect(framing.focalCounts[rule]).toBe(String(oracle.focal[rule].length));
        }
        for (const deal of framing.focal.nash) {
          if (deal.followOn === undefined) continue;
          const now = optionsOf(subject, deal.outcome).split(",").map(Number);
          expect(optionsOf(subject, deal.followOn)).toBe(oracle.followOn(now).join());
        }
        const enough = everyDeal(subject, reading, 0, true);
        const { sufficient } = dealsOf(subject, framing.id);
        expect(framing.sufficient.exists).toBe(enough.deals.length > 0);
        expect(sufficient.deals.count).toBe(String(enough.deals.length));
        expect(points(sufficient.frontier)).toEqual(expectedPoints(enough.frontier));
        for (const rule of focalRules) {
          expect([
            rule,
            ...sufficient.focal[rule].map(({ outcome }) => optionsOf(subject, outcome)).sort(),
          ]).toEqual([rule, ...enough.focal[rule].slice(0, 100)]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
