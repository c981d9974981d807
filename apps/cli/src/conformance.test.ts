import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deals } from "@parley/engine";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInTest } from "./run-in-test.ts";

/** Public domains outside the repository, with what an independent brute force found in them; see its README. */
const folder = join(process.env.PARLEY_CONFORMANCE ?? "", "genius");
const present = existsSync(join(folder, "expected.json"));
const expected: Readonly<Record<string, { genius?: Numbers; geniusweb?: Numbers }>> = present
  ? JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))
  : {};

interface Optima {
  readonly n_optima: number;
  readonly outcomes: readonly { readonly utils: readonly number[] }[];
}
interface Numbers {
  readonly n_outcomes: number;
  readonly n_rational: number;
  readonly pareto_points_rational: number;
  readonly pareto_outcomes_rational: number;
  readonly pareto_frontier?: readonly (readonly number[])[];
  readonly nash: Optima | null;
  readonly egalitarian: Optima | null;
  readonly max_welfare: Optima | null;
  readonly ks_maxmin_ideal_rational?: Optima | null;
}

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "parley-conformance-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function json(...argv: string[]) {
  const { code, out, err } = await runInTest([...argv, "--json"], { cwd });
  expect([code, err], out).toEqual([0, ""]);
  return JSON.parse(out);
}

/** Utilities × 100 of each deal, whatever the order of parties, sorted; rounded so that noise does not reorder them. */
const points = (deals: readonly { values: Readonly<Record<string, number>> }[]) =>
  sorted(deals.map(({ values }) => Object.values(values)));
const sorted = (rows: readonly (readonly number[])[]) =>
  rows
    .map((row) =>
      row
        .map((value) => value.toFixed(7))
        .sort()
        .join(" "),
    )
    .sort();
const hundredfold = (rows: readonly (readonly number[])[]) =>
  sorted(rows.map((row) => row.map((value) => 100 * value)));

describe.skipIf(!present)(
  "`parley deals FOLDER --json` on public domains (skipped where the conformance folder is not there)",
  () => {
    test.each(Object.keys(expected))("%s", async (name) => {
      const numbers = (expected[name].genius ?? expected[name].geniusweb)!;
      const deals: Deals = await json("deals", join(folder, name));
      expect(deals).toMatchObject({ exact: true, scale: "source", linkage: "package" });
      expect({
        outcomes: deals.outcomes,
        rational: deals.deals.count,
        points: deals.frontier.length,
        efficient: deals.frontier.reduce((sum, { count }) => sum + Number(count), 0),
        optima: deals.focalCounts,
      }).toEqual({
        outcomes: String(numbers.n_outcomes),
        rational: String(numbers.n_rational),
        points: numbers.pareto_points_rational,
        efficient: numbers.pareto_outcomes_rational,
        optima: {
          nash: String(numbers.nash?.n_optima ?? 0),
          kalaiSmorodinsky: String(numbers.ks_maxmin_ideal_rational?.n_optima ?? 0),
          egalitarian: String(numbers.egalitarian?.n_optima ?? 0),
          utilitarian: String(numbers.max_welfare?.n_optima ?? 0),
        },
      });
      if (numbers.pareto_frontier !== undefined)
        expect(points(deals.frontier)).toEqual(hundredfold(numbers.pareto_frontier));
      const optima = {
        nash: numbers.nash,
        kalaiSmorodinsky: numbers.ks_maxmin_ideal_rational,
        egalitarian: numbers.egalitarian,
        utilitarian: numbers.max_welfare,
      };
      for (const rule of Object.keys(optima) as (keyof typeof optima)[])
        expect(points(deals.focal[rule])).toEqual(
          hundredfold((optima[rule]?.outcomes ?? []).map(({ utils }) => utils)),
        );
    });

    test("Lunch2013 has no zone, and the reason names both reservation values", async () => {
      const { none, deals, frontier } = await json("deals", join(folder, "Lunch2013"));
      expect([deals.count, frontier]).toEqual(["0", []]);
      expect(none.kind).toBe("no-zone");
      expect(none.because).toMatch(/Lunch_util1: [^;]*\(80\).*Lunch_util2: [^;]*\(80\)/);
    });

    const nonlinear = present
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "pareto.xml")))
          .map(({ name }) => name)
      : [];
    test.each(nonlinear)("%s: efficient points and optima are those of its pareto.xml", async (name) => {
      const wanted = readFileSync(join(folder, name, "pareto.xml"), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(",").map(Number));
      const deals: Deals = await json("deals", join(folder, name));
      expect(deals).toMatchObject({ exact: true, scale: "source", linkage: "package" });
      // Written there in single precision, u1 ascending; ours u1 descending.
      const close = (found: readonly { values: Readonly<Record<string, number>> }[], rows: number[][]) => {
        expect(found.length).toBe(rows.length);
        found.forEach(({ values }, at) => {
          Object.values(values).forEach((value, p) => {
            expect(value).toBeCloseTo(100 * rows[at][p], 4);
          });
        });
      };
      close(deals.frontier, wanted.toReversed());
      // No value of no deal in these files: the product and the sum of utilities themselves.
      const best = (of: (row: number[]) => number) => wanted.toSorted((a, b) => of(b) - of(a))[0];
      const first = (rule: keyof typeof deals.focal) => deals.focal[rule].slice(0, 1);
      close(first("nash"), [best(([a, b]) => a * b)]);
      close(first("utilitarian"), [best(([a, b]) => a + b)]);
      close(first("egalitarian"), [best((row) => Math.min(...row))]);
      close(first("kalaiSmorodinsky"), [best((row) => Math.min(...row))]);
      for (const rule of ["nash", "utilitarian", "egalitarian", "kalaiSmorodinsky"] as const) {
        const { values } = deals.focal[rule][0];
        const point = deals.frontier.find(
          (one) => Object.values(one.values).join() === Object.values(values).join(),
        );
        expect(deals.focalCounts[rule]).toBe(point?.count);
      }
    });

    const names = present
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
      : [];
    test.each(names)("%s: import, export, import gives the same case", async (name) => {
      const { format } = await json("import", join(folder, name), "-o", `${name}/one`);
      await json("export", `${name}/one`, "--format", format, "-o", `${name}/files`);
      await json("import", `${name}/files`, "-o", `${name}/two`);
      const [one, two] = ["one", "two"].map((copy) =>
        readFileSync(join(cwd, name, copy, "case.yaml"), "utf8"),
      );
      expect(two).toBe(one);
    });
  },
);
