import { philoxStream } from "../../packages/engine/src/numeric/philox.ts";

/** How option values are drawn: whole numbers from 0 to 99, or any real number below 100. */
export type Kind = "whole" | "real";

export interface Shape {
  readonly parties: number;
  readonly issues: number;
  readonly options: number;
  readonly kind: Kind;
  readonly seed: number;
  /** Interactions of each party over two or three issues near one another, so that the treewidth is at most 3. */
  readonly interactions?: number;
  /** Value of no deal, as a share of the largest sum. Default 0.4. */
  readonly noDeal?: number;
}

/** Text of a case: one package over random values, each issue of equal weight, on a scale of 0–100 per issue. JSON is YAML. */
export function randomCase({
  parties,
  issues,
  options,
  kind,
  seed,
  interactions = 0,
  noDeal = 0.4,
}: Shape): string {
  const draw = philoxStream(seed, 1);
  const scopes = nearby(issues, interactions, philoxStream(seed, 2));
  const value = () => (kind === "whole" ? Math.floor(draw() * 100) : draw() * 100);
  const byParty = range(parties).map(() => ({
    values: range(issues).map(() => range(options).map(value)),
    tables: scopes.map((scope) => ({
      table: scope.map((i) => `i${i}`),
      cells: everyChoice(scope.map(() => options)).map((at) => ({
        at: at.map((o) => `o${o}`),
        change: draw() * 40,
      })),
    })),
  }));
  return caseText(
    byParty.map(({ values, tables }) => ({
      values,
      tables,
      noDeal: noDeal * values.reduce((sum, row) => sum + row.reduce((most, v) => Math.max(most, v), 0), 0),
    })),
  );
}

/** Two parties, 10 issues × 4 options: a million outcomes. */
export const millionCase = (): string =>
  randomCase({ parties: 2, issues: 10, options: 4, kind: "real", seed: 2 });

/** What one gains the other loses, by another amount for every outcome: all `10^issues` outcomes are efficient. */
export function allEfficientCase(issues: number): string {
  const values = range(issues).map((i) => range(10).map((o) => o * 10 ** (i - issues + 2)));
  return caseText([
    { values, noDeal: 0 },
    { values: values.map((row) => row.toReversed()), noDeal: 0 },
  ]);
}

interface PartyValues {
  readonly values: readonly (readonly number[])[];
  readonly tables?: readonly object[];
  readonly noDeal: number;
}

function caseText(parties: readonly PartyValues[]): string {
  const issues = parties[0].values;
  const party = ({ values, tables = [], noDeal }: PartyValues, p: number) => ({
    label: `Party ${p}`,
    role: "principal",
    values: {
      weights: record("i", issues, () => 1),
      options: record("i", values, (row) => record("o", row, (points) => points)),
      ...(tables.length > 0 ? { interactions: tables } : {}),
    },
    noDeal,
  });
  return JSON.stringify({
    parley: 1,
    id: "bench",
    title: "Bench",
    asOf: "2000-01-01",
    viewpoint: { coder: "bench", from: "nowhere", basis: "random numbers" },
    scale: "source",
    parties: record("p", parties, party),
    issues: record("i", issues, (row, i) => ({
      label: `Issue ${i}`,
      options: record("o", row, (_, o) => ({ label: `option ${o}` })),
    })),
    baskets: { all: { label: "All", issues: issues.map((_, i) => `i${i}`) } },
    framings: { package: { label: "Package", placements: { all: "together" } } },
  });
}

function record<T, U>(prefix: string, list: readonly T[], of: (item: T, at: number) => U): Record<string, U> {
  return Object.fromEntries(list.map((item, at) => [`${prefix}${at}`, of(item, at)]));
}

function nearby(issues: number, count: number, draw: () => number): number[][] {
  return range(count).map(() => {
    const isPair = draw() < 0.5;
    const first = Math.floor(draw() * (issues - 3));
    const step = 1 + Math.floor(draw() * (isPair ? 3 : 2));
    return isPair ? [first, first + step] : [first, first + 1, first + 1 + step];
  });
}

function everyChoice(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (found, size) => found.flatMap((at) => range(size).map((o) => [...at, o])),
    [[]],
  );
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
