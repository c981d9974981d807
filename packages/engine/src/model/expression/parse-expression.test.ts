import { describe, expect, it } from "vitest";
import type { Expression } from "./expression.ts";
import { expressionGrammar, reservedWords } from "./expression-grammar.ts";
import type { ExpressionProblem } from "./expression-problem.ts";
import { formatExpression } from "./format-expression.ts";
import { parseExpression } from "./parse-expression.ts";
import type { ExpressionScope } from "./scope.ts";

const scope: ExpressionScope = {
  issues: new Map([
    [
      "enrichment",
      {
        options: [
          { id: "zero", number: 0 },
          { id: "cap_367", number: 3.67 },
          { id: "cap_20", number: 20 },
          { id: "cap_60", number: 60 },
        ],
        unit: "%",
        statusQuo: 3,
      },
    ],
    [
      "missile_range",
      {
        options: [
          { id: "range_500", number: 500 },
          { id: "range_2000", number: 2000 },
          { id: "range_3000", number: 3000 },
        ],
        unit: "km",
        statusQuo: 1,
      },
    ],
    [
      "stock",
      { options: [{ id: "cap_300", number: 300 }, { id: "unlimited" }], unit: "kg U", statusQuo: -1 },
    ],
    ["relief", { options: [{ id: "none" }, { id: "partial" }, { id: "full" }], statusQuo: 0 }],
    [
      "warheads",
      {
        options: [
          { id: "few", number: 1 },
          { id: "many", number: 9 },
        ],
        statusQuo: 1,
      },
    ],
  ]),
  baskets: new Map([
    ["nuclear", ["enrichment", "stock"]],
    ["missiles", ["missile_range"]],
  ]),
  provisions: new Set(["date", "snapback"]),
  flags: new Set(["iran_suspends", "us_lifts"]),
};

