import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { centralReading } from "../analysis/central-reading.ts";
import { dealsOf } from "../analysis/deals-of.ts";
import type { FocalDeal } from "../analysis/deals-result.ts";
import { worthOfOutcome } from "../analysis/worth-of-outcome.ts";
import type { Case } from "../model/case.ts";
import { readCase } from "../model/read-case.ts";
import { boxFrontier, geniusScores, geniusWebScores, type Scores } from "./direct-evaluation.oracle.ts";
import { readFileRemark } from "./domain/remark.ts";
import { readDomainFolder } from "./domain-folder.ts";
import { writeGenius } from "./genius/genius.ts";
import { writeGeniusWeb } from "./geniusweb/geniusweb.ts";
import { asBytes } from "./small-domains.oracle.ts";

/** Public domains in their original files, outside the repository; see its README. */
const folder = join(process.env.PARLEY_CONFORMANCE ?? "", "genius");
const present = existsSync(join(folder, "expected.json"));
const names = present
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];
const additive = names.filter((name) => !name.startsWith("NL_"));

interface Optima {
  readonly n_optima: number;
  readonly outcomes: readonly {
    readonly outcome: readonly (string | number)[] | Readonly<Record<string, string>>;
    readonly utils: readonly number[];
  }[];
}
interface Expected {
  readonly files: readonly string[];
  readonly genius?: Numbers;
  readonly geniusweb?: Numbers;
}
interface Numbers {
  readonly n_outcomes: number;
  readonly n_rational: number;
  readonly pareto_points_rational: number;
  readonly pareto_outcomes_rational: number;
  readonly pareto_frontier?: readonly (readonly number[])[];
  readonly umin?: readonly number[];
  readonly umax?: readonly number[];
  readonly nash: Optima | null;
  readonly egalitarian: Optima | null;
  readonly max_welfare: Optima | null;
  readonly ks_maxmin_ideal_rational?: Optima | null;
}

const expected: Readonly<Record<string, Expected>> = present
  ? JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))
  : {};

function textsOf(name: string): Record<string, string> {
  const path = join(folder, name);
  return Object.fromEntries(readdirSync(path).map((file) => [file, readFileSync(join(path, file), "utf8")]));
}

async function imported(texts: Readonly<Record<string, string>>) {
  const read = await readDomainFolder(asBytes(texts));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const checked = readCase({ path: "case.yaml", caseText: read.value.caseText, sources: {} });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return {
    subject: checked.value,
    text: read.value.caseText,
    format: read.value.format,
    warnings: [...read.problems, ...checked.problems],
  };
}

/** Parties in the order of the files. */
function partiesOf(subject: Case, files: readonly string[]): number[] {
  return files
    .slice(1)
    .map((file) =>
      subject.parties.findIndex(({ id }) => readFileRemark(subject.document.parties[id].note) === file),
    );
}

function worthOf(subject: Case): (party: number, outcome: ArrayLike<number>) => number {
  const { reading } = centralReading(subject);
  return (p, outcome) =>
    worthOfOutcome({ additive: reading.worth[p], interactions: reading.interactions[p] }, outcome);
}

function eachOutcome(
  subject: Case,
  visit: (outcome: readonly number[], labels: readonly string[]) => void,
): void {
  const outcome = subject.issues.map(() => 0);
  const labels = subject.issues.map(({ options }) => options[0].label);
  for (;;) {
    visit(outcome, labels);
    let i = subject.issues.length - 1;
    for (; i >= 0; i--) {
      const { options } = subject.issues[i];
      outcome[i] = outcome[i] + 1 === options.length ? 0 : outcome[i] + 1;
      labels[i] = options[outcome[i]].label;
      if (outcome[i] > 0) break;
    }
    if (i < 0) return;
  }
}

/** Largest difference, in points, between a case's values and those computed from the files directly. */
function largestDifference(subject: Case, files: readonly string[], scores: Scores): number {
  const parties = partiesOf(subject, files);
  const worth = worthOf(subject);
  let largest = 0;
  eachOutcome(subject, (outcome, labels) => {
    const exact = scores(labels);
    parties.forEach((p, at) => {
      largest = Math.max(largest, Math.abs(worth(p, outcome) - 100 * exact[at]));
    });
  });
  return largest;
}

const scoresOf = (
  format: string,
  texts: Readonly<Record<string, string>>,
  files: readonly string[],
): Scores => (format === "genius" ? geniusScores(texts, files) : geniusWebScores(texts, files));

