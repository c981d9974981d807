import { placements } from "../placement.ts";
import { atomsOf, basketsNamed, flagsNamed, issuesNamed, provisionsNamed } from "./atoms-of.ts";
import { evaluateExpression } from "./evaluate-expression.ts";
import type { Expression } from "./expression.ts";

const mostWorlds = 1_000_000;

/**
 * Whether an expression has one value whatever happens: over all options of its issues, with every placement, provision and
 * flag free.
 *
 * Options between which the expression makes no difference are tried once.
 *
 * @param sizes number of options of an issue
 * @returns `undefined` when it depends, or when more than a million worlds would have to be tried
 */
export function constantValue(expression: Expression, sizes: (issue: string) => number): boolean | undefined {
  const issues = choices(issuesNamed(expression), (issue) =>
    distinctOptions(expression, issue, sizes(issue)),
  );
  const baskets = choices(basketsNamed(expression), () => placements);
  const provisions = choices(provisionsNamed(expression), () => [false, true]);
  const flags = choices(flagsNamed(expression), () => [false, true]);
  const all: Choice<unknown>[] = [
    ...issues.values(),
    ...baskets.values(),
    ...provisions.values(),
    ...flags.values(),
  ];
  const count = all.reduce((product, { values }) => product * values.length, 1);
  if (count > mostWorlds) return undefined;
  const world = {
    option: (id: string) => issues.get(id)!.now,
    placement: (id: string) => baskets.get(id)!.now,
    provision: (id: string) => provisions.get(id)!.now,
    flag: (id: string) => flags.get(id)!.now,
  };
  let value: boolean | undefined;
  for (let at = 0; at < count; at++) {
    let rest = at;
    for (const choice of all) {
      choice.now = choice.values[rest % choice.values.length];
      rest = Math.floor(rest / choice.values.length);
    }
    const here = evaluateExpression(expression, world);
    if (value !== undefined && here !== value) return undefined;
    value = here;
  }
  return value;
}

interface Choice<T> {
  readonly values: readonly T[];
  now: T;
}

function choices<T>(
  ids: readonly string[],
  valuesOf: (id: string) => readonly T[],
): ReadonlyMap<string, Choice<T>> {
  return new Map(
    ids.map((id) => {
      const values = valuesOf(id);
      return [id, { values, now: values[0] }];
    }),
  );
}

/** One option for each pattern of tests passed and failed. */
function distinctOptions(expression: Expression, issue: string, size: number): readonly number[] {
  const tests = atomsOf(expression).flatMap((atom) =>
    atom.kind === "issue" && atom.issue === issue ? [new Set(atom.allowed)] : [],
  );
  const byPattern = new Map<string, number>();
  for (let option = 0; option < size; option++) {
    const pattern = tests.map((test) => (test.has(option) ? "1" : "0")).join("");
    if (!byPattern.has(pattern)) byPattern.set(pattern, option);
  }
  return [...byPattern.values()];
}
