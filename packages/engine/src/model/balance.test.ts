import { expect, it } from "vitest";
import { balanceOf } from "./balance.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, new TextEncoder().encode(text)]),
);

it("counts what a case puts on each party", () => {
  const read = readCase({ path: "case.yaml", caseText: starterCase(), sources });
  const balance = balanceOf(read.ok ? read.value : (undefined as never));
  // Northland refuses the border together; Southland resists it at none. Firmness: likely is 0.55 to 0.8, very likely 0.8 to 0.95.
  expect(balance).toEqual([
    {
      party: "north",
      label: "Northland",
      role: "principal",
      lines: 1,
      claims: 1,
      meanFirmness: expect.closeTo(0.675) as number,
      dutiesAsked: 2,
      movesAsked: 1,
    },
    {
      party: "south",
      label: "Southland",
      role: "principal",
      lines: 1,
      claims: 0,
      meanFirmness: expect.closeTo(0.875) as number,
      dutiesAsked: 1,
      movesAsked: 1,
    },
    {
      party: "delta",
      label: "Delta Cities",
      role: "concerned",
      lines: 0,
      claims: 0,
      meanFirmness: null,
      dutiesAsked: 0,
      movesAsked: 0,
    },
  ]);
});
