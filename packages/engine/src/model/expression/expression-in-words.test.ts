import { expect, it } from "vitest";
import { expressionInWords } from "./expression-in-words.ts";
import { parseExpression } from "./parse-expression.ts";
import type { ExpressionScope } from "./scope.ts";

const labels: Record<string, readonly string[]> = {
  missile_range: ["500 km", "2,000 km", "3,000 km"],
  enrichment: ["3.67 %", "20 %", "60 %"],
  cuts: ["9,000", "500", "none"],
  relief: ["no relief", "partial relief", "full relief"],
};
const scope: ExpressionScope = {
  issues: new Map([
    [
      "missile_range",
      {
        options: [
          { id: "r500", number: 500 },
          { id: "r2000", number: 2000 },
          { id: "r3000", number: 3000 },
        ],
        unit: "km",
        statusQuo: 1,
      },
    ],
    [
      "enrichment",
      {
        options: [
          { id: "e367", number: 3.67 },
          { id: "e20", number: 20 },
          { id: "e60", number: 60 },
        ],
        unit: "%",
        statusQuo: 2,
      },
    ],
    [
      "cuts",
      {
        options: [
          { id: "c9000", number: 9000 },
          { id: "c500", number: 500 },
          { id: "c0", number: 0 },
        ],
        statusQuo: 0,
      },
    ],
    ["relief", { options: [{ id: "none" }, { id: "partial" }, { id: "full" }], statusQuo: 0 }],
  ]),
  baskets: new Map([["missiles", ["missile_range"]]]),
  provisions: new Set(["date"]),
  flags: new Set(["iran_suspends"]),
};

it.each([
  ["missile_range <= r2000", "missile range at most 2,000 km"],
  ["missile_range < 2500", "missile range below 2,500 km"],
  ["missile_range > 2500 km", "missile range above 2,500 km"],
  ["missile_range != r2000", "missile range is not 2,000 km"],
  ["enrichment in (e20, e367)", "enrichment is 3.67 % or 20 %"],
  ["enrichment not in (e367, e20, e60)", "enrichment is neither 3.67 %, 20 % nor 60 %"],
  ["enrichment = 3.67", "enrichment is 3.67 %"],
  ["relief >= partial", "relief at least partial relief"],
  ["relief = status_quo", "relief is no relief"],
  ["cuts < c0", "cuts is 9,000 or 500"], // the numbers fall along the order: not "below none"
  ["cuts < c9000", "cuts is none of its options"],
  ["cuts <= 500", "cuts at most 500"],
  ["missiles is later", "placement of missiles is later talks"],
  ["missiles is not later", "placement of missiles is not later talks"],
  ["missiles in (none, separate)", "placement of missiles is separate talks or none talks"],
  ["with date", "with a date"],
  ["without date", "without a date"],
  ["not iran_suspends", "not (Iran suspends)"],
  ["with date and iran_suspends", "with a date and Iran suspends"],
  ["enrichment in (e20, e367) and with date", "enrichment is 3.67 % or 20 %, and with a date"],
  [
    "with date and (iran_suspends or missiles is later)",
    "with a date, and (Iran suspends or placement of missiles is later talks)",
  ],
])("%s → %s", (text, words) => {
  const result = parseExpression(text, scope);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const names = {
    issue: (id: string) => id.replaceAll("_", " "),
    option: (issue: string, place: number) => labels[issue][place],
    basket: (id: string) => id,
    placement: (placement: string) => `${placement} talks`,
    provision: (id: string) => `a ${id}`,
    flag: () => "Iran suspends",
  };
  expect(expressionInWords(result.expression, names)).toBe(words);
});