function read(text: string): Expression {
  const result = parseExpression(text, scope);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.problems)}`);
  return result.expression;
}

function problems(text: string): readonly ExpressionProblem[] {
  const result = parseExpression(text, scope);
  return result.ok ? [] : result.problems;
}

/** What is wrong, as `code@marked text`. */
function marks(text: string): readonly string[] {
  return problems(text).map(({ code, start, end }) => `${code}@${text.slice(start, end)}`);
}

describe("comparisons", () => {
  it.each([
    ["missile_range < range_2000", [0]],
    ["missile_range <= range_2000", [0, 1]],
    ["missile_range > range_2000", [2]],
    ["missile_range >= range_2000", [1, 2]],
    ["missile_range = range_2000", [1]],
    ["missile_range != range_2000", [0, 2]],
    ["missile_range < 2500", [0, 1]],
    ["missile_range <= 2000 km", [0, 1]],
    ["missile_range<=2000km", [0, 1]],
    ["missile_range > -1", [0, 1, 2]],
    ["enrichment > 3.67 %", [2, 3]],
    ["enrichment > 3.67%", [2, 3]],
    ["enrichment = 2e1", [2]],
    ["enrichment != 20", [0, 1, 3]],
    ["enrichment < status_quo", [0, 1, 2]],
    ["enrichment in (cap_60, zero)", [0, 3]],
    ["enrichment NOT IN (cap_60, status_quo, zero)", [1, 2]],
    ["enrichment < zero", []],
    ["relief < full", [0, 1]],
    ["relief in (none)", [0]],
  ])("%s", (text, allowed) => {
    expect(read(text)).toMatchObject({ kind: "issue", allowed });
  });

  it("gives the unit of the issue, whether written or not", () => {
    expect(read("missile_range < 2500")).toEqual({
      kind: "issue",
      issue: "missile_range",
      allowed: [0, 1],
      test: { by: "number", comparison: "<", number: 2500, unit: "km" },
      text: "missile_range < 2500 km",
    });
  });

  it.each(["SWU/yr", "m-s", "kg (U)", "€", "°C", "in", "m^2", "a.b*c+d?"])("reads the unit %s", (unit) => {
    const own = {
      ...scope,
      issues: new Map([["amount", { options: [{ id: "some", number: 5 }], unit, statusQuo: 0 }]]),
    };
    expect(parseExpression(`amount <= 5 ${unit} and us_lifts`, own).ok).toBe(true);
    expect(parseExpression(`amount <= 5${unit}x`, own).ok).toBe(false);
  });

  it("takes an option called `status_quo` at its word", () => {
    const options = [{ id: "status_quo" }, { id: "more" }];
    const own = { ...scope, issues: new Map([["forces", { options, statusQuo: 1 }]]) };
    expect(parseExpression("forces = status_quo", own)).toMatchObject({
      ok: true,
      expression: { allowed: [0] },
    });
  });
});

describe("placements, provisions, flags", () => {
  it.each([
    ["missiles is later", { placements: ["later"], negated: false }],
    ["missiles is not later", { placements: ["together", "discussed", "separate", "none"], negated: true }],
    ["missiles in (later, separate)", { placements: ["separate", "later"], negated: false }],
    ["missiles not in (none, later)", { placements: ["together", "discussed", "separate"], negated: true }],
  ])("%s", (text, rest) => {
    expect(read(text)).toEqual({ kind: "placement", basket: "missiles", ...rest });
  });
  it("with, without, and a flag", () => {
    expect(read("with date")).toEqual({ kind: "provision", id: "date" });
    expect(read("without date")).toEqual({ kind: "not", operand: { kind: "provision", id: "date" } });
    expect(read("iran_suspends")).toEqual({ kind: "flag", id: "iran_suspends" });
  });
  it("an id of both an issue and a basket goes by what follows", () => {
    const both = { ...scope, baskets: new Map([["relief", ["relief"]]]) };
    const kind = (text: string) => {
      const result = parseExpression(text, both);
      return result.ok && result.expression.kind;
    };
    expect(["relief = full", "relief is later", "relief in (full)", "relief in (later)"].map(kind)).toEqual([
      "issue",
      "placement",
      "issue",
      "placement",
    ]);
  });
});

describe("and, or, not", () => {
  it.each([
    // `and` before `or`, `not` before both; needless parentheses go
    ["iran_suspends or us_lifts AND with date", "iran_suspends or us_lifts and with date"],
    ["(iran_suspends or us_lifts) and with date", "(iran_suspends or us_lifts) and with date"],
    ["((iran_suspends) and (us_lifts and with date))", "iran_suspends and us_lifts and with date"],
    ["not iran_suspends and us_lifts", "not iran_suspends and us_lifts"],
    ["Not (iran_suspends And us_lifts)", "not (iran_suspends and us_lifts)"],
    ["not with date", "without date"],
    ["not not iran_suspends", "not not iran_suspends"],
    ["not missile_range<range_2000", "not missile_range < range_2000"],
    ["missiles not in ( later,none )", "missiles not in (later, none)"],
  ])("%s → %s", (text, canonical) => {
    expect(formatExpression(read(text))).toBe(canonical);
  });
  it("`and` binds closer than `or`", () => {
    expect(read("iran_suspends or us_lifts and with date")).toMatchObject({
      kind: "or",
      operands: [{ kind: "flag" }, { kind: "and" }],
    });
  });
});

describe("grammar for the documentation", () => {
  it.each(expressionGrammar.map(({ example }) => example))("example: %s", (example) => {
    expect(problems(example)).toEqual([]);
  });
  it.each(reservedWords)("no name can be `%s`", (word) => {
    const flags = new Set([word]);
    expect(parseExpression(word.toUpperCase(), { ...scope, flags }).ok).toBe(false);
  });
});

describe("problems, and the text that they mark", () => {
  it.each<[string, readonly string[]]>([
    ["", ["empty@"]],
    ["  ", ["empty@"]],
    ["enrichmnt < cap_20", ["unknown-name@enrichmnt"]],
    ["enrichment < cap_30", ["unknown-option@cap_30"]],
    ["stock = cap_20", ["option-of-another-issue@cap_20"]],
    ["enrichment = stock", ["unknown-option@stock"]],
    ["relief < 20", ["option-without-number@20"]],
    ["stock < 20", ["option-without-number@20"]],
    ["enrichment = 21", ["number-of-no-option@21"]],
    ["enrichment < 1e999", ["number-not-finite@1e999"]],
    ["stock = status_quo", ["no-status-quo@status_quo"]],
    ["missile_range < 2000 kg", ["wrong-unit@kg"]],
    ["missile_range < 2000 m/s", ["wrong-unit@m/s"]],
    ["missile_range < 2000 kmh", ["wrong-unit@kmh"]],
    ["warheads < 3 kg and us_lifts", ["wrong-unit@kg"]],
    ["missile_range < 2,000 km", ["comma-in-number@2,000"]],
    ["missile_range < 1,002,000 km or x", ["comma-in-number@1,002,000", "unknown-name@x"]],
    ["missiles < later", ["basket-compared@missiles <"]],
    ["missiles = later", ["basket-compared@missiles ="]],
    ["enrichment is cap_20", ["issue-placed@enrichment is"]],
    ["missiles is latter", ["unknown-placement@latter"]],
    ["missiles in (later, cap_20, sepa)", ["unknown-placement@cap_20", "unknown-placement@sepa"]],
    ["missiles is in (later)", ["is-before-in@is"]],
    ["with", ["missing-operand@"]],
    ["with and us_lifts", ["missing-operand@and"]],
    ["without dat", ["unknown-name@dat"]],
    ["enrichment == cap_20", ["foreign-operator@=="]],
    [
      "us_lifts && !iran_suspends || us_lifts",
      ["foreign-operator@&&", "foreign-operator@!", "foreign-operator@||"],
    ],
    ["enrichment ≤ cap_30", ["foreign-operator@≤", "unknown-option@cap_30"]],
    ["(us_lifts", ["unclosed-parenthesis@("]],
    ["us_lifts)", ["unopened-parenthesis@)"]],
    ["us_lifts) and enrichmnt = 3", ["unopened-parenthesis@)", "unknown-name@enrichmnt"]],
    ["us_lifts))", ["unopened-parenthesis@)", "unopened-parenthesis@)"]],
    ["()", ["missing-operand@)"]],
    ["us_lifts and", ["missing-operand@"]],
    ["or us_lifts", ["missing-operand@or"]],
    ["enrichment <", ["missing-operand@"]],
    ["enrichment < and us_lift", ["missing-operand@and", "unknown-name@us_lift"]],
    ["< cap_20", ["missing-operand@<"]],
    ["20 < enrichment", ["number-first@20"]],
    ["3 < enrichment and us_lift", ["number-first@3", "unknown-name@us_lift"]],
    ["zero < cap_20 < 3", ["unknown-name@zero", "chained-comparison@<"]],
    ["enrichment", ["missing-comparison@enrichment"]],
    ["missiles", ["missing-comparison@missiles"]],
    ["cap_20", ["unknown-name@cap_20"]],
    ["enrichment not = cap_20", ["misplaced-not@not"]],
    ["us_lifts iran_suspends", ["missing-joint@iran_suspends"]],
    ["us_lifts, iran_suspends", ["missing-joint@,"]],
    ["enrichment in cap_20", ["missing-list@cap_20"]],
    ["enrichment in ()", ["missing-operand@)"]],
    ["enrichment in (cap_20,)", ["missing-operand@)"]],
    ["enrichment in (cap_20 or zero) and us_lift", ["missing-comma@or", "unknown-name@us_lift"]],
    ["enrichment in (cap_20", ["unclosed-parenthesis@("]],
    ["enrichment in (20, zero)", ["number-in-list@20"]],
    ['enrichment = "cap_20"', ['missing-operand@"cap_20"']],
    ["enrichment.status_quo", ["missing-comparison@enrichment"]],
    ["$ and us_lift", ["unexpected@$", "unknown-name@us_lift"]],
    ["😀 and us_lift", ["unexpected@😀", "unknown-name@us_lift"]],
    ["__proto__ = constructor", ["unexpected@_"]],
    ["constructor = toString", ["unknown-name@constructor"]],
    [
      "(enrichmnt < cap_20 or missile_range < cap_20) and missiles is latter and with dat",
      [
        "unknown-name@enrichmnt",
        "option-of-another-issue@cap_20",
        "unknown-placement@latter",
        "unknown-name@dat",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it.each([
    ["enrichmnt < cap_20", "there is no issue `enrichmnt`", "did you mean `enrichment`?"],
    ["stock = cap_20", "`cap_20` is an option of enrichment, not of stock", "did you mean `cap_300`?"],
    [
      "relief < 20",
      "relief cannot be compared with a number: its options have no number",
      "compare with an option, for example `relief < none`, or give every option a number",
    ],
    [
      "stock < 20",
      "stock cannot be compared with a number: unlimited has no number",
      "compare with an option, for example `stock < cap_300`, or give every option a number",
    ],
    ["enrichment == cap_20", "`==` is not used here", "use `=`"],
    [
      "enrichment = cap_20 or cap_60",
      "there is no name `cap_60`",
      "`cap_60` is an option of enrichment: write `enrichment = cap_60`",
    ],
    ["with date and snapback", "there is no name `snapback`; it is a provision", "write `with snapback`"],
    [
      "missiles < later",
      "`missiles` is a basket, and placements have no order: `<` compares issues",
      "use `is` or `in`: `missiles is later`",
    ],
    ["enrichment in (20)", "a list takes options, not numbers such as 20", "write `cap_20`"],
    ["missile_range < 2000 kg", "`kg` is not the unit of missile_range", "write `2000 km`"],
    ["missile_range < 2,000", "`2,000` has a comma in it", "write `2000`, or with a decimal point `2.000`"],
  ])("%s: %s", (text, message, hint) => {
    expect(problems(text)).toMatchObject([{ message, hint }]);
  });
});

describe("limits", () => {
  it("4,000 characters", () => {
    const fits = `us_lifts${" ".repeat(3_992)}`;
    expect(problems(fits)).toEqual([]);
    expect(problems(`${fits} `)).toMatchObject([{ code: "too-long", start: 4_000, end: 4_001 }]);
  });
  it("100 levels of parentheses and `not`", () => {
    expect(problems(`${"(".repeat(100)}us_lifts${")".repeat(100)}`)).toEqual([]);
    expect(problems(`${"(".repeat(101)}us_lifts${")".repeat(101)}`)).toMatchObject([
      { code: "too-deep", start: 100, end: 101 },
    ]);
    expect(problems(`${"not ".repeat(101)}us_lifts`)).toMatchObject([
      { code: "too-deep", start: 400, end: 403 },
    ]);
    expect(problems("(".repeat(4_000))).toMatchObject([{ code: "too-deep" }]);
    expect(problems("!".repeat(4_000)).length).toBeGreaterThan(0);
  });
});
