import { describe, expect, it } from "vitest";
import { anchorQuotation, standsInQuotationMarks } from "./quotation.ts";

const text = "😀 He said it is “not on the table”. It is not\non the table, they said.";

describe("anchorQuotation", () => {
  it("finds exact words, in UTF-16 units", () => {
    expect(anchorQuotation(text, { exact: "not on the table" })).toEqual({
      kind: "found",
      start: 18,
      end: 34,
      count: 1,
    });
    expect(text.slice(18, 34)).toBe("not on the table");
  });

  it("tells repeated words apart by what stands around them, or by their offset", () => {
    expect(anchorQuotation(text, { exact: "said" })).toMatchObject({ kind: "found", start: 6, count: 2 });
    expect(anchorQuotation(text, { exact: "said", prefix: "they " })).toMatchObject({
      kind: "found",
      start: 66,
      count: 1,
    });
    expect(anchorQuotation(text, { exact: "said", suffix: " it" })).toMatchObject({ start: 6, count: 1 });
    expect(anchorQuotation(text, { exact: "said", start: 66, end: 70 })).toMatchObject({
      kind: "found",
      start: 66,
    });
    expect(anchorQuotation(text, { exact: "said", start: 65 })).toEqual({
      kind: "elsewhere",
      start: 6,
      end: 10,
    });
    expect(anchorQuotation(text, { exact: "said", start: 66, end: 71 })).toMatchObject({ kind: "elsewhere" });
    expect(anchorQuotation(text, { exact: "said", prefix: "we " })).toEqual({
      kind: "out-of-context",
      count: 2,
    });
  });

  it("normalises nothing, but says what differs", () => {
    expect(anchorQuotation(text, { exact: "It is not on the table" })).toEqual({
      kind: "nearly",
      actual: "It is not\non the table",
      differs: "white space",
    });
    expect(anchorQuotation(text, { exact: 'is "not on' })).toEqual({
      kind: "nearly",
      actual: "is “not on",
      differs: "quotation marks",
    });
    expect(anchorQuotation(text, { exact: "he SAID" })).toEqual({
      kind: "nearly",
      actual: "He said",
      differs: "letter case",
    });
    expect(anchorQuotation(text, { exact: "never (on) the table" })).toEqual({ kind: "absent" });
    expect(anchorQuotation(text, { exact: "  " })).toEqual({ kind: "absent" });
  });
});

describe("standsInQuotationMarks", () => {
  it("looks within the paragraph", () => {
    expect(standsInQuotationMarks(text, 18, 34)).toBe(true);
    expect(standsInQuotationMarks(text, 66, 70)).toBe(false);
    const straight = 'One "two" three "four".\n\nFive "six';
    expect(standsInQuotationMarks(straight, 5, 8)).toBe(true);
    expect(standsInQuotationMarks(straight, 10, 15)).toBe(false);
    expect(standsInQuotationMarks(straight, straight.indexOf("six"), straight.length)).toBe(false);
  });
});
