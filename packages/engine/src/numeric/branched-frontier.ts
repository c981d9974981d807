import { type BranchEffort, type BranchPlan, branchPlan } from "./branch-plan.ts";
import { type Branch, branchSearch } from "./branch-search.ts";
import type { ChoiceProblem } from "./choice-problem.ts";
import { DominanceArchive, nonDominated } from "./dominance.ts";
import { finalPoints } from "./final-points.ts";
import type { FrontierPoint } from "./frontier-result.ts";
import { OpenCorners } from "./open-corners.ts";
import { type BoxReader, boxReader, FirstChoices, type OptionBox } from "./option-boxes.ts";
import { TiedPoint } from "./tied-point.ts";

/** About ten seconds. */
export const BRANCHING: BranchEffort = { limit: 1e9 };
const MOST_CORNERS = 400;
const FEW = 1024;
const MOST_GROUPS = 1 << 20;

/** Choices with the same held values. */
interface Group {
  readonly values: Float64Array;
  readonly first: FirstChoices;
  count: bigint;
}

export interface BranchedFrontier {
  readonly kind: "solved";
  readonly points: readonly FrontierPoint[];
  /** All objectives held as whole numbers. */
  readonly whole: boolean;
}

/**
 * The frontier by branch and bound, for tables too wide to be carried along: see `branchSearch`. Options that nothing
 * tells apart are one branch, so that counts are sums of products.
 *
 * Given up: what cannot reach a floor; what a known point dominates; and what can reach each objective's value at some
 * corner between known points, but not their weighted mean. First points come from dives with different weights.
 * Exactness and tolerance as in `frontier`.
 *
 * @returns `too-large` with more than `limit` table entries looked up, or a million points: then nothing is known
 */
export function branchedFrontier(
  problem: ChoiceProblem,
  list: number,
  tolerance: number,
  withChoices: boolean,
  { limit, joined }: BranchEffort = BRANCHING,
): BranchedFrontier | { readonly kind: "too-large"; readonly limit: number } {
  const plan = branchPlan(problem, tolerance, "best-order", joined);
  const { objectives, grids } = plan;
  const reader = boxReader(plan.excluded);
  const known = new KnownGroups(plan, reader, withChoices ? list : 0);
  dives(plan, reader, (values) => known.learn(values));
  const end = branchSearch(
    plan,
    {
      wanted: (row) => known.wants(row),
      found: (branch, values) => known.add(boxOf(plan, branch), values),
    },
    { limit },
  );
  if (end !== "done") return { kind: "too-large", limit };
  const groups = known.efficient();
  const held = new Float64Array(groups.length * objectives);
  groups.forEach(({ values }, g) => {
    held.set(values, g * objectives);
  });
  const found = finalPoints({ sums: objectives, objectives, grids }, held, groups.length);
  const points = found.map(({ values, nodes: tied }): FrontierPoint => {
    const parts = tied.map((g) => groups[g]);
    const count = parts.reduce((sum, part) => sum + part.count, 0n);
    if (!withChoices) return { values, count, choices: [], truncated: false };
    return new TiedPoint(values, count, count > BigInt(list), () => {
      const all = new FirstChoices(reader, list);
      for (const { first } of parts) all.absorb(first);
      return all.choices();
    });
  });
  return { kind: "solved", points, whole: grids.every((grid) => grid.exact) };
}

/** The choices of a branch as options by variable. */
export function boxOf({ classes, every, order }: BranchPlan, { depth, digits, alike }: Branch): OptionBox {
  const box = every.slice();
  for (let place = 0; place < depth; place++) {
    const of = classes[order[place]];
    const stands = alike[place];
    let options: readonly number[] = of[digits[place]];
    let joined = false;
    for (let o = digits[place] + 1; o < stands.length; o++) {
      if (stands[o] !== digits[place]) continue;
      options = [...options, ...of[o]];
      joined = true;
    }
    box[order[place]] = joined ? options.toSorted((a, b) => a - b) : options;
  }
  return box;
}

/** Values that some feasible choices have, from a few weights of the objectives. */
function dives(plan: BranchPlan, reader: BoxReader, learn: (values: Float64Array) => void): void {
  if (plan.objectives === 0) return;
  for (const weights of diveWeights(plan)) {
    branchSearch(
      plan,
      {
        wanted: () => true,
        found: (branch, values) => {
          if (reader.count(boxOf(plan, branch)) > 0n) learn(values.slice());
          return false;
        },
      },
      { limit: Infinity, promise: weights, dive: true },
    );
  }
}

