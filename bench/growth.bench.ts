import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dealsOf } from "../packages/engine/src/index.ts";
import { growthPage } from "./growth/growth-page.ts";
import { growthPlot } from "./growth/growth-plot.ts";
import { randomCase, type Shape } from "./speed/bench-domain.ts";
import { caseFrom } from "./speed/work.ts";
import { root } from "./speed/writing.ts";
import type { Row } from "./timing.ts";

export const name = "How time grows with issues, options and parties";

/** One size along one line of the plot. */
export interface Grown {
  readonly shape: Shape;
  readonly at: number;
  readonly points: number;
  /** Milliseconds. */
  readonly rounds: readonly number[];
}

/** One thing that grows, the rest standing still. */
export interface Line {
  readonly what: string;
  /** What stands still. */
  readonly rest: string;
  readonly grown: readonly Grown[];
}

const LONGEST = 1_500;

const lines: readonly {
  what: string;
  rest: string;
  sizes: readonly number[];
  shape: (size: number) => Shape;
}[] = [
  {
    what: "issues",
    rest: "two parties, 10 options",
    sizes: [5, 10, 20, 40, 80],
    shape: (issues) => ({ parties: 2, issues, options: 10, kind: "real", seed: 1, noDeal: 0 }),
  },
  {
    what: "issues",
    rest: "three parties, 5 options",
    sizes: [4, 8, 12, 16, 20, 24],
    shape: (issues) => ({ parties: 3, issues, options: 5, kind: "real", seed: 1, noDeal: 0 }),
  },
  {
    what: "options",
    rest: "two parties, 10 issues",
    sizes: [4, 8, 16, 32, 64, 128],
    shape: (options) => ({ parties: 2, issues: 10, options, kind: "real", seed: 1, noDeal: 0 }),
  },
  {
    what: "parties",
    rest: "8 issues × 5, no deal at 40 %",
    sizes: [2, 3, 4, 5, 6],
    shape: (parties) => ({ parties, issues: 8, options: 5, kind: "real", seed: 1, noDeal: 0.4 }),
  },
  {
    what: "interactions",
    rest: "two parties, 12 × 5, no deal at 40 %",
    sizes: [1, 5, 10, 20, 40],
    shape: (interactions) => ({ parties: 2, issues: 12, options: 5, kind: "real", seed: 1, interactions }),
  },
];

/** `--write` writes docs/performance.md and its plot. */
export async function run({ write = false } = {}): Promise<Row[]> {
  const measured = lines.map(
    ({ what, rest, sizes, shape }): Line => ({
      what,
      rest,
      grown: sizes.map((at) => measure(at, shape(at))),
    }),
  );
  if (write) {
    writeFileSync(join(root, "docs/performance.md"), growthPage(measured));
    writeFileSync(join(root, "docs/performance.svg"), growthPlot(measured));
  }
  return measured.flatMap(({ what, rest, grown }) =>
    grown.map(({ at, points, rounds }) => ({ label: `${at} ${what} (${rest}): ${points} points`, rounds })),
  );
}

function measure(at: number, shape: Shape): Grown {
  const kase = caseFrom(randomCase(shape));
  let points = 0;
  const once = () => {
    const begin = performance.now();
    points = dealsOf(kase, "package").frontier.length;
    return performance.now() - begin;
  };
  const begin = performance.now();
  for (let warm = 0; warm < 3 && performance.now() - begin < LONGEST; warm++) once();
  const rounds: number[] = [];
  const start = performance.now();
  while (rounds.length < 3 || (rounds.length < 15 && performance.now() - start < LONGEST))
    rounds.push(once());
  return { shape, at, points, rounds };
}
