import { expect, test } from "vitest";
import { findInGlossary } from "./find-in-glossary.ts";
import { glossary } from "./glossary.ts";

test.each([
  ["zone", "zone"],
  ["ZOPA", "zone"],
  ["Red-Line", "red line"],
  ["lines", "red line"],
  ["framings", "framing"],
  ["BATNA", "no-deal value"],
])("%s is found at %s", (word, found) => {
  expect(findInGlossary(word)).toMatchObject({ found: true, entry: { word: found } });
});

test("a mistyped word finds one near it; nonsense none", () => {
  expect(findInGlossary("tresholds")).toEqual({ found: false, near: "threshold" });
  expect(findInGlossary("qqqqqq")).toEqual({ found: false, near: undefined });
});

test("no form stands for two words, and what is to be seen is there", () => {
  const forms = glossary.flatMap(({ word, also }) => [word, ...also]);
  expect(new Set(forms).size).toBe(forms.length);
  for (const { see } of glossary) {
    for (const word of see)
      expect(
        glossary.some((one) => one.word === word),
        word,
      ).toBe(true);
  }
});
