import { describe, expect, it } from "vitest";
import { basketsNamed, flagsNamed, issuesNamed, provisionsNamed } from "./atoms-of.ts";
import { constantValue } from "./constant-value.ts";
import type { Expression } from "./expression.ts";
import { expressionTable } from "./expression-table.ts";
import { parseExpression } from "./parse-expression.ts";
import type { ExpressionScope } from "./scope.ts";

const three = { options: [{ id: "low" }, { id: "mid" }, { id: "high" }], statusQuo: 0 };
const two = { options: [{ id: "no" }, { id: "yes" }], statusQuo: 0 };
const scope: ExpressionScope = {
  issues: new Map<string, typeof three>([
    ["a", three],
    ["b", two],
    ["c", two],
  ]),
  baskets: new Map([["x", ["a"]]]),
  provisions: new Set(["date"]),
  flags: new Set(["flag"]),
};
const sizes = (issue: string) => scope.issues.get(issue)!.options.length;
const order = (issue: string) => [...scope.issues.keys()].indexOf(issue);

function read(text: string): Expression {
  const result = parseExpression(text, scope);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.expression;
}

describe("names", () => {
  it("each once, in order of first mention", () => {
    const expression = read("b = yes or not (a = low and b = no) and x is later and with date or flag");
    expect(issuesNamed(expression)).toEqual(["b", "a"]);
    expect(basketsNamed(expression)).toEqual(["x"]);
    expect(provisionsNamed(expression)).toEqual(["date"]);
    expect(flagsNamed(expression)).toEqual(["flag"]);
  });
});

describe("constantValue", () => {
  it.each([
    ["a < low", false],
    ["a <= high", true],
    ["a = low", undefined],
    ["a = low or a > low", true],
    ["a = low and b = yes and a = high", false],
    ["x is later or x is not later", true],
    ["x in (together, discussed, separate, later, none)", true],
    ["with date or without date", true],
    ["flag and not flag", false],
    ["x is later and with date", undefined],
  ])("%s: %s", (text, value) => {
    expect(constantValue(read(text), sizes)).toBe(value);
  });
  it("tries options that make no difference once", () => {
    const issues = new Map(
      Array.from({ length: 12 }, (_, at) => [
        `i${at}`,
        { options: Array.from({ length: 50 }, (_, o) => ({ id: `o${o}` })), statusQuo: 0 },
      ]),
    );
    const text = `${[...issues.keys()].map((id) => `${id} < o20`).join(" or ")} or i0 >= o20`;
    const result = parseExpression(text, { ...scope, issues });
    expect(result.ok && constantValue(result.expression, () => 50)).toBe(true); // 50^12 outcomes
  });
  it("does not try more than a million worlds", () => {
    const flags = Array.from({ length: 25 }, (_, at) => ({ kind: "flag", id: `f${at}` }) as const);
    const never: Expression = { kind: "and", operands: [...flags, { kind: "not", operand: flags[0] }] };
    expect(constantValue(never, sizes)).toBeUndefined();
  });
});

describe("expressionTable", () => {
  const world = { placement: () => "later" as const, provision: () => true, flag: () => false };
  const table = (text: string) => {
    const { scope: positions, mask } = expressionTable(read(text), order, sizes, world);
    return { positions, mask: mask.join("") };
  };
  it.each([
    ["a > low", [0], "011"],
    ["c = yes and a = mid", [0, 2], "000100"], // a slowest: low-no low-yes mid-no mid-yes high-no high-yes
    ["b = yes or c = yes", [1, 2], "0111"],
    ["b = yes and x is later", [1], "01"],
    ["b = yes and (flag or without date)", [1], "00"],
    ["x is later", [], "1"],
  ])("%s", (text, positions, mask) => {
    expect(table(text)).toEqual({ positions, mask });
  });
  it("refuses a table that would not fit", () => {
    expect(() => expressionTable(read("a = low or b = no"), order, () => 2 ** 20, world)).toThrow(
      "over a, b",
    );
  });
});
