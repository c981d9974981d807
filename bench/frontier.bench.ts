import { bestChoice } from "../packages/engine/src/numeric/best-choice.ts";
import type { ChoiceProblem, Factor, Mask } from "../packages/engine/src/numeric/choice-problem.ts";
import { countChoices } from "../packages/engine/src/numeric/count-choices.ts";
import { frontier } from "../packages/engine/src/numeric/frontier.ts";
import { philoxStream } from "../packages/engine/src/numeric/philox.ts";
import type { Row } from "./timing.ts";

export const name = "frontier";

interface Target extends Row {
  readonly what: string;
  /** Milliseconds. */
  readonly median: number;
  readonly target?: number;
  readonly note?: string;
}

/** The sizes of issue 3, and a problem such as cases pose: 14 × 4 with floors, bounded sums and masks. */
export async function run(): Promise<Target[]> {
  const rows: Target[] = [];
  const row = (what: string, target: number | undefined, work: () => string) => {
    const times: number[] = [];
    let note = "";
    const begun = performance.now();
    while (times.length < 3 || (times.length < 25 && performance.now() - begun < 2000)) {
      const start = performance.now();
      note = work();
      times.push(performance.now() - start);
    }
    const median = [...times].sort((a, b) => a - b)[times.length >> 1];
    const aim = target === undefined ? "" : `, at most ${target} ms`;
    rows.push({ what, median, target, note, label: `${what} (${note})${aim}`, rounds: times });
  };
  const points = (problem: ChoiceProblem) => () => {
    const found = frontier(problem);
    return `${found.points.length} points, ${found.method}${found.exact ? "" : `, ${found.notes.join(" ")}`}`;
  };
  row("two objectives, 10 × 4, whole numbers", 5, points(additive(10, 4, 2, "whole", 1)));
  row("two objectives, 10 × 4, real", 5, points(additive(10, 4, 2, "real", 1)));
  row("two objectives, 30 × 10, whole numbers", 30, points(additive(30, 10, 2, "whole", 2)));
  row("two objectives, 30 × 10, weighted decimals", 30, points(additive(30, 10, 2, "weighted", 2)));
  row("two objectives, 30 × 10, real", 60, points(additive(30, 10, 2, "real", 2)));
  row("two objectives, 10^5 choices, all efficient", 100, points(allEfficient(5)));
  row("two objectives, one variable of 10^5, all efficient", 100, points(allEfficientFlat(100_000)));
  row("three objectives, 12 × 5, real", undefined, points(additive(12, 5, 3, "real", 3)));
  row("four objectives, 8 × 5, real", 300, points(additive(8, 5, 4, "real", 4)));
  row("five objectives, 8 × 5, real", 1500, points(additive(8, 5, 5, "real", 5)));
  row("two objectives, 12 × 5, 10 interactions", 500, points(interacting(12, 5, 2, 10, 6)));
  for (const [objectives, boxes] of [
    [2, 20],
    [2, 40],
    [3, 20],
    [4, 20],
  ])
    row(
      `${objectives} objectives, 10 × 10, ${boxes} boxes each over one to four variables`,
      undefined,
      points(boxed(10, 10, objectives, boxes, 1)),
    );
  for (const objectives of [2, 3]) {
    row(`${objectives} objectives, 14 × 4, 10 masks`, 50, points(typical(objectives, 0, 7)));
    for (const bounded of [5, 8]) {
      for (const tight of [-0.5, 0.3, 0.8]) {
        row(
          `${objectives} objectives, 14 × 4, 10 masks, ${bounded} bounded sums at ${tight} deviations`,
          100,
          points(typical(objectives, bounded, 8, tight)),
        );
      }
    }
  }
  row("best of one sum, 14 × 4, 10 masks, 8 bounded sums", 50, () => {
    const problem = typical(2, 8, 9);
    return `value ${bestChoice(problem, problem.objectives[0])?.value.toFixed(3)}`;
  });
  const count = (problem: ChoiceProblem) => () => {
    const found = countChoices(problem);
    return found.exact
      ? `${found.count} exact`
      : `${found.estimate.toPrecision(4)} ± ${(100 * found.relativeError).toFixed(2)} %`;
  };
  row("count, 14 × 4, 10 masks, 2 floors", 100, count(typical(2, 0, 10, 0, 0)));
  row("count, 14 × 5, 3 floors, real", 100, count(floored(14, 5, 3, 0.3, 11)));
  row("count, 14 × 4, 10 masks, 2 floors and 6 bounded sums", 100, count(typical(2, 6, 10, 0, 0)));
  row("count, 30 × 10, 2 floors, real", undefined, count(floored(30, 10, 2, 1, 12)));
  row("count, 30 × 10, 3 floors, real", undefined, count(floored(30, 10, 3, 0.5, 12)));
  row("count, 30 × 10, 1 floor, whole numbers", undefined, count(floored(30, 10, 1, 0.5, 13, "whole")));
  return rows;
}

type Kind = "whole" | "weighted" | "real";

