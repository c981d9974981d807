import fc from "fast-check";
import { expect, test } from "vitest";
import { firstInOrder, LISTED } from "./found-deals.ts";

test("the first in lexicographic order, each once, whatever order they come in", () => {
  const choice = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 400, size: "max" }), (choices) => {
      const sorted = [...new Set(choices.map((at) => at.join()))].toSorted();
      expect(firstInOrder(choices).map((at) => at.join())).toEqual(sorted.slice(0, LISTED));
    }),
  );
});
