import type { BranchPlan } from "./branch-plan.ts";
import { beforeIn } from "./mini-buckets.ts";

/** What a search asks and what it tells. */
export interface BranchVisitor {
  /** Whether anything under these bounds may matter; asked again when its turn comes, so that what was found meanwhile counts. */
  readonly wanted: (row: Float64Array) => boolean;
  /** Choices that are feasible but for excluded ones, and equal in every objective. False ends the search. */
  readonly found: (branch: Branch, values: Float64Array) => boolean;
}

/** All choices at the end of a branch. The arrays are the search's own. */
export interface Branch {
  /** Places from here on are open: whatever is taken there. */
  readonly depth: number;
  /** By place, class taken. */
  readonly digits: Int32Array;
  /** `[place][class]`: the class that stands for it, after those taken before; the same for classes that are alike. */
  readonly alike: readonly Int32Array[];
}

export interface BranchOptions {
  /** Table entries looked up. */
  readonly limit: number;
  /** Which option comes first: `promising` by the sum of bounds, or as they are numbered. Default `promising`. */
  readonly first?: "promising" | "numbered";
  /** Weights of the objectives, which say what promising is. Default: an even share of each range. */
  readonly promise?: Float64Array;
  /** Take the best option only, and never come back: a known point at little cost. */
  readonly dive?: boolean;
}

/** `ended`: `found` said so. `too-many`: more than `limit` table entries looked up, and not all choices considered. */
export type BranchEnd = "done" | "ended" | "too-many";

/**
 * Depth-first branch and bound (Land & Doig 1960; with static mini-bucket bounds: Kask & Dechter 2001, Artif. Intell. 129).
 * A node is given up when some sum cannot reach its floor any more or `wanted` says so; it is told as a whole, without
 * looking further, when every floor is surely reached and no objective can change any more.
 */
export function branchSearch(plan: BranchPlan, visitor: BranchVisitor, options: BranchOptions): BranchEnd {
  const { limit, first = "promising", dive = false } = options;
  const promise = options.promise ?? plan.joint[0] ?? new Float64Array(plan.objectives).fill(1);
  const { widths, steps, columns, sums, objectives, least } = plan;
  const depths = widths.length;
  const digits = new Int32Array(depths);
  const rows = widths.map((width) => new Float64Array(width * columns));
  const scores = widths.map((width) => new Float64Array(width));
  const orders = widths.map((width) => new Int32Array(width));
  const alike = widths.map((width) => new Int32Array(width));
  const residues = new Int32Array(plan.slots);
  const values = new Float64Array(objectives);
  const promising = new Float64Array(columns);
  for (let s = 0; s < sums.length; s++) {
    const range = plan.start[s] + plan.start[least + s];
    promising[s] = s < objectives ? promise[s] : range > 0 ? 1 / range : 0;
  }
  let lookups = 0;
  let end: BranchEnd = "done";

  const possible = (row: Float64Array): boolean => {
    for (let s = 0; s < sums.length; s++) if (row[s] < sums[s].surelyBelow) return false;
    return visitor.wanted(row);
  };
  const settled = (row: Float64Array): boolean => {
    for (let s = 0; s < sums.length; s++) {
      const low = -row[least + s];
      if (s < objectives ? row[s] - low > sums[s].noise : low < sums[s].surelyMet) return false;
    }
    return true;
  };
  const sumAt = (s: number): number => {
    let sum = 0;
    for (const { places, strides, values: entries } of sums[s].tables) {
      let at = 0;
      for (let k = 0; k < places.length; k++) at += strides[k] * digits[places[k]];
      sum += entries[at];
    }
    return sum;
  };
  const tell = (depth: number): void => {
    digits.fill(0, depth);
    for (let s = 0; s < sums.length; s++) {
      if (depth < depths && s >= objectives) break;
      const sum = sumAt(s);
      if (sum < sums[s].floor) return;
      if (s < objectives) values[s] = sum;
    }
    if (!visitor.found({ depth, digits, alike }, values)) end = "ended";
  };
  /** Options that lead to the same remainders of all tables are one branch. */
  const merge = (depth: number): Int32Array => {
    const stands = alike[depth];
    const width = stands.length;
    const tables = plan.residues[depth];
    for (let o = 0; o < width; o++) {
      let like = 0;
      for (; like < o; like++) {
        if (stands[like] !== like) continue;
        let t = 0;
        for (; t < tables.length; t++) {
          const { slot, after } = tables[t];
          const from = residues[slot] * width;
          if (after[from + o] !== after[from + like]) break;
        }
        if (t === tables.length) break;
      }
      stands[o] = like;
    }
    return stands;
  };
  const take = (depth: number, o: number): void => {
    digits[depth] = o;
    for (const { slot, after } of plan.residues[depth])
      residues[slot + 1] = after[residues[slot] * widths[depth] + o];
  };
  const visit = (depth: number, row: Float64Array): void => {
    if (depth === depths || settled(row)) {
      tell(depth);
      return;
    }
    const width = widths[depth];
    const block = rows[depth];
    const stands = merge(depth);
    for (let o = 0; o < width; o++) if (stands[o] === o) block.set(row, o * columns);
    for (const { column, bucket } of steps[depth]) {
      const before = beforeIn(bucket, digits);
      const best = bucket.best[before];
      const { sum } = bucket;
      for (let o = 0, at = before * width, to = column; o < width; o++, at++, to += columns)
        if (stands[o] === o) block[to] += sum[at] - best;
    }
    const [score, order] = [scores[depth], orders[depth]];
    let branches = 0;
    for (let o = 0; o < width; o++) {
      if (stands[o] !== o) continue;
      let sum = 0;
      for (let s = 0; s < sums.length; s++) sum += promising[s] * block[o * columns + s];
      score[o] = sum;
      let at = branches++;
      while (first === "promising" && at > 0 && score[order[at - 1]] < sum) order[at] = order[--at];
      order[at] = o;
    }
    lookups += width * (steps[depth].length + plan.residues[depth].length);
    if (lookups > limit) {
      end = "too-many";
      return;
    }
    for (let i = 0; i < branches; i++) {
      const o = order[i];
      const next = block.subarray(o * columns, (o + 1) * columns);
      if (!possible(next)) continue;
      take(depth, o);
      visit(depth + 1, next);
      if (end !== "done" || dive) return;
    }
  };
  const row = plan.start.slice();
  if (possible(row)) visit(0, row);
  return end;
}