/** Values 0 … 100 of each option; `weighted`: times whole weights over their sum, so decimals that are no decimals. */
function additiveSum(issues: number, options: number, kind: Kind, draw: () => number): Factor[] {
  const weights = Array.from({ length: issues }, () =>
    kind === "weighted" ? 1 + Math.floor(draw() * 9) : 1,
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((weight, v) => ({
    scope: [v],
    values: Float64Array.from({ length: options }, () => {
      const value = draw() * 100;
      if (kind === "real") return value;
      return kind === "weighted" ? (weight / total) * Math.floor(value) : Math.floor(value);
    }),
  }));
}

function additive(
  issues: number,
  options: number,
  objectives: number,
  kind: Kind,
  seed: number,
): ChoiceProblem {
  const draw = philoxStream(seed, 1);
  return {
    sizes: Array.from({ length: issues }, () => options),
    objectives: Array.from({ length: objectives }, () => additiveSum(issues, options, kind, draw)),
    floors: Array.from({ length: objectives }, () => -Infinity),
    bounded: [],
    forbidden: [],
  };
}

function allEfficient(issues: number): ChoiceProblem {
  const sum = (sign: number): Factor[] =>
    Array.from({ length: issues }, (_, v) => ({
      scope: [v],
      values: Float64Array.from({ length: 10 }, (_, o) => sign * o * 10 ** v),
    }));
  return { ...additive(issues, 10, 2, "whole", 0), objectives: [sum(1), sum(-1)] };
}

function allEfficientFlat(options: number): ChoiceProblem {
  const sum = (sign: number): Factor[] => [
    { scope: [0], values: Float64Array.from({ length: options }, (_, o) => sign * ((o * 7919) % options)) },
  ];
  return { ...additive(1, options, 2, "whole", 0), objectives: [sum(1), sum(-1)] };
}

/** Tables over two or three neighbours on a line: treewidth at most 3. */
function interacting(
  issues: number,
  options: number,
  objectives: number,
  tables: number,
  seed: number,
): ChoiceProblem {
  const plain = additive(issues, options, objectives, "real", seed);
  const draw = philoxStream(seed, 2);
  const scopes = nearby(issues, tables, draw);
  return {
    ...plain,
    objectives: plain.objectives.map((sum) => [
      ...sum,
      ...scopes.map((scope) => ({
        scope,
        values: Float64Array.from({ length: options ** scope.length }, () => draw() * 40),
      })),
    ]),
  };
}

/** Sums of boxes, as in hyper-rectangle domains of GENIUS: a value where every variable named lies in its range. */
function boxed(
  issues: number,
  options: number,
  objectives: number,
  boxes: number,
  seed: number,
): ChoiceProblem {
  const draw = philoxStream(seed, 4);
  const box = (): Factor => {
    const named = new Set<number>();
    for (const size = 1 + Math.floor(draw() * 4); named.size < size; ) named.add(Math.floor(draw() * issues));
    const scope = [...named].sort((a, b) => a - b);
    const ranges = scope.map(() =>
      [Math.floor(draw() * options), Math.floor(draw() * options)].sort((a, b) => a - b),
    );
    const value = 1 + Math.floor(draw() * 100);
    let values = [value];
    for (const [from, to] of ranges)
      values = values.flatMap((inside) =>
        Array.from({ length: options }, (_, o) => (o >= from && o <= to ? inside : 0)),
      );
    return { scope, values: Float64Array.from(values) };
  };
  return {
    ...additive(issues, options, objectives, "whole", seed),
    objectives: Array.from({ length: objectives }, () => Array.from({ length: boxes }, box)),
  };
}

function nearby(issues: number, count: number, draw: () => number): number[][] {
  return Array.from({ length: count }, () => {
    const size = draw() < 0.5 ? 2 : 3;
    const first = Math.floor(draw() * (issues - 3));
    return size === 2
      ? [first, first + 1 + Math.floor(draw() * 3)]
      : [first, first + 1, first + 2 + Math.floor(draw() * 2)];
  });
}

/** Masks over one to three variables anywhere; floors and bounded sums at so many standard deviations above the mean. */
function typical(objectives: number, bounded: number, seed: number, tight = 0.3, floor = 0.5): ChoiceProblem {
  const issues = 14;
  const plain = additive(issues, 4, objectives, "real", seed);
  const draw = philoxStream(seed, 3);
  const forbidden: Mask[] = Array.from({ length: 10 }, () => {
    const size = 1 + Math.floor(draw() * 3);
    const scope = [...new Set(Array.from({ length: size }, () => Math.floor(draw() * issues)))].sort(
      (a, b) => a - b,
    );
    return { scope, mask: Uint8Array.from({ length: 4 ** scope.length }, () => (draw() < 0.2 ? 1 : 0)) };
  });
  const at = (factors: readonly Factor[], deviations: number) => ({
    factors,
    floor: aboveMean(factors, deviations),
  });
  return {
    ...plain,
    floors: plain.objectives.map((sum) => aboveMean(sum, floor)),
    bounded: Array.from({ length: bounded }, () => at(additiveSum(issues, 4, "real", draw), tight)),
    forbidden,
    excluded: [Array.from({ length: issues }, () => 0)],
  };
}

function floored(
  issues: number,
  options: number,
  floors: number,
  deviations: number,
  seed: number,
  kind: Kind = "real",
): ChoiceProblem {
  const plain = additive(issues, options, floors, kind, seed);
  return { ...plain, floors: plain.objectives.map((sum) => aboveMean(sum, deviations)) };
}

function aboveMean(factors: readonly Factor[], deviations: number): number {
  let [mean, variance] = [0, 0];
  for (const { values } of factors) {
    const average = values.reduce((sum, v) => sum + v, 0) / values.length;
    mean += average;
    variance += values.reduce((sum, v) => sum + (v - average) ** 2, 0) / values.length;
  }
  return mean + deviations * Math.sqrt(variance);
}