function diveWeights({ objectives, start, least }: BranchPlan): Float64Array[] {
  const shares: number[][] = [];
  if (objectives === 2) for (let part = 0; part <= 16; part++) shares.push([part / 16, 1 - part / 16]);
  else {
    shares.push(Array.from({ length: objectives }, () => 1));
    for (let j = 0; j < objectives; j++) {
      shares.push(Array.from({ length: objectives }, (_, i) => (i === j ? 1 : 0.001)));
      shares.push(Array.from({ length: objectives }, (_, i) => (i === j ? 2 : 1)));
    }
  }
  return shares.map((weights) =>
    Float64Array.from(weights, (weight, j) => {
      const range = start[j] + start[least + j];
      return range > 0 ? weight / range : 0;
    }),
  );
}

/** Groups found so far that no known point dominates, and what they rule out. */
class KnownGroups {
  readonly #plan: BranchPlan;
  readonly #reader: BoxReader;
  readonly #list: number;
  readonly #tolerance: readonly number[];
  readonly #archive: DominanceArchive;
  readonly #corners: OpenCorners;
  #groups = new Map<string, Group>();
  #tidyAt = FEW;

  constructor(plan: BranchPlan, reader: BoxReader, list: number) {
    const { objectives, sums, start, least, joint, grids } = plan;
    this.#plan = plan;
    this.#reader = reader;
    this.#list = list;
    this.#tolerance = grids.map((grid) => grid.tolerance);
    this.#archive = new DominanceArchive(objectives, objectives, this.#tolerance);
    const lowest = Float64Array.from(grids, ({ noise }, j) =>
      Math.max(sums[j].surelyBelow, -start[least + j] - noise),
    );
    const slack = joint.map((weights) =>
      weights.reduce(
        (sum, weight, j) =>
          sum + weight * (grids[j].tolerance + 1e-12 * (Math.abs(start[j]) + Math.abs(start[least + j]))),
        0,
      ),
    );
    const step = grids.map((grid) => (grid.exact ? 1 : -(grid.tolerance + grid.noise)));
    this.#corners = new OpenCorners(lowest, step, joint, Float64Array.from(slack), MOST_CORNERS);
  }

  wants(row: Float64Array): boolean {
    const { objectives, sums } = this.#plan;
    if (objectives === 0) return true;
    return !this.#archive.dominates(row) && this.#corners.reaches(row, sums.length);
  }

  /** A feasible choice's values, whose turn to be counted comes later. */
  learn(values: Float64Array): void {
    if (this.#archive.dominates(values)) return;
    this.#archive.add(values);
    this.#corners.add(values);
  }

  /** False where there is no room for more. */
  add(box: OptionBox, values: Float64Array): boolean {
    if (this.#plan.objectives > 0 && this.#archive.dominates(values)) return true;
    const count = this.#reader.count(box);
    if (count === 0n) return true;
    const key = values.join();
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { values: values.slice(), first: new FirstChoices(this.#reader, this.#list), count: 0n };
      this.#groups.set(key, group);
      if (this.#plan.objectives > 0) this.learn(group.values);
      if (this.#groups.size >= this.#tidyAt) this.#tidy();
    }
    group.count += count;
    if (this.#list > 0) group.first.add(box);
    return this.#groups.size <= MOST_GROUPS;
  }

  /** Those that none of them dominates. */
  efficient(): Group[] {
    const all = [...this.#groups.values()];
    const { objectives } = this.#plan;
    if (objectives === 0) return all;
    const held = new Float64Array(all.length * objectives);
    all.forEach(({ values }, g) => {
      held.set(values, g * objectives);
    });
    return Array.from(nonDominated(held, objectives, this.#tolerance), (g) => all[g]);
  }

  #tidy(): void {
    const left = this.efficient();
    this.#groups = new Map(left.map((group) => [group.values.join(), group]));
    this.#archive.clear();
    for (const { values } of left) this.#archive.add(values);
    this.#tidyAt = Math.max(FEW, 2 * left.length);
  }
}
