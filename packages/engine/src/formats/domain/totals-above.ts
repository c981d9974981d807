import type { DomainIssue, Profile } from "./domain.ts";

/**
 * Outcomes above a total.
 *
 * - `cells`: all of them, by their options in `scope`, the issues on which it depends, and by how many points; empty: none;
 * - `too-many`: of a sum of single issues, with the most points that one lies above;
 * - `boxed`: some, and rectangles have a part in it;
 * - `unknown`: the search for one was given up.
 */
export type Above =
  | {
      readonly kind: "cells";
      readonly scope: readonly number[];
      readonly cells: readonly { readonly at: readonly number[]; readonly above: number }[];
    }
  | { readonly kind: "too-many"; readonly most: number }
  | { readonly kind: "boxed" }
  | { readonly kind: "unknown" };

const MOST_CELLS = 2_000;
const MOST_STEPS = 400_000;
/** Steps times rectangles. */
const MOST_WORK = 20_000_000;

/**
 * Outcomes whose value exceeds `cap` points by more than rounding, found by branch and bound: on what is lost against the
 * best option of every issue, and with rectangles on those that a partial outcome still allows.
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
    const found = someAbove(profile, issues, worth, cap + slack);
    return found === false
      ? { kind: "cells", scope: [], cells: [] }
      : { kind: found === true ? "boxed" : "unknown" };
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
      return cells.push({ at: [...at], above: left }) <= MOST_CELLS;
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

/** Whether an outcome is worth more than `enough`, rectangles counted; undefined when the search takes too long. */
function someAbove(
  profile: Profile,
  issues: readonly DomainIssue[],
  worth: readonly (readonly number[])[],
  enough: number,
): boolean | undefined {
  const groups = issues.map((_, i) => representatives(i, profile, issues, worth[i]));
  const bestLeft = new Array<number>(issues.length + 1).fill(0);
  for (let i = issues.length - 1; i >= 0; i--) {
    bestLeft[i] = bestLeft[i + 1] + groups[i].reduce((most, o) => Math.max(most, worth[i][o]), -Infinity);
  }
  let work = 0;
  const visit = (i: number, sum: number, open: readonly boolean[]): boolean | undefined => {
    let bound = sum + bestLeft[i];
    profile.boxes.forEach(({ change, ranges }, b) => {
      if (open[b] && (change > 0 || ranges.every(({ issue }) => issue < i))) bound += change;
    });
    if (bound <= enough) return false;
    if (i === issues.length) return true;
    work += profile.boxes.length;
    if (work > MOST_WORK) return undefined;
    for (const o of groups[i]) {
      const still = profile.boxes.map(
        ({ ranges }, b) => open[b] && ranges.every((r) => r.issue !== i || (o >= r.from && o <= r.to)),
      );
      const found = visit(i + 1, sum + worth[i][o], still);
      if (found !== false) return found;
    }
    return false;
  };
  return visit(
    0,
    0,
    profile.boxes.map(() => true),
  );
}

/** One option for each set of options that no rectangle and no value tells apart. */
function representatives(
  i: number,
  profile: Profile,
  issues: readonly DomainIssue[],
  worth: readonly number[],
): number[] {
  const seen = new Map<string, number>();
  const boxes = profile.boxes.flatMap(({ ranges }) => ranges.filter(({ issue }) => issue === i));
  issues[i].options.forEach((_, o) => {
    const key = `${boxes.map(({ from, to }) => (o >= from && o <= to ? 1 : 0)).join("")}:${worth[o]}`;
    if (!seen.has(key)) seen.set(key, o);
  });
  return [...seen.values()];
}
