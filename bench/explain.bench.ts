import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCentral } from "../packages/engine/src/analysis/compare-central.ts";
import { explain } from "../packages/engine/src/analysis/explain/explain.ts";
import { movesOfEach } from "../packages/engine/src/analysis/explain/moves-of-each.ts";
import { smallCase } from "../packages/engine/src/analysis/small-case.oracle.ts";
import type { Case } from "../packages/engine/src/model/case.ts";
import { readCase } from "../packages/engine/src/model/read-case.ts";
import { philoxStream } from "../packages/engine/src/numeric/philox.ts";
import { type Row, time } from "./timing.ts";

export const name = "explain";

const ROUNDS = 5;

/** Muscat framing by framing, the moves that `compare` shows, and thirty lines over twelve issues that leave no deal. */
export async function run(): Promise<Row[]> {
  const muscat = readMuscat();
  const comparison = compareCentral(muscat);
  const lines = manyLines(30);
  const rows = [await time("Muscat, one move each", () => movesOfEach(muscat, comparison), ROUNDS)];
  for (const { id } of muscat.framings) {
    rows.push(await time(`Muscat, ${id}: ${found(muscat, id)}`, () => explain(muscat, id), ROUNDS));
  }
  rows.push(
    await time(`12 issues × 5, 30 lines: ${found(lines, "framing0")}`, () => explain(lines, "framing0"), 3),
  );
  return rows;
}

function found(subject: Case, framing: string): string {
  const { deal, sufficient, parameters } = explain(subject, framing);
  const sets = [deal, sufficient].map(({ conflicts, openings }) => `${conflicts.length}/${openings.length}`);
  return `conflicts/openings ${sets.join(" and ")}, ${parameters.asked} asked`;
}

function readMuscat(): Case {
  const folder = join(import.meta.dirname, "..", "cases", "muscat-2026");
  const sources = readdirSync(join(folder, "sources")).map((file) => `sources/${file}`);
  const read = readCase({
    path: "case.yaml",
    caseText: readFileSync(join(folder, "case.yaml")),
    sources: Object.fromEntries(sources.map((file) => [file, readFileSync(join(folder, file))])),
  });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}

/** Opposed values; each side's lines each forbid one end of one issue, or a pair of options of two. */
function manyLines(count: number): Case {
  const uniform = philoxStream(7, 1);
  const below = (n: number) => Math.floor(uniform() * n);
  const issues = Array.from({ length: 12 }, (_, i) => i);
  const values = (rises: boolean) =>
    issues.map(() => {
      const weight = 1 + below(9);
      return Array.from({ length: 5 }, (_, o) => weight * (rises ? o : 4 - o) + uniform());
    });
  const line = (rises: boolean) => {
    const [i, j] = [below(12), below(12)];
    const end = rises ? [0, 1] : [3, 4];
    if (i === j) return { forbids: (issue: IssueTest) => issue(i, end.slice(0, 1)) };
    return {
      forbids: (issue: IssueTest) => ({ kind: "and" as const, operands: [issue(i, end), issue(j, end)] }),
    };
  };
  const party = (rises: boolean, noDeal: number) => ({
    values: values(rises),
    noDeal,
    lines: Array.from({ length: count / 2 }, () => line(rises)),
  });
  return smallCase({
    sizes: issues.map(() => 5),
    statusQuo: issues.map(() => 2),
    baskets: [issues],
    parties: [party(true, 130), party(false, 120)],
    framings: [{ placements: ["together"] }],
  });
}

type IssueTest = Parameters<
  NonNullable<NonNullable<Parameters<typeof smallCase>[0]["parties"][number]["lines"]>[number]["forbids"]>
>[0];
