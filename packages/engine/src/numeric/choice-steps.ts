import { openAfter } from "./choice-order.ts";
import type { Factor, Mask } from "./choice-problem.ts";
import type { TooLarge } from "./too-large.ts";

/** Taking one more variable. */
export interface ChoiceStep {
  /** Index in the problem. */
  readonly variable: number;
  /** Classes of options that no table tells apart, each ascending; options forbidden by themselves are left out. */
  readonly options: readonly (readonly number[])[];
  /** `[state * classes + class]`: the state after, or -1 where a mask forbids it. */
  readonly next: Int32Array;
  /** `[(state * classes + class) * sums + sum]`, without the state unless `perState`. */
  readonly gain: Float64Array;
  readonly perState: boolean;
}

interface Built {
  readonly steps: ChoiceStep[];
  readonly states: number[];
  readonly excluded: Int32Array[];
}

/**
 * Steps in the given order. A table over several variables is added at the step that takes the last of them.
 *
 * @param held per sum, its tables on the grid
 */
export function choiceSteps(
  sizes: readonly number[],
  order: readonly number[],
  scopes: readonly (readonly number[])[],
  held: readonly (readonly Factor[])[],
  masks: readonly Mask[],
  excluded: readonly (readonly number[])[],
  limit: number,
): Built | TooLarge {
  const sums = held.length;
  const inShared = new Set(scopes.flat());
  const classes = sizes.map((size, v) => optionClasses(size, v, held, masks, excluded, inShared.has(v)));
  const place = new Map(order.map((v, i) => [v, i]));
  const lastPlace = (scope: readonly number[]) =>
    scope.reduce((last, v) => Math.max(last, place.get(v)!), -1);
  const steps: ChoiceStep[] = [];
  const states = [1];
  let open: number[] = [];
  const taken: number[] = [];
  const scopesLeft = scopes.filter((scope) => scope.length > 1);
  // Sizes first, so that what is too large is found out at no cost.
  const shapes = order.map((variable, i) => {
    taken.push(variable);
    const [before, after] = [open, inShared.has(variable) ? openAfter(taken, scopesLeft) : open];
    const factors = held.map((of) => of.filter((f) => f.scope.length > 1 && lastPlace(f.scope) === i));
    const perState = factors.some((of) => of.length > 0);
    const statesAfter = after.reduce((product, v) => product * classes[v].length, 1);
    const needed = Math.max(
      states[i] * classes[variable].length * (perState ? Math.max(sums, 1) : 1),
      statesAfter * Math.max(sums, 1),
    );
    states.push(statesAfter);
    open = after;
    return { variable, before, after, factors, perState, needed };
  });
  const beyond = shapes.find(({ needed }) => needed > limit);
  if (beyond) return { kind: "too-large", needed: beyond.needed, limit };
  shapes.forEach(({ variable, before, after, factors, perState }, i) => {
    const here = masks.filter((m) => m.scope.length > 1 && lastPlace(m.scope) === i);
    steps.push(step(variable, before, after, classes, sizes, held, factors, here, perState));
  });
  const excludedClasses = excluded.map((choice) =>
    Int32Array.from(order, (v) => classes[v].findIndex((options) => options.includes(choice[v]))),
  );
  return { steps, states, excluded: excludedClasses.filter((choice) => !choice.includes(-1)) };
}

/** Options with equal entries in every table are one class; only looked for where the variable shares no table and no excluded choice uses them. */
function optionClasses(
  size: number,
  variable: number,
  held: readonly (readonly Factor[])[],
  masks: readonly Mask[],
  excluded: readonly (readonly number[])[],
  shared: boolean,
): number[][] {
  const own = (scope: readonly number[]) => scope.length === 1 && scope[0] === variable;
  const ownMasks = masks.filter((m) => own(m.scope));
  const ownFactors = held.map((of) => of.filter((f) => own(f.scope)));
  const apart = new Set(excluded.map((choice) => choice[variable]));
  const classes: number[][] = [];
  const known = new Map<string, number[]>();
  for (let o = 0; o < size; o++) {
    if (ownMasks.some((m) => m.mask[o] === 1)) continue;
    if (shared || size > 4096 || apart.has(o)) {
      classes.push([o]);
      continue;
    }
    const key = ownFactors.map((of) => of.reduce((sum, f) => sum + f.values[o], 0)).join();
    const same = known.get(key);
    if (same) same.push(o);
    else {
      const fresh = [o];
      known.set(key, fresh);
      classes.push(fresh);
    }
  }
  return classes;
}

function step(
  variable: number,
  open: readonly number[],
  after: readonly number[],
  classes: readonly (readonly (readonly number[])[])[],
  sizes: readonly number[],
  held: readonly (readonly Factor[])[],
  factors: readonly (readonly Factor[])[],
  masks: readonly Mask[],
  perState: boolean,
): ChoiceStep {
  const sums = held.length;
  const width = classes[variable].length;
  const vars = [...open, variable];
  const digits = new Int32Array(vars.length);
  const states = open.reduce((product, v) => product * classes[v].length, 1);
  const reader = (scope: readonly number[]) => tableReader(scope, vars, sizes, classes);
  const maskReaders = masks.map((m) => ({ at: reader(m.scope), mask: m.mask }));
  const factorReaders = factors.map((of) => of.map((f) => ({ at: reader(f.scope), values: f.values })));
  const own = new Float64Array(width * sums);
  held.forEach((of, j) => {
    for (const f of of) {
      if (f.scope.length !== 1 || f.scope[0] !== variable) continue;
      for (let o = 0; o < width; o++) own[o * sums + j] += f.values[classes[variable][o][0]];
    }
  });
  const afterStrides = vars.map(() => 0);
  let stride = 1;
  for (let a = after.length - 1; a >= 0; a--) {
    afterStrides[vars.indexOf(after[a])] = stride;
    stride *= classes[after[a]].length;
  }
  const next = new Int32Array(states * width);
  const gain = perState ? new Float64Array(states * width * sums) : own;
  for (let at = 0; at < states * width; at++) {
    let rest = at;
    for (let p = vars.length - 1; p >= 0; p--) {
      const size = classes[vars[p]].length;
      digits[p] = rest % size;
      rest = (rest - digits[p]) / size;
    }
    let to = 0;
    for (let p = 0; p < vars.length; p++) to += afterStrides[p] * digits[p];
    next[at] = maskReaders.some((m) => m.mask[m.at(digits)] === 1) ? -1 : to;
    if (!perState) continue;
    for (let j = 0; j < sums; j++) {
      let value = own[(at % width) * sums + j];
      for (const f of factorReaders[j]) value += f.values[f.at(digits)];
      gain[at * sums + j] = value;
    }
  }
  return { variable, options: classes[variable], next, gain, perState };
}

/** Index into a table over `scope` from the classes of `vars`. */
function tableReader(
  scope: readonly number[],
  vars: readonly number[],
  sizes: readonly number[],
  classes: readonly (readonly (readonly number[])[])[],
): (digits: Int32Array) => number {
  const places = scope.map((v) => vars.indexOf(v));
  const parts = scope.map(() => new Int32Array(0));
  let stride = 1;
  for (let s = scope.length - 1; s >= 0; s--) {
    const by = stride;
    parts[s] = Int32Array.from(classes[scope[s]], (options) => options[0] * by);
    stride *= sizes[scope[s]];
  }
  return (digits) => {
    let index = 0;
    for (let s = 0; s < places.length; s++) index += parts[s][digits[places[s]]];
    return index;
  };
}
