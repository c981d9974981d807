import fc from "fast-check";
import type { ChoiceProblem, Factor, Mask } from "./choice-problem.ts";

/** For tests only: everything by looking at every choice, written as plainly as can be. */
export function everyFeasible(problem: ChoiceProblem, near = 1e-9): { choice: number[]; values: number[] }[] {
  const at = (scope: readonly number[], choice: number[]) =>
    scope.reduce((index, v) => index * problem.sizes[v] + choice[v], 0);
  const sum = (factors: readonly Factor[], choice: number[]) =>
    factors.reduce((total, f) => total + f.values[at(f.scope, choice)], 0);
  let choices: number[][] = [[]];
  for (const size of problem.sizes)
    choices = choices.flatMap((c) => Array.from({ length: size }, (_, o) => [...c, o]));
  return choices
    .filter((c) => !problem.forbidden.some((m) => m.mask[at(m.scope, c)] === 1))
    .filter((c) => !(problem.excluded ?? []).some((e) => e.join() === c.join()))
    .map((choice) => ({ choice, values: problem.objectives.map((factors) => sum(factors, choice)) }))
    .filter(({ values }) => values.every((v, j) => v >= problem.floors[j] - near))
    .filter(({ choice }) =>
      problem.bounded.every(({ factors, floor }) => sum(factors, choice) >= floor - near),
    );
}

export function bruteFrontier(problem: ChoiceProblem, list: number, near = 1e-9) {
  const feasible = everyFeasible(problem, near);
  const dominated = (p: number[]) =>
    feasible.some(
      ({ values: q }) => q.every((v, j) => v >= p[j] - near) && q.some((v, j) => v > p[j] + near),
    );
  const points: { values: number[]; choices: number[][] }[] = [];
  for (const { choice, values } of feasible) {
    if (dominated(values)) continue;
    const same = points.find((p) => p.values.every((v, j) => Math.abs(v - values[j]) <= near));
    if (same) same.choices.push(choice);
    else points.push({ values, choices: [choice] });
  }
  points.sort((a, b) => {
    const j = a.values.findIndex((v, i) => Math.abs(v - b.values[i]) > near);
    return j < 0 ? 0 : b.values[j] - a.values[j];
  });
  return points.map(({ values, choices }) => ({
    values,
    count: BigInt(choices.length),
    choices: choices.slice(0, list),
    truncated: choices.length > list,
  }));
}

const number = {
  integer: fc.integer({ min: -4, max: 6 }),
  // Decimals that no power of two can hold: sums differ by noise only.
  decimal: fc.integer({ min: -4, max: 6 }).map((v) => v * 0.1),
  // Not on any grid of powers of ten, with many ties.
  real: fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    .map(([a, b]) => a * Math.SQRT2 + b * Math.PI),
};

function factorOf(scope: number[], sizes: number[], value: fc.Arbitrary<number>): fc.Arbitrary<Factor> {
  const length = scope.reduce((product, v) => product * sizes[v], 1);
  return fc
    .array(value, { minLength: length, maxLength: length })
    .map((values) => ({ scope, values: Float64Array.from(values) }));
}

function maskOf(scope: number[], sizes: number[]): fc.Arbitrary<Mask> {
  const length = scope.reduce((product, v) => product * sizes[v], 1);
  return fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: length, maxLength: length })
    .map((values) => ({ scope, mask: Uint8Array.from(values, (v) => (v === 0 ? 1 : 0)) }));
}

function sumOf(sizes: number[], value: fc.Arbitrary<number>): fc.Arbitrary<Factor[]> {
  const alone = sizes.map((_, v) => factorOf([v], sizes, value));
  const some = scopeOf(sizes, 3).chain((scope) => factorOf(scope, sizes, value));
  return fc.tuple(fc.tuple(...alone), fc.array(some, { maxLength: 2 })).map(([a, b]) => [...a, ...b]);
}

function scopeOf(sizes: number[], most: number): fc.Arbitrary<number[]> {
  return fc.subarray(
    sizes.map((_, v) => v),
    { minLength: 0, maxLength: Math.min(most, sizes.length) },
  );
}

/** Small problems of every kind; `kind` says what its numbers are. */
export function anyProblem(
  kind: keyof typeof number,
  objectives: { min: number; max: number } = { min: 0, max: 4 },
  variables = 5,
): fc.Arbitrary<ChoiceProblem> {
  const value = number[kind];
  const floor = fc.oneof(
    fc.constant(-Infinity),
    fc.tuple(value, value, value).map(([a, b, c]) => a + b + c),
  );
  return fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: variables }).chain((sizes) =>
    fc
      .record({
        sizes: fc.constant(sizes),
        each: fc.array(fc.tuple(sumOf(sizes, value), floor), {
          minLength: objectives.min,
          maxLength: objectives.max,
        }),
        bounded: fc.array(fc.record({ factors: sumOf(sizes, value), floor }), { maxLength: 3 }),
        forbidden: fc.array(
          scopeOf(sizes, 3)
            .filter((s) => s.length > 0)
            .chain((scope) => maskOf(scope, sizes)),
          { maxLength: 3 },
        ),
        excluded: fc.array(fc.tuple(...sizes.map((size) => fc.nat(size - 1))), { maxLength: 3 }),
      })
      .map(({ each, ...rest }) => ({
        ...rest,
        objectives: each.map(([factors]) => factors),
        floors: each.map(([, f]) => f),
      })),
  );
}
