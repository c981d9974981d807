import { describe, expect, it } from "vitest";
import { didYouMean, editDistance } from "./did-you-mean.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["kitten", "sitting", 3],
    ["range", "", 5],
    ["stokc", "stock", 1],
    ["ca", "abc", 3], // restricted form; 2 if letters could be edited twice
  ])("%s → %s: %i", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });
});

describe("didYouMean", () => {
  const ids = ["enrichment", "stock", "missile_range", "missile_stock", "us"];
  it.each([
    ["enrichmnet", "enrichment"],
    ["Stock", "stock"],
    ["missileRange", "missile_range"],
    ["missile-rnage", "missile_range"],
    ["enrich", "enrichment"],
    ["missile", undefined], // begins two of them
    ["is", undefined],
    ["relief", undefined],
    ["", undefined],
  ])("%s → %s", (word, expected) => {
    expect(didYouMean(word, ids)).toBe(expected);
  });
  it("takes the first of equally near candidates", () => {
    expect(didYouMean("cap_30", ["cap_10", "cap_20"])).toBe("cap_10");
  });
});
