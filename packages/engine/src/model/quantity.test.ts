import { describe, expect, it } from "vitest";
import { readQuantity } from "./quantity.ts";

describe("readQuantity", () => {
  it("reads what is written out", () => {
    expect(readQuantity("assay", "3.67 %")).toEqual({
      ok: true,
      quantity: { kind: "assay", fraction: expect.closeTo(0.0367, 12) as number },
    });
    expect(readQuantity("mass", "300 kg UF6 @ 3.67 %")).toMatchObject({
      quantity: { kilograms: 300, form: "UF6" },
    });
    expect(readQuantity("mass", "202.8 kgU @ 3.67%")).toMatchObject({
      quantity: { kilograms: 202.8, form: "U" },
    });
    expect(readQuantity("mass", "1.5 t U @ 0.711 %")).toMatchObject({ quantity: { kilograms: 1500 } });
    expect(readQuantity("capacity", "4500 SWU/year")).toEqual({
      ok: true,
      quantity: { kind: "capacity", swuPerYear: 4500 },
    });
    expect(readQuantity("capacity", "100 SWU/month")).toMatchObject({ quantity: { swuPerYear: 1200 } });
  });

  it.each([
    ["assay", "60", /never guessed/],
    ["assay", "0.6 of all", /such as `3.67 %`/],
    ["assay", "100 %", /below 100 %/],
    ["assay", "0 %", /above 0 %/],
    ["assay", "3,67 %", /point for decimals/],
    ["mass", "300 kg @ 3.67 %", /what is weighed/],
    ["mass", "300 kgU", /how enriched/],
    ["mass", "300 lb U @ 3 %", /such as/],
    ["capacity", "4500 SWU", /SWU\/year/],
    ["capacity", "4,500 SWU/year", /without commas/],
    ["capacity", "", /such as/],
  ] as const)("never guesses: %s %s", (kind, text, says) => {
    const read = readQuantity(kind, text);
    expect(read.ok ? "" : `${read.message} ${read.hint}`).toMatch(says);
  });
});
