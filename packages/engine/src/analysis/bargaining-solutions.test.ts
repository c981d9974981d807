import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dealsOf } from "./deals-of.ts";
import type { FocalRule } from "./deals-result.ts";
import { type SmallCase, smallCase } from "./small-case.oracle.ts";

/**
 * Canonical two-party bargaining sets, closed forms. Each is one issue whose options lie on the boundary of the set, so finely
 * that neighbours differ by less than the distance allowed.
 */
const sets: readonly {
  readonly set: string;
  readonly boundary: (x: number) => number;
  readonly most: number;
  readonly noDeal: readonly [number, number];
}[] = [
  { set: "y<=1-x^2, x,y>=0, d=(0,0)", boundary: (x) => 1 - x * x, most: 1, noDeal: [0, 0] },
  { set: "x+2y<=2, x,y>=0, d=(0,0)", boundary: (x) => (2 - x) / 2, most: 2, noDeal: [0, 0] },
  { set: "x+2y<=2, x,y>=0, d=(0.5,0)", boundary: (x) => (2 - x) / 2, most: 2, noDeal: [0.5, 0] },
  { set: "x+2y<=2, 0<=x<=1.2, y>=0, d=(0,0)", boundary: (x) => (2 - x) / 2, most: 1.2, noDeal: [0, 0] },
];

/** The same figures, by hand. */
const known: Readonly<Record<string, Partial<Record<Short, readonly [number, number]>>>> = {
  "y<=1-x^2, x,y>=0, d=(0,0)": {
    nash: [1 / Math.sqrt(3), 2 / 3],
    ks: [(Math.sqrt(5) - 1) / 2, (Math.sqrt(5) - 1) / 2],
    egalitarian: [(Math.sqrt(5) - 1) / 2, (Math.sqrt(5) - 1) / 2],
    utilitarian: [0.5, 0.75],
  },
  "x+2y<=2, x,y>=0, d=(0,0)": {
    nash: [1, 0.5],
    ks: [1, 0.5],
    egalitarian: [2 / 3, 2 / 3],
    utilitarian: [2, 0],
  },
  "x+2y<=2, x,y>=0, d=(0.5,0)": { nash: [1.25, 0.375], egalitarian: [1, 0.5] },
  "x+2y<=2, 0<=x<=1.2, y>=0, d=(0,0)": { nash: [1, 0.5], ks: [0.75, 0.625] },
};

type Short = "nash" | "ks" | "egalitarian" | "utilitarian";
const rules: Readonly<Record<Short, FocalRule>> = {
  nash: "nash",
  ks: "kalaiSmorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
};
const steps = 2400;

function solve({ boundary, most, noDeal }: (typeof sets)[number]) {
  const x = Array.from({ length: steps + 1 }, (_, i) => (most * i) / steps);
  const subject = smallCase({
    sizes: [steps + 1],
    statusQuo: [-1],
    baskets: [[0]],
    parties: [
      { values: [x], noDeal: noDeal[0] },
      { values: [x.map(boundary)], noDeal: noDeal[1] },
    ],
    framings: [{ placements: ["together"] }],
  });
  return dealsOf(subject, "framing0").focal;
}

function expectNear(set: string, expected: Readonly<Record<string, unknown>>) {
  const one = sets.find((candidate) => candidate.set === set)!;
  const focal = solve(one);
  for (const [short, rule] of Object.entries(rules)) {
    const values = expected[short] as readonly number[] | undefined;
    if (values === undefined) continue;
    for (const deal of focal[rule]) {
      for (const [at, value] of Object.values(deal.values).entries()) {
        expect(Math.abs(value - values[at]), `${set} ${rule}`).toBeLessThan(2 / steps);
      }
    }
    expect(focal[rule].length).toBeGreaterThan(0);
  }
}

describe("canonical bargaining sets", () => {
  test.each(Object.keys(known))("%s", (set) => expectNear(set, known[set]));
});

const file = join(process.env.PARLEY_FACTS ?? "", "bargaining.json");

describe.skipIf(!existsSync(file))("the figures of bargaining.json (PARLEY_FACTS)", () => {
  const cases = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as { cases: { id: string; expected: unknown }[] }).cases
    : [];
  const listed = (cases.find(({ id }) => id === "derived_bargaining_solutions")?.expected ?? []) as Record<
    string,
    unknown
  >[];

  test.each(listed.map((one) => [String(one.set), one] as const))("%s", (set, expected) =>
    expectNear(set, expected),
  );
});

describe.skipIf(!existsSync(file))("the linkage toy of bargaining.json (PARLEY_FACTS)", () => {
  interface Toy {
    readonly issues: readonly { readonly gain: Readonly<Record<"A" | "B", number>> }[];
    readonly expected: Readonly<Record<string, unknown>>;
  }
  const toy = (): Toy =>
    JSON.parse(readFileSync(file, "utf8")).cases.find(
      (one: { id: string }) => one.id === "derived_issue_linkage_toy",
    );
  const single = (count: number) => ({
    placements: [0, 1, 2].map((b) => (b < count ? "together" : "none") as "together" | "none"),
    mustSettle: [0, 1, 2].filter((b) => b < count),
  });
  const framings: Readonly<Record<string, SmallCase["framings"][number]>> = {
    "narrow X": { placements: ["together", "none", "none"] },
    "narrow Y": { placements: ["none", "together", "none"] },
    "tracks X|Y (each track IR)": { placements: ["separate", "separate", "none"] },
    "package XY (single undertaking)": single(2),
    "package XYZ (single undertaking)": single(3),
    "package with free subset choice over XYZ": { placements: ["together", "together", "together"] },
  };

  test.each(Object.keys(framings))("%s", (name) => {
    const { issues, expected } = toy();
    const values = (party: "A" | "B") => issues.map(({ gain }) => [0, gain[party]]);
    const { frontier } = dealsOf(
      smallCase({
        sizes: [2, 2, 2],
        baskets: [[0], [1], [2]],
        parties: [
          { values: values("A"), noDeal: 0 },
          { values: values("B"), noDeal: 0 },
        ],
        framings: [framings[name]],
      }),
      "framing0",
    );
    const found = frontier.map((point) => Object.values(point.values));
    const outcomes = frontier.flatMap((point) =>
      point.outcomes.map((outcome) => Object.values(outcome).join()),
    );
    if (String(expected[name]).startsWith("empty")) expect(found).toEqual([]);
    else if (Array.isArray(expected[name])) expect(found).toEqual([expected[name]]);
    else expect([expected[name], outcomes]).toEqual(["feasible: XY only", ["o1,o1,o0"]]);
  });
});
