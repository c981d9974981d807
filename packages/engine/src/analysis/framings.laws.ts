import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "../model/case.ts";
import { anySmallCase } from "./any-small-case.oracle.ts";
import { centralReading } from "./central-reading.ts";
import { compareCentral } from "./compare-central.ts";
import { hasDeal } from "./conflict-set.ts";
import { dealsOf } from "./deals-of.ts";
import { everyDeal } from "./every-outcome.oracle.ts";
import { type SmallCase, type SmallParty, smallCase } from "./small-case.oracle.ts";

const runs = { numRuns: 150 };
const placed = ["together", "separate", "later", "none"] as const;

/** No interactions; lines only within one basket; no single undertaking. */
const additive = (small: SmallCase): SmallCase => ({
  ...small,
  parties: small.parties.map((party) => ({ ...party, interactions: [], lines: [] })),
});

const outcomes = (small: SmallCase, f: number) => {
  const subject = smallCase(small);
  return everyDeal(subject, centralReading(subject).reading, f).deals.map(({ outcome }) => outcome.join());
};

test("separate deals are package deals over the same baskets", () => {
  fc.assert(
    fc.property(anySmallCase(["together"]), (drawn) => {
      const together = drawn.framings[0].placements;
      const small = additive({
        ...drawn,
        framings: [
          { placements: together.map((_, b) => (b === 0 ? "together" : "separate")) },
          { placements: together },
        ],
      });
      const [separate, whole] = [outcomes(small, 0), new Set(outcomes(small, 1))];
      expect(separate.filter((outcome) => !whole.has(outcome))).toEqual([]);
      const [a, b] = compareCentral(smallCase(small)).framings.map(({ deals }) => BigInt(deals.count));
      expect(a <= b).toBe(true);
    }),
    runs,
  );
});

test("deals of the main track alone are staged deals", () => {
  fc.assert(
    fc.property(anySmallCase(["together"]), fc.double({ min: 0, max: 1, noNaN: true }), (drawn, chance) => {
      const baskets = drawn.baskets.map((_, b) => b);
      const small = additive({
        ...drawn,
        framings: [
          { placements: baskets.map((b) => (b === 0 ? "together" : "none")) },
          { placements: baskets.map((b) => (b === 0 ? "together" : "later")), chance },
        ],
      });
      const [alone, staged] = [outcomes(small, 0), new Set(outcomes(small, 1))];
      expect(alone.filter((outcome) => !staged.has(outcome))).toEqual([]);
      const [a, b] = compareCentral(smallCase(small)).framings.map(({ deals }) => BigInt(deals.count));
      expect(a <= b).toBe(true);
    }),
    runs,
  );
});

test("one more threshold never enlarges the sufficient set", () => {
  fc.assert(
    fc.property(anySmallCase([...placed]), fc.integer({ min: -4, max: 8 }), fc.nat(2), (drawn, value, at) => {
      const counts = [drawn, withThreshold(drawn, at, value)].map((small) =>
        BigInt(dealsOf(smallCase(small), smallCase(small).framings[0].id).sufficient.deals.count),
      );
      expect(counts[1] <= counts[0]).toBe(true);
    }),
    runs,
  );
});

function withThreshold(small: SmallCase, at: number, value: number): SmallCase {
  const free = small.parties.findIndex(
    (party, p) => p >= at % small.parties.length && party.threshold === undefined,
  );
  return {
    ...small,
    parties: small.parties.map((party, p) => (p === free ? { ...party, threshold: { value } } : party)),
  };
}

test("renaming ids, order kept, changes nothing", () => {
  fc.assert(
    fc.property(anySmallCase([...placed]), (small) => {
      const plain = JSON.stringify(smallCase(small));
      const [before, after] = [plain, renamed(plain)].map((one) =>
        JSON.stringify(compareCentral(JSON.parse(one) as Case)),
      );
      expect(renamed(after)).toBe(before);
    }),
    runs,
  );
});

/** Ids so renamed that sorting by them would turn every order round; renaming twice gives the first ids again. */
const renamed = (json: string): string =>
  json.replaceAll(
    /\b(issue|party|basket|framing|line|o)(\d)\b/g,
    (_, kind: string, digit: string) => `${kind}${9 - Number(digit)}`,
  );

test("scaling a party's values changes no Nash and no Kalai–Smorodinsky deal", () => {
  fc.assert(
    fc.property(
      anySmallCase([...placed]),
      fc.constantFrom(1e-3, 0.7, 3, 1e5),
      fc.nat(2),
      (small, factor, at) => {
        const p = at % small.parties.length;
        const scaled = {
          ...small,
          parties: small.parties.map((party, q) => (q === p ? scaledParty(party, factor) : party)),
        };
        const [before, after] = [small, scaled].map((one) => {
          const { focal } = compareCentral(smallCase(one)).framings[0];
          return [focal.nash, focal.kalaiSmorodinsky].map((deals) =>
            deals.map(({ outcome, followOn }) => [outcome, followOn]),
          );
        });
        expect(after).toEqual(before);
      },
    ),
    runs,
  );
});

function scaledParty(party: SmallParty, factor: number): SmallParty {
  return {
    ...party,
    values: party.values!.map((values) => values?.map((value) => value * factor) ?? null),
    interactions: party.interactions!.map(({ issues, cells }) => ({
      issues,
      cells: cells.map((cell) => ({ ...cell, change: cell.change * factor })),
    })),
    noDeal: party.noDeal! * factor,
  };
}

test("a conflict is one, and every part of it is needed", () => {
  fc.assert(
    fc.property(anySmallCase(["together", "separate", "none"]), (small) => {
      const subject = smallCase(small);
      const [framing] = compareCentral(subject).framings;
      if (framing.none?.kind !== "no-zone") return;
      const { reading } = centralReading(subject);
      const conflict = framing.conflicts.at(-1)!.constraints;
      if (conflict[0].kind === "not-status-quo") return;
      expect(hasDeal(subject, reading, 0, conflict)).toBe(false);
      for (const constraint of conflict)
        expect(
          hasDeal(
            subject,
            reading,
            0,
            conflict.filter((other) => other !== constraint),
          ),
        ).toBe(true);
    }),
    runs,
  );
});
