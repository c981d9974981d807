import { describe, expect, test } from "vitest";
import { centralReading } from "../../analysis/central-reading.ts";
import { readCase } from "../../model/read-case.ts";
import { readGenius } from "../genius/genius.ts";
import { asBytes, orchardGenius, picnicGeniusWeb } from "../small-domains.oracle.ts";
import { readGeniusWeb, writeGeniusWeb } from "./geniusweb.ts";

type Texts = Readonly<Record<string, string>>;

function imported(texts: Texts) {
  const read = readGeniusWeb(asBytes(texts));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const checked = readCase({ path: "case.yaml", caseText: read.value.caseText, sources: {} });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return {
    subject: checked.value,
    text: read.value.caseText,
    reading: centralReading(checked.value).reading,
    problems: read.problems,
  };
}

const codes = (texts: Texts) =>
  readGeniusWeb(asBytes(texts))
    .problems.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
const changed = (file: string, from: string, to: string): Texts => {
  expect(picnicGeniusWeb[file]).toContain(from);
  return { ...picnicGeniusWeb, [file]: picnicGeniusWeb[file].replace(from, to) };
};

test("values are utilities × 100 to the last digit; numbers stand in steps, on a line", () => {
  const { subject, reading } = imported(picnicGeniusWeb);
  const value = (p: number, i: number) => {
    const options = subject.parties[p].values!.options[i];
    return options?.kind === "entries" ? options.entries.map((entry) => reading.entries[entry]) : null;
  };
  expect(subject.issues[1].options.map(({ number }) => number)).toEqual([1, 1.25, 1.5, 1.75, 2]);
  expect(value(0, 0)).toEqual([100, 7]);
  expect(value(0, 1)).toEqual([20, 40, 60, 80, 100]);
  expect(value(1, 1)).toEqual([100, 75, 50, 25, 0]);
});

test("the reservation value is the utility of the reservation bid, exactly; without one 0", () => {
  const { reading } = imported(picnicGeniusWeb);
  expect(reading.noDeal).toEqual([28.2, 0]); // 0.6 · 0.07 + 0.4 · 0.6
});

test("survives a round trip, numbers digit for digit", () => {
  const { subject, text } = imported(picnicGeniusWeb);
  const written = writeGeniusWeb(subject);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  expect(imported(written.value).text).toBe(text);
  expect(JSON.parse(written.value["ann.json"]).LinearAdditiveUtilitySpace.reservationBid).toEqual({
    issuevalues: { Place: "lake", Hours: "1.5" },
  });
});

test("a no-deal value that no bid has is written as the cheapest bid above it, and the warning says so", () => {
  const texts = { ...orchardGenius, "cidery.xml": orchardGenius["cidery.xml"].replace('"0.8"', '"0.7"') };
  const read = readGenius(asBytes(texts));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const checked = readCase({ path: "case.yaml", caseText: read.value.caseText, sources: {} });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const written = writeGeniusWeb(checked.value);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  expect(written.problems.map(({ code }) => code)).toEqual(["changed"]);
  // The grower's 35 lies between 17.5 and 43.75, half & half. Names sort the other way round, so files are numbered.
  expect(Object.keys(written.value)).toEqual(["domain.json", "1_Grower.json", "2_Cidery.json"]);
  expect(
    JSON.parse(written.value["1_Grower.json"]).LinearAdditiveUtilitySpace.reservationBid.issuevalues[
      "Crop share"
    ],
  ).toBe("half & half");
});

describe("what is wrong is listed, with its place", () => {
  test("a utility is missing", () => {
    const texts = changed("ben.json", ',"lake":0.99', "");
    expect(readGeniusWeb(asBytes(texts)).problems).toMatchObject([
      {
        code: "no-evaluation",
        file: "ben.json",
        line: 1,
        message: 'issue "Place": option "lake" has no utility',
      },
    ]);
  });

  test.each([
    ["truncated", { ...picnicGeniusWeb, "ben.json": picnicGeniusWeb["ben.json"].slice(0, 200) }, "not-json"],
    ["a field given twice", changed("ben.json", '"name":"ben"', '"name":"ben","name":"bob"'), "duplicate"],
    ["deep", { ...picnicGeniusWeb, "ben.json": "[".repeat(500_000) }, "too-deep"],
    [
      "a text of millions of characters that does not end",
      { ...picnicGeniusWeb, "ben.json": `{"${"x".repeat(5_000_000)}` },
      "not-json",
    ],
    ["mis-encoded", { ...picnicGeniusWeb, "ben.json": "\u0000" }, "not-text"],
    ["ten million options", changed("picnic.json", '"step": 0.25', '"step": 0.0000001'), "too-many"],
    [
      "another domain inside the profile",
      changed("ben.json", '"park","lake"', '"park","beach"'),
      "not-matching",
    ],
    [
      "another kind of profile",
      changed("ben.json", "LinearAdditiveUtilitySpace", "DefaultPartialOrdering"),
      "unknown-root",
    ],
    [
      "a bid for something that is not there",
      changed("ann.json", '"issuevalues":{"Place":"lake"', '"issuevalues":{"Place":"moon"'),
      "not-matching",
    ],
    ["a weight is missing", changed("ann.json", '"Place":0.6,', ""), "no-weight"],
    [
      "no domain",
      { "ann.json": picnicGeniusWeb["ann.json"], "ben.json": picnicGeniusWeb["ben.json"] },
      "no-domain",
    ],
    [
      "one profile only",
      { "picnic.json": picnicGeniusWeb["picnic.json"], "ann.json": picnicGeniusWeb["ann.json"] },
      "no-profiles",
    ],
  ] as const)("%s", (_, texts, code) => {
    expect(codes(texts)).toContain(code);
  });

  test("weights that do not sum to 1 are used as they stand, with a warning", () => {
    expect(imported(changed("ann.json", '"Place":0.6', '"Place":0.5')).problems).toMatchObject([
      { severity: "warning", code: "weights-sum" },
    ]);
  });
});
