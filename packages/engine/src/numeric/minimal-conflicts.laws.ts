import fc from "fast-check";
import { expect, test } from "vitest";
import { minimalConflicts } from "./minimal-conflicts.ts";

/** Sets that can be met are the subsets of some of these. */
const anyMaximalSets = fc.integer({ min: 0, max: 7 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    met: fc.array(fc.bigInt({ min: 0n, max: (1n << BigInt(count)) - 1n }), { maxLength: 6 }),
  }),
);

const within = (small: bigint, large: bigint) => (small & ~large) === 0n;
const sorted = (sets: readonly bigint[]) => sets.toSorted((a, b) => (a < b ? -1 : 1));
const minimal = (sets: readonly bigint[]) =>
  sets.filter((set) => !sets.some((other) => other !== set && within(other, set)));

test("conflicts and openings equal those found by looking at every subset", () => {
  fc.assert(
    fc.property(anyMaximalSets, ({ count, met }) => {
      const subsets = Array.from({ length: 1 << count }, (_, set) => BigInt(set));
      const all = (1n << BigInt(count)) - 1n;
      const canBeMet = (set: bigint) => met.some((larger) => within(set, larger));
      const found = minimalConflicts(count, (asked) => met.find((larger) => within(asked, larger)) ?? null);
      expect(found.complete).toBe(true);
      expect(sorted(found.conflicts)).toEqual(sorted(minimal(subsets.filter((set) => !canBeMet(set)))));
      expect(sorted(found.openings)).toEqual(sorted(minimal(subsets.filter((set) => canBeMet(all & ~set)))));
    }),
    { numRuns: 500 },
  );
});

test("stopped early, what it lists is true", () => {
  fc.assert(
    fc.property(anyMaximalSets, fc.nat(12), ({ count, met }, most) => {
      const ask = (asked: bigint) => met.find((larger) => within(asked, larger)) ?? null;
      const whole = minimalConflicts(count, ask);
      let left = most;
      const part = minimalConflicts(count, ask, () => left-- > 0);
      expect(part.conflicts.every((set) => whole.conflicts.includes(set))).toBe(true);
      expect(part.openings.every((set) => whole.openings.includes(set))).toBe(true);
      expect(part.complete || left < 0).toBe(true);
    }),
  );
});
