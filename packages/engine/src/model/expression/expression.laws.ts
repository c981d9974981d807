import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Placement, placements } from "../placement.ts";
import { issuesNamed } from "./atoms-of.ts";
import { constantValue } from "./constant-value.ts";
import { evaluateExpression } from "./evaluate-expression.ts";
import type { Expression } from "./expression.ts";
import { expressionTable } from "./expression-table.ts";
import { formatExpression } from "./format-expression.ts";
import { parseExpression } from "./parse-expression.ts";
import type { ExpressionScope } from "./scope.ts";

const numbers: Record<string, readonly number[]> = {
  alpha: [0, 3.67, 20, 60],
  beta: [9, -4, 1e21],
  gamma: [1, 2],
};
const issueIds = Object.keys(numbers);
const scope: ExpressionScope = {
  issues: new Map(
    issueIds.map((id) => [
      id,
      {
        options: numbers[id].map((number, at) => ({ id: `o${at}`, number })),
        unit: id === "beta" ? undefined : "kg U",
        statusQuo: 1,
      },
    ]),
  ),
  baskets: new Map([
    ["near", ["alpha"]],
    ["far", ["beta", "gamma"]],
  ]),
  provisions: new Set(["date", "sunset"]),
  flags: new Set(["yes", "no"]),
};
const sizes = (issue: string) => numbers[issue].length;

interface World {
  readonly issues: Readonly<Record<string, number>>;
  readonly near: Placement;
  readonly far: Placement;
  readonly date: boolean;
  readonly sunset: boolean;
  readonly yes: boolean;
  readonly no: boolean;
}

/** The reference: text together with its meaning, made without the parser, the syntax tree or the evaluator. */
interface Sample {
  readonly text: string;
  readonly holds: (world: World) => boolean;
}

const compare: Record<string, (left: number, right: number) => boolean> = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const anyIssue = fc.constantFrom(...issueIds);
const sign = fc.constantFrom(...Object.keys(compare));
const anyCase = (word: string) =>
  fc.constantFrom(word, word.toUpperCase(), word[0].toUpperCase() + word.slice(1));

const withOption: fc.Arbitrary<Sample> = fc
  .record({ issue: anyIssue, sign, option: fc.nat(), statusQuo: fc.boolean() })
  .map(({ issue, sign, option, statusQuo }) => {
    const place = statusQuo ? 1 : option % sizes(issue);
    const text = `${issue} ${sign} ${statusQuo ? "status_quo" : `o${place}`}`;
    return { text, holds: ({ issues }) => compare[sign](issues[issue], place) };
  });

const withNumber: fc.Arbitrary<Sample> = fc
  .record({
    issue: anyIssue,
    sign,
    option: fc.nat(),
    free: fc.double({ noNaN: true, noDefaultInfinity: true }),
    unit: fc.constantFrom("", "kg U", " kg  U"),
  })
  .map(({ issue, sign, option, free, unit }) => {
    const number = sign === "=" || sign === "!=" ? numbers[issue][option % sizes(issue)] : free;
    const text = `${issue}${sign}${number}${issue === "beta" ? "" : unit}`;
    return { text, holds: ({ issues }) => compare[sign](numbers[issue][issues[issue]], number) };
  });

const inList: fc.Arbitrary<Sample> = fc
  .record({
    issue: anyIssue,
    options: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    negated: fc.boolean(),
    word: anyCase("in"),
  })
  .map(({ issue, options, negated, word }) => {
    const listed = options.map((option) => option % sizes(issue));
    const text = `${issue} ${negated ? "not " : ""}${word}(${listed.map((option) => `o${option}`).join(" , ")})`;
    return { text, holds: ({ issues }) => listed.includes(issues[issue]) !== negated };
  });

const placed: fc.Arbitrary<Sample> = fc
  .record({
    basket: fc.constantFrom("near" as const, "far" as const),
    listed: fc.array(fc.constantFrom(...placements), { minLength: 1, maxLength: 6 }),
    negated: fc.boolean(),
  })
  .map(({ basket, listed, negated }) => {
    const not = negated ? "not " : "";
    const text =
      listed.length === 1 ? `${basket} is ${not}${listed[0]}` : `${basket} ${not}in (${listed.join(",")})`;
    return { text, holds: (world) => listed.includes(world[basket]) !== negated };
  });

const provision: fc.Arbitrary<Sample> = fc
  .record({
    id: fc.constantFrom("date" as const, "sunset" as const),
    word: anyCase("with"),
    without: fc.boolean(),
  })
  .map(({ id, word, without }) => ({
    text: `${word}${without ? "out" : ""} ${id}`,
    holds: (world) => world[id] !== without,
  }));

const flag: fc.Arbitrary<Sample> = fc
  .constantFrom("yes" as const, "no" as const)
  .map((id) => ({ text: id, holds: (world) => world[id] }));

const { sample } = fc.letrec<{ sample: Sample; and: Sample; or: Sample; not: Sample; atom: Sample }>(
  (tie) => ({
    sample: fc.oneof({ maxDepth: 5, depthSize: "small" }, tie("atom"), tie("and"), tie("or"), tie("not")),
    atom: fc.oneof(withOption, withNumber, inList, placed, provision, flag),
    // Every operand in parentheses, so that the reference needs no precedence of its own.
    and: fc.tuple(tie("sample"), tie("sample"), anyCase("and")).map(([a, b, word]) => ({
      text: `(${a.text}) ${word} (${b.text})`,
      holds: (world) => a.holds(world) && b.holds(world),
    })),
    or: fc.tuple(tie("sample"), tie("sample"), anyCase("or")).map(([a, b, word]) => ({
      text: `(${a.text})${word} (${b.text})`,
      holds: (world) => a.holds(world) || b.holds(world),
    })),
    not: fc
      .tuple(tie("sample"), anyCase("not"))
      .map(([a, word]) => ({ text: `${word}(${a.text})`, holds: (world) => !a.holds(world) })),
  }),
);

