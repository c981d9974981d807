import fc from "fast-check";
import { expect, test } from "vitest";
import { idPattern } from "../../model/schema/id.ts";
import { makeIds } from "./make-ids.ts";

test("ids are ids, one for each name, all different", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("a", "a ", "A", "and", "toString", "__proto__", "-5", "5", "½", "", "日本"),
  );
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const ids = makeIds(names);
      expect(ids.length).toBe(names.length);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id.length <= 64 && idPattern.test(id)).toBe(true);
    }),
  );
});

test("names stay recognisable", () => {
  expect(
    makeIds([
      "CD player",
      "19'' LCD",
      "-5",
      "5",
      "0.5",
      "früh & spät",
      "and",
      "constructor",
      "日本",
      "CD-player",
    ]),
  ).toEqual([
    ...[
      "CD_player",
      "v_19_LCD",
      "minus_5",
      "v_5",
      "v_0_5",
      "fruh_spat",
      "and_",
      "constructor_",
      "x",
      "CD_player_2",
    ],
  ]);
});
