import { expect, test } from "vitest";
import { givenInWords } from "./given-in-words.ts";

test.each([
  [{ kind: "number", value: 0.1 + 0.2 }, "0.3"],
  [{ kind: "number", value: -5 }, "−5"],
  [{ kind: "range", low: 1, mode: 2.5, high: 4, shape: "triangular" }, "1 to 4, most plausibly 2.5"],
  [{ kind: "range", low: 2, mode: 2, high: 2, shape: "pert" }, "2"],
  [{ kind: "word", word: "resists", low: 0.1, high: 0.4 }, "resists (0.1 to 0.4)"],
] as const)("%j", (given, words) => {
  expect(givenInWords(given)).toBe(words);
});