const world: fc.Arbitrary<World> = fc.record({
  issues: fc.record(Object.fromEntries(issueIds.map((id) => [id, fc.nat({ max: sizes(id) - 1 })]))),
  near: fc.constantFrom(...placements),
  far: fc.constantFrom(...placements),
  date: fc.boolean(),
  sunset: fc.boolean(),
  yes: fc.boolean(),
  no: fc.boolean(),
});

function read(text: string): Expression {
  const result = parseExpression(text, scope);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.problems)}`);
  return result.expression;
}

function worldOf(now: World) {
  return {
    option: (id: string) => now.issues[id],
    placement: (id: string) => now[id as "near" | "far"],
    provision: (id: string) => now[id as "date" | "sunset"],
    flag: (id: string) => now[id as "yes" | "no"],
  };
}

const short = sample.filter(({ text }) => text.length <= 2_000);

describe("laws of expressions", () => {
  it("the value is what the words mean", () => {
    fc.assert(
      fc.property(short, fc.array(world, { minLength: 5, maxLength: 20 }), ({ text, holds }, worlds) => {
        const expression = read(text);
        for (const now of worlds) expect(evaluateExpression(expression, worldOf(now))).toBe(holds(now));
      }),
      { numRuns: 500 },
    );
  });

  it("canonical text, parsed, is the same expression; and is its own canonical text", () => {
    fc.assert(
      fc.property(short, ({ text }) => {
        const expression = read(text);
        const canonical = formatExpression(expression);
        expect(read(canonical)).toEqual(expression);
        expect(formatExpression(read(canonical))).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });

  it("survives JSON", () => {
    fc.assert(
      fc.property(short, ({ text }) => {
        const expression = read(text);
        expect(JSON.parse(JSON.stringify(expression))).toEqual(expression);
      }),
    );
  });

  it("the table holds the value of every combination, last issue fastest", () => {
    fc.assert(
      fc.property(
        short,
        world,
        fc.shuffledSubarray(issueIds, { minLength: issueIds.length }),
        ({ text, holds }, now, order) => {
          const expression = read(text);
          const table = expressionTable(expression, (id) => 10 * order.indexOf(id), sizes, worldOf(now));
          const named = order.filter((id) => issuesNamed(expression).includes(id));
          expect(table.scope).toEqual(named.map((id) => 10 * order.indexOf(id)));
          let cell = 0;
          (function fill(at: number, issues: Record<string, number>) {
            if (at === named.length) expect(table.mask[cell++]).toBe(holds({ ...now, issues }) ? 1 : 0);
            else
              for (let option = 0; option < sizes(named[at]); option++)
                fill(at + 1, { ...issues, [named[at]]: option });
          })(0, now.issues);
          expect(table.mask.length).toBe(cell);
        },
      ),
    );
  });

  it("a constant value is the value everywhere, and no constant means that both occur", () => {
    const everywhere: World[] = [];
    for (let at = 0; at < 4 * 3 * 2 * 5 * 5 * 16; at++) {
      let rest = at;
      const digit = (base: number) => {
        const value = rest % base;
        rest = Math.floor(rest / base);
        return value;
      };
      const issues = Object.fromEntries(issueIds.map((id) => [id, digit(sizes(id))]));
      const [near, far] = [placements[digit(5)], placements[digit(5)]];
      everywhere.push({
        issues,
        near,
        far,
        date: digit(2) === 1,
        sunset: digit(2) === 1,
        yes: digit(2) === 1,
        no: digit(2) === 1,
      });
    }
    fc.assert(
      fc.property(short, ({ text, holds }) => {
        const [some, all] = [everywhere.some(holds), everywhere.every(holds)];
        expect(constantValue(read(text), sizes)).toBe(all ? true : some ? undefined : false);
      }),
    );
  });
});

describe("laws of problems", () => {
  const vocabulary = [
    ...[
      "alpha",
      "beta",
      "o1",
      "o9",
      "status_quo",
      "near",
      "later",
      "date",
      "yes",
      "alhpa",
      "kg U",
      "%",
      "3.67",
      "-1",
      "2,000",
      "1e999",
    ],
    ...[
      "and",
      "or",
      "not",
      "in",
      "is",
      "with",
      "without",
      "(",
      ")",
      ",",
      "=",
      "==",
      "<",
      "!",
      "&&",
      "||",
      "≤",
      "'",
      '"',
      ".",
      "😀",
      "\ud800",
      "__proto__",
    ],
  ];
  const soup = fc
    .array(fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom("", " ", " ", "\n")), { maxLength: 60 })
    .map((pieces) => pieces.flat().join(""));
  const garbage = fc.oneof(
    soup,
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    short.chain(({ text }) =>
      fc
        .tuple(fc.nat({ max: text.length }), fc.nat({ max: 5 }), soup)
        .map(([at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone)),
    ),
  );

  it("any text is read or refused, with problems inside it and in order", () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const result = parseExpression(text, scope);
        if (result.ok) {
          expect(read(formatExpression(result.expression))).toEqual(result.expression);
          return;
        }
        expect(result.problems.length).toBeGreaterThan(0);
        let before = 0;
        for (const { start, end, code, message, hint } of result.problems) {
          expect(before <= start && start <= end && end <= text.length).toBe(true);
          for (const said of [code, message, hint]) expect(said).not.toBe("");
          before = start;
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
