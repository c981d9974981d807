import type { DomainIssue, Profile } from "./domain.ts";

/** Outcomes above a total: over which issues, and by how much. */
export type Above =
  | { readonly kind: "cells"; /** Issues on which it depends. */ readonly scope: readonly number[]; readonly cells: readonly { readonly at: readonly number[]; readonly above: number }[] }
  /** Not all could be found: too many, or the rectangles hide them. */
  | { readonly kind: "too-many"; /** Points above it that are possible at most. */ readonly most: number };

const MOST_CELLS = 2_000;
const MOST_STEPS = 400_000;

/**
 * Outcomes whose value exceeds `cap` points by more than rounding, found by branch and bound on what is lost against the best
 * option of every issue. With rectangles their sum is a bound from above, and only its being too low settles anything.
 */
export function totalsAbove(profile: Profile, issues: readonly DomainIssue[], cap: number): Above {
  const slack = 1e-9 * Math.max(1, cap);
  const worth = issues.map((issue, i) => {
    const values = profile.values[i];
    return issue.options.map((_, o) => (values === null ? 0 : profile.weights[i] * values[o]));
  });
  const best = worth.map((row) => row.reduce((most, value) => Math.max(most, value), -Infinity));
  const total = best.reduce((sum, value) => sum + value, 0);
  if (profile.boxes.length > 0) {
    const added = profile.boxes.reduce((sum, { change }) => sum + Math.max(0, change), 0);
    if (total + added <= cap + slack) return { kind: "cells", scope: [], cells: [] };
    const most = mostWithBoxes(profile, issues, worth, cap + slack);
    return most <= cap + slack ? { kind: "cells", scope: [], cells: [] } : { kind: "too-many", most: most - cap };
  }
  const room = total - cap;
  if (room <= slack) return { kind: "cells", scope: [], cells: [] };
  const scope = issues.flatMap((_, i) => (worth[i].some((value) => value < best[i]) ? [i] : []));
  const cells: { at: number[]; above: number }[] = [];
  let steps = 0;
  const at: number[] = [];
  const visit = (depth: number, left: number): boolean => {
    if (++steps > MOST_STEPS) return false;
    if (depth === scope.length) {
      const sum = issues.reduce((value, _, i) => value + (scope.includes(i) ? worth[i][at[scope.indexOf(i)]] : best[i]), 0);
      return cells.push({ at: [...at], above: sum - cap }) <= MOST_CELLS;
    }
    const i = scope[depth];
    for (let o = 0; o < worth[i].length; o++) {
      const rest = left - (best[i] - worth[i][o]);
      if (rest <= slack) continue;
      at[depth] = o;
      if (!visit(depth + 1, rest)) return false;
    }
    return true;
  };
  return visit(0, room) ? { kind: "cells", scope, cells } : { kind: "too-many", most: room };
}

/**
 * The largest total with rectangles, or something above `enough` as soon as an outcome is found there; the bound itself
 * where the search takes too long.
 */
function mostWithBoxes(profile: Profile, issues: readonly DomainIssue[], worth: readonly (readonly number[])[], enough: number): number {
  const groups = issues.map((_, i) => representatives(i, profile, issues, worth[i]));
  const bestLeft = new Array<number>(issues.length + 1).fill(0);
  for (let i = issues.length - 1; i >= 0; i--) bestLeft[i] = bestLeft[i + 1] + Math.max(...groups[i].map((o) => worth[i][o]));
  const first = profile.boxes.map(() => true);
  let found = -Infinity;
  let steps = 0;
  const visit = (i: number, sum: number, open: readonly boolean[]): number => {
    let bound = sum + bestLeft[i];
    let certain = sum;
    profile.boxes.forEach(({ change, ranges }, b) => {
      if (!open[b]) return;
      const decided = ranges.every(({ issue }) => issue < i);
      if (change > 0 || decided) bound += change;
      if (decided) certain += change;
    });
    if (bound <= Math.max(found, enough)) return found;
    if (i === issues.length) {
      found = Math.max(found, certain);
      return found;
    }
    if (found > enough || ++steps > MOST_STEPS) return Math.max(found, bound);
    let most = found;
    for (const o of groups[i]) {
      const still = profile.boxes.map(({ ranges }, b) => open[b] && ranges.every((r) => r.issue !== i || (o >= r.from && o <= r.to)));
      most = Math.max(most, visit(i + 1, sum + worth[i][o], still));
      if (found > enough) return found;
    }
    return most;
  };
  return visit(0, 0, first);
}

/** One option for each set of options that no rectangle and no value tells apart. */
function representatives(i: number, profile: Profile, issues: readonly DomainIssue[], worth: readonly number[]): number[] {
  const seen = new Map<string, number>();
  const boxes = profile.boxes.flatMap(({ ranges }) => ranges.filter(({ issue }) => issue === i));
  issues[i].options.forEach((_, o) => {
    const key = `${boxes.map(({ from, to }) => (o >= from && o <= to ? 1 : 0)).join("")}:${worth[o]}`;
    if (!seen.has(key)) seen.set(key, o);
  });
  return [...seen.values()];
}
