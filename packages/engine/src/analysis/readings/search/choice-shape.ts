/**
 * How the variables of a choice hang together: a few form the core; given its options, all others (leaves) are independent
 * of one another. A state is one combination of core options, a cell one leaf at one combination of the core variables it
 * depends on. Items are the options of a cell, cell after cell.
 */
export interface ChoiceShape {
  readonly sizes: readonly number[];
  /** Core variables, ascending. */
  readonly core: readonly number[];
  readonly states: number;
  /** `[state * core.length + k]`: option of core variable k. */
  readonly coreOptions: Int32Array;
  readonly leaves: readonly ChoiceLeaf[];
  /** `[state * leaves.length + leaf]`. */
  readonly cellOf: Int32Array;
  readonly cells: number;
  readonly items: number;
  /** By cell, and one more: where its items begin. */
  readonly firstItem: Int32Array;
}

export interface ChoiceLeaf {
  readonly variable: number;
  readonly size: number;
  /** Places in `core`, ascending. */
  readonly parents: readonly number[];
  readonly firstCell: number;
  /** Combinations of its parents' options. */
  readonly combinations: number;
}

/** Where a combination of options stands: states of the core, or items where a leaf takes part. */
export interface Places {
  readonly states: Int32Array;
  readonly items: Int32Array;
}

/** The core would have more states than this. */
const mostStates = 50_000;

/**
 * Finds a core: variables are added, the one in most open scopes first, until every scope has at most one variable outside.
 *
 * @param scopes sets of variables that something joins
 * @param conditions variables that have to be in the core
 * @returns null when the core would be too large
 */
export function choiceShape(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  conditions: readonly number[] = [],
): ChoiceShape | null {
  const inside = new Set(conditions);
  const outside = (scope: readonly number[]) => scope.filter((v) => !inside.has(v));
  for (;;) {
    const open = scopes.map(outside).filter((rest) => rest.length > 1);
    if (open.length === 0) break;
    const count = sizes.map((_, v) => open.filter((rest) => rest.includes(v)).length);
    const better = (v: number, w: number) =>
      count[v] > count[w] || (count[v] === count[w] && sizes[v] < sizes[w]);
    inside.add(sizes.reduce((best, _, v) => (better(v, best) ? v : best), 0));
  }
  const core = [...inside].sort((a, b) => a - b);
  const states = core.reduce((product, v) => product * sizes[v], 1);
  if (states > mostStates) return null;
  const coreOptions = new Int32Array(states * core.length);
  for (let state = 0; state < states; state++) {
    let rest = state;
    for (let k = core.length - 1; k >= 0; k--) {
      coreOptions[state * core.length + k] = rest % sizes[core[k]];
      rest = Math.floor(rest / sizes[core[k]]);
    }
  }
  let cells = 0;
  const leaves = sizes.flatMap((size, variable): ChoiceLeaf[] => {
    if (inside.has(variable)) return [];
    const joined = new Set(scopes.filter((scope) => scope.includes(variable)).flat());
    const parents = core.flatMap((v, k) => (joined.has(v) ? [k] : []));
    const combinations = parents.reduce((product, k) => product * sizes[core[k]], 1);
    const leaf = { variable, size, parents, firstCell: cells, combinations };
    cells += combinations;
    return [leaf];
  });
  const firstItem = new Int32Array(cells + 1);
  for (const leaf of leaves) {
    for (let c = 0; c < leaf.combinations; c++) {
      const cell = leaf.firstCell + c;
      firstItem[cell + 1] = firstItem[cell] + leaf.size;
    }
  }
  const cellOf = new Int32Array(states * leaves.length);
  for (let state = 0; state < states; state++) {
    leaves.forEach((leaf, l) => {
      let cell = 0;
      for (const k of leaf.parents) cell = cell * sizes[core[k]] + coreOptions[state * core.length + k];
      cellOf[state * leaves.length + l] = leaf.firstCell + cell;
    });
  }
  return { sizes, core, states, coreOptions, leaves, cellOf, cells, items: firstItem[cells], firstItem };
}

/** Tests on some variables, at most one of them a leaf: allowed options by variable. No test: every state. */
export type Tests = ReadonlyMap<number, ArrayLike<number>>;

/** Where all tests are met. */
export function placesWhere(shape: ChoiceShape, tests: Tests): Places {
  const { core, states, coreOptions, leaves, sizes, firstItem } = shape;
  const leaf = leaves.find(({ variable }) => tests.has(variable));
  const found: number[] = [];
  if (leaf === undefined) {
    for (let state = 0; state < states; state++) {
      const met = core.every((v, k) => tests.get(v)?.[coreOptions[state * core.length + k]] !== 0);
      if (met) found.push(state);
    }
    return { states: Int32Array.from(found), items: new Int32Array(0) };
  }
  const allowed = tests.get(leaf.variable)!;
  for (let c = 0; c < leaf.combinations; c++) {
    let rest = c;
    let met = true;
    for (let at = leaf.parents.length - 1; at >= 0; at--) {
      const variable = core[leaf.parents[at]];
      const option = rest % sizes[variable];
      rest = Math.floor(rest / sizes[variable]);
      if (tests.get(variable)?.[option] === 0) met = false;
    }
    if (!met) continue;
    for (let o = 0; o < leaf.size; o++) {
      if (allowed[o] !== 0) found.push(firstItem[leaf.firstCell + c] + o);
    }
  }
  return { states: new Int32Array(0), items: Int32Array.from(found) };
}
