import { describe, expect, test } from "vitest";
import { centralReading } from "../../analysis/central-reading.ts";
import { dealsOf } from "../../analysis/deals-of.ts";
import { worthOfOutcome } from "../../analysis/worth-of-outcome.ts";
import { readCase } from "../../model/read-case.ts";
import { asBytes, fieldGenius, orchardGenius, wellGenius } from "../small-domains.oracle.ts";
import { readGenius, writeGenius } from "./genius.ts";

type Texts = Readonly<Record<string, string>>;

const read = (texts: Texts, realValues?: number) =>
  readGenius(asBytes(texts), realValues === undefined ? {} : { realValues });

function imported(texts: Texts, realValues?: number) {
  const result = read(texts, realValues);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const checked = readCase({ path: "case.yaml", caseText: result.value.caseText, sources: {} });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { reading } = centralReading(checked.value);
  const worth = (p: number, outcome: number[]) =>
    worthOfOutcome({ additive: reading.worth[p], interactions: reading.interactions[p] }, outcome);
  return {
    subject: checked.value,
    notes: result.value.notes,
    problems: result.problems,
    text: result.value.caseText,
    noDeal: reading.noDeal,
    worth,
  };
}

function codes(texts: Texts): string[] {
  const result = read(texts);
  expect(result.ok).toBe(false);
  return result.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

const changed = (texts: Texts, file: string, from: string | RegExp, to: string): Texts => {
  expect(texts[file]).toMatch(from);
  return { ...texts, [file]: texts[file].replace(from, to) };
};

describe("a discrete domain", () => {
  const { subject, worth, noDeal, notes } = imported(orchardGenius);

  test("parties are the agents, in their order; ids are made from names, which stay as labels", () => {
    expect(subject.parties.map(({ id, label }) => [id, label])).toEqual([
      ["Grower", "Grower"],
      ["Cidery", "Cidery"],
    ]);
    expect(subject.issues.map(({ id, label }) => [id, label])).toEqual([
      ["Crop_share", "Crop share"],
      ["Pick_up", "Pick-up"],
    ]);
    expect(subject.issues[0].options.map(({ id, label }) => [id, label])).toEqual([
      ["all", "all"],
      ["half_half", "half & half"],
      ["none", "none"],
    ]);
    expect(subject.issues[1].options[0]).toMatchObject({ id: "Montag_fruh", label: "Montag früh" });
  });

  test("one package framing, own scale, no status quo", () => {
    expect(subject.document.scale).toBe("source");
    expect(subject.framings.map(({ id, placements }) => [id, placements])).toEqual([
      ["package", ["together"]],
    ]);
    expect(subject.issues.every(({ statusQuo }) => statusQuo === -1)).toBe(true);
  });

  test("a value is its evaluation over the largest of its issue; all of them 0 stay 0", () => {
    expect(worth(0, [0, 0])).toBeCloseTo(70 * (2 / 8), 12);
    expect(worth(0, [2, 1])).toBeCloseTo(70, 12);
    expect(worth(1, [1, 1])).toBeCloseTo(80 * 0.75 + 30 * 0.5, 12);
  });

  test("weights stand as they are, and what exceeds 1 is cut off there", () => {
    expect(worth(1, [0, 0])).toBeCloseTo(100, 12); // 0.8 + 0.3
    expect(worth(1, [0, 1])).toBeCloseTo(95, 12);
    expect(notes.join(" ")).toContain("1 outcome above 1");
  });

  test("the reservation value is found wherever it stands; without one it is 0, and the note says so", () => {
    expect(noDeal).toEqual([35, 0]);
    expect(subject.document.parties.Cidery.note).toContain("counts as 0");
  });

  test("a discount is noted and not applied", () => {
    expect(subject.document.parties.Grower.note).toContain("Discount factor 0.9");
    expect(notes.join(" ")).toContain("not discounted");
  });

  test("deals: outcomes at or above both reservation values", () => {
    // The grower has 17.5, 43.75 and 70 by crop share, whatever the pick-up.
    expect(dealsOf(subject, "package")).toMatchObject({ outcomes: "6", deals: { count: "4", exact: true } });
  });
});

describe("numbers", () => {
  const { worth, subject, notes } = imported(wellGenius, 5);

  test("whole numbers: clip(offset + slope · (v − lower bound), 0, 1)", () => {
    const half = (outcome: number[]) => worth(0, outcome) - worth(0, [0, outcome[1]]);
    expect(subject.issues[0].options.map(({ number }) => number)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect([0, 1, 2, 3, 4, 5].map((o) => half([o, 0]))).toEqual([0, 10, 25, 40, 50, 50]);
  });

  test("real numbers at evenly spaced values, and the notes say how many", () => {
    expect(subject.issues[1].options.map(({ number }) => number)).toEqual([0.5, 1, 1.5, 2, 2.5]);
    expect([0, 1, 2, 3, 4].map((o) => worth(0, [0, o]))).toEqual([50, 37.5, 25, 12.5, 0]);
    expect([0, 1, 2, 3, 4].map((o) => worth(1, [5, o]))).toEqual([0, 25, 50, 25, 0]);
    expect(notes.join(" ")).toContain('"depth" is real-valued; it is read at 5 evenly spaced values');
  });
});

test("hyper-rectangles: bounds included, the sum of those that hold over maxutility; a table of numbers is left out", () => {
  const { worth, notes, subject } = imported(fieldGenius);
  expect([0, 1, 2, 3, 4].map((x) => worth(0, [x, 2]))).toEqual(
    [0, (100 * 40) / 70, (100 * 40) / 70, 100, (100 * 30) / 70].map((v) => expect.closeTo(v, 10)),
  );
  expect(worth(0, [2, 0])).toBe(0);
  expect(worth(1, [0, 2])).toBe(100);
  expect(worth(1, [2, 1])).toBe(40);
  expect(notes.join(" ")).toContain("pareto.xml is a table of numbers");
  expect(
    dealsOf(subject, "package").frontier.map(({ values }) => Object.values(values).map(Math.round)),
  ).toEqual([
    [100, 40],
    [57, 100],
  ]);
});

test.each([
  ["discrete", orchardGenius],
  ["numbers", wellGenius],
  ["hyper-rectangles", fieldGenius],
])("%s survive a round trip", (_, texts) => {
  const { subject, text } = imported(texts);
  const written = writeGenius(subject);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  expect(Object.keys(written.value).sort()).toEqual(
    Object.keys(texts)
      .filter((name) => name !== "pareto.xml")
      .sort(),
  );
  expect(imported(written.value).text).toBe(text);
});

describe("what is wrong is listed, with its place", () => {
  test("an evaluation is missing", () => {
    const result = read(changed(orchardGenius, "cidery.xml", ' evaluation="5"', ""));
    expect(result.problems).toMatchObject([
      {
        code: "no-evaluation",
        file: "cidery.xml",
        line: 3,
        path: "issue Pick-up",
        message: 'issue "Pick-up", option "weekly" has no evaluation',
      },
    ]);
  });

  test("everything at once", () => {
    const first = changed(orchardGenius, "grower.xml", 'evaluation="5"', 'evaluation="five"');
    const both = changed(first, "cidery.xml", '<weight index="3" value="0.3"/>', "");
    expect(codes(both).sort()).toEqual(["no-evaluation", "no-weight"]);
  });

  test.each([
    [
      "a profile of another domain",
      changed(orchardGenius, "grower.xml", /name="Pick-up"/, 'name="Delivery"'),
      ["not-matching", "not-matching"],
    ],
    [
      "an option that the domain has not",
      changed(orchardGenius, "grower.xml", 'value="weekly"', 'value="daily"'),
      ["no-evaluation", "not-matching"],
    ],
    [
      "an issue of another type",
      changed(wellGenius, "well_a.xml", 'type="integer"', 'type="real"'),
      ["not-matching"],
    ],
    ["other bounds", changed(wellGenius, "well_a.xml", 'upperbound="3"', 'upperbound="4"'), ["not-matching"]],
    [
      "a negative evaluation",
      changed(orchardGenius, "grower.xml", 'evaluation="5"', 'evaluation="-5"'),
      ["no-evaluation"],
    ],
    [
      "no domain",
      { "grower.xml": orchardGenius["grower.xml"], "cidery.xml": orchardGenius["cidery.xml"] },
      ["no-domain"],
    ],
    ["two domains", { ...orchardGenius, "other.xml": orchardGenius["orchard.xml"] }, ["several-domains"]],
    [
      "one profile only",
      { "orchard.xml": orchardGenius["orchard.xml"], "grower.xml": orchardGenius["grower.xml"] },
      ["no-profiles"],
    ],
    ["another root", { ...orchardGenius, "note.xml": "<note/>" }, ["unknown-root"]],
    [
      "a reservation value in words",
      changed(orchardGenius, "grower.xml", '"0.35"', '"some"'),
      ["no-reservation"],
    ],
    [
      "two reservation values",
      changed(orchardGenius, "grower.xml", "<discount_factor", '<reservation value="0.2"/><discount_factor'),
      ["duplicate"],
    ],
    [
      "an issue without a name",
      changed(orchardGenius, "orchard.xml", 'name="Pick-up"', 'name=" "'),
      ["no-name"],
    ],
    [
      "an option given twice",
      changed(orchardGenius, "orchard.xml", 'value="none"', 'value="all"'),
      ["duplicate"],
    ],
    [
      "objectives inside objectives",
      changed(
        orchardGenius,
        "orchard.xml",
        '<issue index="3"',
        '<objective index="9" name="sub"/><issue index="3"',
      ),
      ["unsupported"],
    ],
    [
      "no maximum of hyper-rectangles",
      changed(fieldGenius, "field_a.xml", ' maxutility="70"', ""),
      ["no-maximum"],
    ],
    [
      "hyper-rectangles put together by a maximum",
      changed(fieldGenius, "field_a.xml", 'aggregation="sum"', 'aggregation="max"'),
      ["unsupported"],
    ],
    [
      "a maximum below what an outcome has",
      changed(fieldGenius, "field_a.xml", '"70"', '"60"'),
      ["above-one"],
    ],
  ] as const)("%s", (_, texts, expected) => {
    expect(codes(texts).sort()).toEqual([...expected].sort());
  });

  test("an index that differs is a warning where the name decides", () => {
    const texts = changed(
      changed(orchardGenius, "cidery.xml", 'issue index="3"', 'issue index="7"'),
      "cidery.xml",
      'weight index="3"',
      'weight index="7"',
    );
    const { problems, worth } = imported(texts);
    expect(problems).toMatchObject([{ severity: "warning", code: "not-matching", file: "cidery.xml" }]);
    expect(worth(1, [0, 1])).toBeCloseTo(95, 12);
  });

  test("a rectangle outside the domain is a warning", () => {
    expect(
      imported(changed(fieldGenius, "field_a.xml", 'min="3" max="4"', 'min="7" max="9"')).problems,
    ).toMatchObject([{ severity: "warning", code: "never-holds" }]);
  });
});

describe("hostile files are refused", () => {
  const grower = (text: string) => ({ ...orchardGenius, "grower.xml": text });

  test.each([
    ["truncated", grower(orchardGenius["grower.xml"].slice(0, 400)), "not-xml"],
    ["empty", grower(""), "not-xml"],
    ["a document type", grower(`<!DOCTYPE utility_space>${orchardGenius["grower.xml"]}`), "document-type"],
    [
      "an entity bomb",
      grower(
        `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<utility_space>&b;</utility_space>`,
      ),
      "document-type",
    ],
    [
      "an entity that nobody defined",
      grower(orchardGenius["grower.xml"].replace("&amp;", "&bomb;")),
      "not-xml",
    ],
    [
      "a file of the disk",
      grower(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><utility_space>&x;</utility_space>`),
      "document-type",
    ],
    ["deep", grower(`${"<objective>".repeat(200_000)}${"</objective>".repeat(200_000)}`), "too-deep"],
    [
      "deep, but within the parser's stack",
      grower(`<utility_space>${"<objective>".repeat(100)}${"</objective>".repeat(100)}</utility_space>`),
      "too-deep",
    ],
    [
      "ten million options",
      changed(wellGenius, "well.xml", 'upperbound="3"', 'upperbound="10000000"'),
      "too-many",
    ],
    [
      "bounds beyond all numbers",
      changed(wellGenius, "well.xml", 'upperbound="3"', 'upperbound="1e300"'),
      "no-bounds",
    ],
    [
      "a file of many megabytes",
      grower(`<utility_space>${" ".repeat(8_000_001)}</utility_space>`),
      "too-large",
    ],
    [
      "too many issues",
      changed(
        orchardGenius,
        "orchard.xml",
        /<issue index="3".*<\/issue>/,
        Array.from(
          { length: 600 },
          (_, i) => `<issue index="${i + 3}" name="i${i}" type="discrete"><item value="a"/></issue>`,
        ).join(""),
      ),
      "too-many",
    ],
  ] as const)("%s", (_, texts, code) => {
    expect(codes(texts)).toContain(code);
  });
});

test("what GENIUS cannot hold is named when written", () => {
  const text = imported(orchardGenius).text.replace(
    "why: As in the file.",
    "interactions: [{ box: { Crop_share: [all, all], Pick_up: [weekly, weekly] }, change: 3 }]\n      why: As in the file.",
  );
  const checked = readCase({ path: "case.yaml", caseText: text, sources: {} });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const written = writeGenius(checked.value);
  expect(written.ok).toBe(false);
  expect(written.problems.map(({ code }) => code)).toContain("not-held");
});
