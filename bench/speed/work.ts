import { readFileSync } from "node:fs";
import { join } from "node:path";
import { centralReading } from "../../packages/engine/src/analysis/central-reading.ts";
import { dealsInSpace } from "../../packages/engine/src/analysis/deals-in-space.ts";
import { framingSpace } from "../../packages/engine/src/analysis/framing-space.ts";
import { compareCentral, dealsOf, readCase } from "../../packages/engine/src/index.ts";
import { allEfficientCase, millionCase, randomCase, type Shape } from "./bench-domain.ts";

/** Something to time; it says in a few words what came out. */
export type Work = () => string;

/** One row of the table: its text, what it must reach, and how the work is prepared outside the time taken. */
export interface SpeedRow {
  readonly id: string;
  readonly what: string;
  /** Milliseconds. */
  readonly target: number | null;
  prepare(): Work;
}

const random = (shape: Shape) => () => dealsFrom(randomCase(shape));
const two = { parties: 2, seed: 2 } as const;

/** The rows of the table in the README. Each begins with a case that has been read and ends with all its results. */
export const speedRows: readonly SpeedRow[] = [
  {
    id: "million",
    what: "two parties, 10 issues × 4 options (10^6 outcomes)",
    target: 5,
    prepare: () => dealsFrom(millionCase()),
  },
  {
    id: "huge-whole",
    what: "two parties, 30 × 10 (10^30), whole numbers",
    target: 30,
    prepare: random({ ...two, issues: 30, options: 10, kind: "whole", noDeal: 0 }),
  },
  {
    id: "huge-real",
    what: "two parties, 30 × 10 (10^30), real numbers",
    target: 60,
    prepare: random({ ...two, issues: 30, options: 10, kind: "real", noDeal: 0 }),
  },
  {
    id: "huge-real-no-deal",
    what: "the same, with values of no deal, so that deals have to be counted",
    target: null,
    prepare: random({ ...two, issues: 30, options: 10, kind: "real" }),
  },
  {
    id: "efficient-4",
    what: "two parties, 10^4 outcomes, all efficient",
    target: null,
    prepare: () => dealsFrom(allEfficientCase(4)),
  },
  {
    id: "efficient-5",
    what: "two parties, 10^5 outcomes, all efficient",
    target: 100,
    prepare: () => dealsFrom(allEfficientCase(5)),
  },
  {
    id: "four",
    what: "four parties, 8 × 5",
    target: 300,
    prepare: random({ parties: 4, issues: 8, options: 5, kind: "real", seed: 4 }),
  },
  {
    id: "five",
    what: "five parties, 8 × 5",
    target: 1500,
    prepare: random({ parties: 5, issues: 8, options: 5, kind: "real", seed: 5 }),
  },
  {
    id: "interactions",
    what: "two parties, 12 × 5, 10 interactions of two or three issues",
    target: 500,
    prepare: random({ ...two, issues: 12, options: 5, kind: "real", interactions: 10 }),
  },
  {
    id: "muscat-deals",
    what: "Muscat, deals of all framings",
    target: 50,
    prepare() {
      const kase = muscat();
      return () => {
        const { reading } = centralReading(kase);
        return `${kase.framings.map((_, f) => dealsInSpace(framingSpace(kase, reading, f))).length} framings`;
      };
    },
  },
  {
    id: "muscat-sufficient",
    what: "Muscat, the same with sufficient deals",
    target: 500,
    prepare() {
      const kase = muscat();
      return () => `${kase.framings.map(({ id }) => dealsOf(kase, id)).length} framings`;
    },
  },
  {
    id: "muscat-compare",
    what: "Muscat, the whole comparison",
    target: null,
    prepare() {
      const kase = muscat();
      return () => `${compareCentral(kase).framings.length} framings`;
    },
  },
];

/** Reads a case; a case that does not check is a fault of the bench. */
export function caseFrom(caseText: string, sources: Readonly<Record<string, Uint8Array>> = {}) {
  const read = readCase({ path: "case.yaml", caseText, sources });
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return read.value;
}

function dealsFrom(caseText: string): Work {
  const kase = caseFrom(caseText);
  return () => {
    const { frontier, deals, notes, exact } = dealsOf(kase, "package");
    if (frontier.length === 0) throw new Error("no deals");
    const count = Number(deals.count);
    const counted = count < 1e7 ? count.toString() : `${exact ? "" : "about "}${count.toExponential(1)}`;
    return [`${frontier.length} points`, `${counted} deals`, ...notes].join(", ");
  };
}

function muscat() {
  const folder = join(import.meta.dirname, "../../cases/muscat-2026");
  const text = readFileSync(join(folder, "case.yaml"), "utf8");
  const names = [...text.matchAll(/sources\/[\w.-]+/g)].map(([name]) => name);
  const sources = Object.fromEntries(
    [...new Set(names)].map((name) => [name, readFileSync(join(folder, name))]),
  );
  return caseFrom(text, sources);
}
