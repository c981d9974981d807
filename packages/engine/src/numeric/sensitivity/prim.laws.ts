import fc from "fast-check";
import { expect, test } from "vitest";
import { type PrimData, primBox } from "./prim-box.ts";
import { primPaste } from "./prim-paste.ts";
import { primPeel } from "./prim-peel.ts";

const data: fc.Arbitrary<PrimData> = fc.integer({ min: 20, max: 80 }).chain((draws) =>
  fc.record({
    inputs: fc.array(
      fc
        .array(fc.integer({ min: 0, max: 30 }), { minLength: draws, maxLength: draws })
        .map((x) => Float64Array.from(x)),
      { minLength: 1, maxLength: 4 },
    ),
    interest: fc.array(fc.nat(1), { minLength: draws, maxLength: draws }).map((x) => Uint8Array.from(x)),
  }),
);

test("every box of a trajectory holds what it says, inside the one before", () => {
  fc.assert(
    fc.property(data, (given) => {
      const trajectory = primPeel(given);
      for (const [k, box] of trajectory.entries()) {
        expect(primBox(given, box.limits)).toEqual(box);
        if (k > 0) expect(box.inside).toBeLessThan(trajectory[k - 1].inside);
      }
    }),
  );
});

test("pasting lowers neither coverage nor density", () => {
  fc.assert(
    fc.property(data, (given) => {
      for (const box of primPeel(given).slice(-2)) {
        const wider = primPaste(given, box);
        expect(wider.coverage).toBeGreaterThanOrEqual(box.coverage);
        expect(wider.density).toBeGreaterThanOrEqual(box.density);
        expect(primBox(given, wider.limits)).toEqual(wider);
      }
    }),
  );
});

test("blind to rising changes of scale: the same draws are inside", () => {
  fc.assert(
    fc.property(data, (given) => {
      const bent = { ...given, inputs: given.inputs.map((x) => x.map((v) => Math.exp(v / 10))) };
      expect(primPeel(bent).map(({ inside, hits }) => [inside, hits])).toEqual(
        primPeel(given).map(({ inside, hits }) => [inside, hits]),
      );
    }),
  );
});
