import { describe, expect, test } from "vitest";
import { centralReading } from "../../analysis/central-reading.ts";
import { worthOfOutcome } from "../../analysis/worth-of-outcome.ts";
import { readCase } from "../../model/read-case.ts";
import { readGenius } from "../genius/genius.ts";
import { asBytes, ferryNegmas, fieldGenius } from "../small-domains.oracle.ts";
import { readNegmas, writeNegmas } from "./negmas.ts";

type Texts = Readonly<Record<string, string>>;

function imported(texts: Texts) {
  const read = readNegmas(asBytes(texts));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return {
    ...checkedCase(read.value.caseText),
    text: read.value.caseText,
    problems: read.problems,
    notes: read.value.notes,
  };
}

function checkedCase(caseText: string) {
  const checked = readCase({ path: "case.yaml", caseText, sources: {} });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { reading } = centralReading(checked.value);
  const worth = (p: number, outcome: number[]) =>
    worthOfOutcome({ additive: reading.worth[p], interactions: reading.interactions[p] }, outcome);
  return { subject: checked.value, worth, noDeal: reading.noDeal };
}

const codes = (texts: Texts) =>
  readNegmas(asBytes(texts))
    .problems.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
const changed = (file: string, from: string, to: string): Texts => {
  expect(ferryNegmas[file]).toContain(from);
  return { ...ferryNegmas, [file]: ferryNegmas[file].replace(from, to) };
};

test("functions are computed on the option itself, on the file's own scale", () => {
  const { worth } = imported(ferryNegmas);
  expect([0, 1, 2].map((o) => worth(0, [o, 0]))).toEqual([65, 80, 95].map((v) => expect.closeTo(v, 10)));
  expect([0, 1, 2].map((o) => worth(1, [o, 1]))).toEqual([87.5, 75, 62.5]);
});

test("a discounted function has the reservation value of the one inside it", () => {
  const { noDeal, notes } = imported(ferryNegmas);
  expect(noDeal[0]).toBe(40);
  expect(notes.join(" ")).toContain("island: discount factor 0.8");
});

test("no reservation value: every outcome is acceptable, so the least possible one", () => {
  const { noDeal, notes } = imported(ferryNegmas);
  expect(noDeal[1]).toBe(0.5 * 25 + 0.5 * 12.5);
  expect(notes.join(" ")).toContain("every outcome is acceptable");
});

test("a reservation value on another scale than the utilities is pointed out", () => {
  const texts = changed("island.yml", "free: 1.0, paid: 0.25", "free: 100, paid: 25");
  expect(imported(texts).problems).toMatchObject([
    { severity: "warning", code: "doubtful-scale", file: "island.yml" },
  ]);
});

test("survives a round trip", () => {
  const { subject, text } = imported(ferryNegmas);
  const written = writeNegmas(subject);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  expect(imported(written.value).text).toBe(text);
});

test("hyper-rectangles go there and back", () => {
  const field = readGenius(asBytes(fieldGenius));
  if (!field.ok) throw new Error(JSON.stringify(field.problems));
  const { subject, worth } = checkedCase(field.value.caseText);
  const written = writeNegmas(subject);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  const again = imported(written.value);
  for (let x = 0; x < 5; x++)
    for (let y = 0; y < 3; y++)
      for (const p of [0, 1]) expect(again.worth(p, [x, y])).toBeCloseTo(worth(p, [x, y]), 10);
});

describe("what is wrong is listed, with its place", () => {
  test("a value is missing", () => {
    const { problems } = readNegmas(asBytes(changed("shore.yml", "paid: 1, ", "")));
    expect(problems).toMatchObject([
      {
        code: "no-evaluation",
        file: "shore.yml",
        line: 6,
        path: "issue fare",
        message: 'issue "fare": option "paid" has no value',
      },
    ]);
  });

  test.each([
    ["not YAML", changed("shore.yml", "values:", "values: ["), "not-yaml"],
    [
      "anchors within anchors",
      changed("shore.yml", "name: shore", `name: shore\nx: &a [1]\ny: [${"*a, ".repeat(200)}1]`),
      "too-many-aliases",
    ],
    ["deep", { ...ferryNegmas, "shore.yml": `x: ${"[".repeat(60)}${"]".repeat(60)}` }, "too-deep"],
    ["mis-encoded", { ...ferryNegmas, "shore.yml": "\u0000" }, "not-text"],
    ["ten million options", changed("ferry.yml", "[1, 3]", "[1, 10000000]"), "too-many"],
    [
      "one value function too few",
      changed("shore.yml", "- { mapping: { paid: 1, free: 0.125 }, type: TableFun }\n", ""),
      "not-matching",
    ],
    ["one weight too few", changed("shore.yml", "[0.5, 0.5]", "[0.5]"), "no-weight"],
    ["a function nobody can read", changed("shore.yml", "AffineFun", "LambdaFun"), "unsupported"],
    [
      "a line over words",
      changed("shore.yml", "mapping: { paid: 1, free: 0.125 }, type: TableFun", "slope: 1, type: LinearFun"),
      "no-evaluation",
    ],
    [
      "a mapping of whole outcomes",
      changed("shore.yml", "type: LinearAdditiveUtilityFunction", "type: MappingUtilityFunction"),
      "unsupported",
    ],
    ["a weight that is infinite", changed("shore.yml", "[0.5, 0.5]", "[0.5, .inf]"), "no-weight"],
    ["more than a case can hold", changed("shore.yml", "bias: 1.0", "bias: 1.0e+9"), "out-of-bounds"],
    [
      "no domain",
      { "island.yml": ferryNegmas["island.yml"], "shore.yml": ferryNegmas["shore.yml"] },
      "no-domain",
    ],
    [
      "one function only",
      { "ferry.yml": ferryNegmas["ferry.yml"], "shore.yml": ferryNegmas["shore.yml"] },
      "no-profiles",
    ],
  ] as const)("%s", (_, texts, code) => {
    expect(codes(texts)).toContain(code);
  });

  test("deeper than the parser's stack is refused too, by the parser or by the limit", () => {
    const deep = `x: ${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(codes({ ...ferryNegmas, "shore.yml": deep })).not.toEqual([]);
  });
});