describe.skipIf(!present)("public domains (skipped where the conformance folder is not there)", () => {
  describe.each(additive)("%s", (name) => {
    const about = expected[name];
    const numbers = (about?.genius ?? about?.geniusweb)!;

    test("is read without warnings, and every outcome has the value computed from the files in exact fractions", async () => {
      const texts = textsOf(name);
      const { subject, format, warnings } = await imported(texts);
      expect(warnings).toEqual([]);
      expect(largestDifference(subject, about.files, scoresOf(format, texts, about.files))).toBeLessThan(
        1e-9,
      );
    });

    test("outcomes, deals and Pareto points", async () => {
      const { subject } = await imported(textsOf(name));
      const deals = dealsOf(subject, "package");
      const parties = partiesOf(subject, about.files).map((p) => subject.parties[p].id);
      expect(deals.exact).toBe(true);
      expect(deals.outcomes).toBe(String(numbers.n_outcomes));
      expect(deals.deals.count).toBe(String(numbers.n_rational));
      expect(deals.frontier.length).toBe(numbers.pareto_points_rational);
      expect(deals.frontier.reduce((sum, { count }) => sum + Number(count), 0)).toBe(
        numbers.pareto_outcomes_rational,
      );
      const found = deals.frontier
        .map(({ values }) => parties.map((party) => values[party]))
        .toSorted((a, b) => b[0] - a[0]);
      numbers.pareto_frontier
        ?.toSorted((a, b) => b[0] - a[0])
        .forEach((point, at) => {
          for (const [p, utility] of point.entries()) expect(found[at][p]).toBeCloseTo(100 * utility, 8);
        });
    });

    test("focal deals, all that tie", async () => {
      const { subject } = await imported(textsOf(name));
      const { focal, focalCounts } = dealsOf(subject, "package");
      const parties = partiesOf(subject, about.files).map((p) => subject.parties[p].id);
      const compare = (rule: keyof typeof focal, optima: Optima | null | undefined) => {
        expect(focalCounts[rule]).toBe(String(optima?.n_optima ?? 0));
        const ours = focal[rule].map((deal) => labelsOf(subject, deal));
        const theirs = (optima?.outcomes ?? []).map(({ outcome }) =>
          Array.isArray(outcome)
            ? outcome.map(String)
            : subject.issues.map(({ label }) => (outcome as Record<string, string>)[label]),
        );
        expect(new Set(ours.map((labels) => labels.join(" | ")))).toEqual(
          new Set(theirs.map((labels) => labels.join(" | "))),
        );
        focal[rule].forEach((deal) => {
          const utils = optima!.outcomes.find(
            (_, k) => theirs[k].join() === labelsOf(subject, deal).join(),
          )!.utils;
          for (const [p, utility] of utils.entries())
            expect(deal.values[parties[p]]).toBeCloseTo(100 * utility, 8);
        });
      };
      compare("nash", numbers.nash);
      compare("egalitarian", numbers.egalitarian);
      compare("utilitarian", numbers.max_welfare);
      compare("kalaiSmorodinsky", numbers.ks_maxmin_ideal_rational);
    });

    test("survives a round trip: the same case, and the same values in the files written", async () => {
      const { subject, text, format } = await imported(textsOf(name));
      const written = (format === "genius" ? writeGenius : writeGeniusWeb)(subject);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      expect(written.problems).toEqual([]);
      expect(Object.keys(written.value).toSorted()).toEqual(about.files.toSorted());
      expect((await imported(written.value)).text).toBe(text);
      expect(
        largestDifference(subject, about.files, scoresOf(format, written.value, about.files)),
      ).toBeLessThan(1e-9);
    });
  });

  test("Lunch2013 has no zone, and the reason names both reservation values", async () => {
    const { none } = dealsOf((await imported(textsOf("Lunch2013"))).subject, "package");
    expect(none?.kind).toBe("no-zone");
    expect(none?.because).toMatch(/Lunch_util1.*80.*Lunch_util2.*80/);
  });

  describe.each(names.filter((name) => name.startsWith("NL_")))("%s", (name) => {
    test("is read, and values are those of the files' rectangles", async () => {
      const texts = textsOf(name);
      const { subject, warnings } = await imported(texts);
      expect(warnings).toEqual([]);
      const files = [
        "",
        ...subject.parties.map(({ id }) => readFileRemark(subject.document.parties[id].note)!),
      ];
      const scores = geniusScores(texts, files);
      const worth = worthOf(subject);
      for (let k = 0; k < 3_000; k++) {
        // Multiples of a prime visit options of all issues in no order.
        const outcome = subject.issues.map(
          ({ options }, i) => Math.floor(((k + 1) * 7919) / 10 ** (i % 5)) % options.length,
        );
        const exact = scores(outcome.map((o, i) => subject.issues[i].options[o].label));
        for (const [p, utility] of exact.entries()) expect(worth(p, outcome)).toBeCloseTo(100 * utility, 9);
      }
    });

    test("its exact frontier, and that of a plain search, are its pareto.xml", async () => {
      const texts = textsOf(name);
      const { subject } = await imported(texts);
      const { reading } = centralReading(subject);
      const found = boxFrontier(
        subject.issues.map(({ options }) => options.length),
        subject.parties.map((_, p) =>
          reading.interactions[p].flatMap(({ issues, cells }) => cells.map((cell) => ({ ...cell, issues }))),
        ),
      );
      const wanted = texts["pareto.xml"]
        .trim()
        .split("\n")
        .map((line) => line.split(",").map(Number));
      const deals = dealsOf(subject, "package");
      expect(deals.exact).toBe(true);
      expect(deals.frontier.length).toBe(found.length);
      deals.frontier
        .map(({ values }) => subject.parties.map(({ id }) => values[id]))
        .toSorted((a, b) => a[0] - b[0])
        .forEach((point, k) => {
          for (const [p, value] of point.entries()) expect(value / 100).toBeCloseTo(wanted[k][p], 6);
        });
      expect(found.length).toBe(wanted.length);
      found
        .toSorted((a, b) => a[0] - b[0])
        .forEach((point, k) => {
          for (const [p, value] of point.entries()) expect(value / 100).toBeCloseTo(wanted[k][p], 6);
        });
    });

    test("survives a round trip", async () => {
      const { subject, text } = await imported(textsOf(name));
      const written = writeGenius(subject);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      expect((await imported(written.value)).text).toBe(text);
    });
  });
});

function labelsOf(subject: Case, deal: FocalDeal): string[] {
  return subject.issues.map(
    ({ id, options }) => options.find((option) => option.id === deal.outcome[id])!.label,
  );
}
