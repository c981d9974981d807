import { expect, it } from "vitest";
import { loadedWordsIn } from "./loaded-words.ts";

const words = (text: string, more: readonly string[] = []) =>
  loadedWordsIn(text, more).map(({ word, offset }) => `${word}@${offset}`);

it("finds words that take a side, whole and in any letter case", () => {
  expect(words("A rogue Regime makes concessions")).toEqual(["rogue@2", "Regime@8", "concessions@21"]);
  expect(words("roguelike, aggressively, evils")).toEqual([]);
});

it("leaves terms of art and quotations alone", () => {
  expect(words("the sanctions regime and the Missile Technology Control Regime")).toEqual([]);
  expect(words('called “a rogue state” and "evil" by others')).toEqual([]);
});

it("takes a case's own words as they are written", () => {
  expect(words("pirates. and Pirate's (x)", ["pirates.", "(x)"])).toEqual(["pirates.@0", "(x)@22"]);
});
