/** A table over places in an order of variables, ascending, the last place fastest. */
export interface PlacedTable {
  readonly scope: readonly number[];
  readonly values: Float64Array;
}

/** Tables that are summed before one place is maximised out of them. */
export interface MiniBucket {
  /** Places before, and the stride of each in `best`. */
  readonly places: Int32Array;
  readonly strides: Int32Array;
  /** `[before * width + option]`: their sum. */
  readonly sum: Float64Array;
  /** `[before]`: the largest over the options. */
  readonly best: Float64Array;
}

/** An upper bound of a sum, for every assignment of the first so many places. */
export interface UpperBound {
  /** Before anything is assigned. */
  readonly start: number;
  /** By place: what assigning it does; the bound changes by `sum - best` of each, and never grows. */
  readonly steps: readonly (readonly MiniBucket[])[];
}

/**
 * Bounds a sum from above by mini-buckets (Dechter & Rish 2003, J. ACM 50): places are maximised out from the last to the
 * first, tables being summed first only while their joint table stays within `limit` entries. With all places assigned the
 * bound is the sum itself; where nothing had to be kept apart it is the exact maximum.
 *
 * @param widths options by place
 * @param limit of entries for joined tables; a table that is larger by itself is taken as it is
 */
export function upperBound(
  widths: readonly number[],
  tables: readonly PlacedTable[],
  limit: number,
): UpperBound {
  let start = 0;
  const waiting: PlacedTable[][] = widths.map(() => []);
  const put = (table: PlacedTable) => {
    const last = table.scope.at(-1);
    if (last === undefined) start += table.values[0];
    else waiting[last].push(table);
  };
  for (const table of tables) put(table);
  const steps: MiniBucket[][] = widths.map(() => []);
  for (let place = widths.length - 1; place >= 0; place--) {
    for (const group of grouped(waiting[place], widths, limit)) {
      const { scope, values } = joined(group, widths);
      const best = largest(values, widths[place]);
      const before = scope.slice(0, -1);
      steps[place].push({
        places: Int32Array.from(before),
        strides: stridesOf(before, widths),
        sum: values,
        best,
      });
      put({ scope: before, values: best });
    }
  }
  return { start, steps };
}

/** Place of the first option of the others in `MiniBucket.best`. */
export function beforeIn(bucket: MiniBucket, digits: ArrayLike<number>): number {
  const { places, strides } = bucket;
  let at = 0;
  for (let s = 0; s < places.length; s++) at += strides[s] * digits[places[s]];
  return at;
}

/** Largest first; each joins the first group it fits into. */
function grouped(tables: readonly PlacedTable[], widths: readonly number[], limit: number): PlacedTable[][] {
  const groups: { scope: Set<number>; tables: PlacedTable[] }[] = [];
  for (const table of tables.toSorted((a, b) => b.values.length - a.values.length)) {
    const found = groups.find(({ scope }) => {
      const wider = new Set([...scope, ...table.scope]);
      return wider.size === scope.size || entriesOf([...wider], widths) <= limit;
    });
    if (found === undefined) groups.push({ scope: new Set(table.scope), tables: [table] });
    else {
      for (const place of table.scope) found.scope.add(place);
      found.tables.push(table);
    }
  }
  return groups.map((group) => group.tables);
}

function joined(tables: readonly PlacedTable[], widths: readonly number[]): PlacedTable {
  const scope = [...new Set(tables.flatMap((table) => table.scope))].sort((a, b) => a - b);
  const values = new Float64Array(entriesOf(scope, widths));
  const digits = new Int32Array(scope.length);
  for (const table of tables) {
    const own = stridesOf(table.scope, widths);
    const strides = scope.map((place) => (table.scope.includes(place) ? own[table.scope.indexOf(place)] : 0));
    digits.fill(0);
    let from = 0;
    for (let at = 0; at < values.length; at++) {
      values[at] += table.values[from];
      for (let s = scope.length - 1; s >= 0; s--) {
        from += strides[s];
        if (++digits[s] < widths[scope[s]]) break;
        from -= strides[s] * digits[s];
        digits[s] = 0;
      }
    }
  }
  return { scope, values };
}

function largest(values: Float64Array, width: number): Float64Array {
  const best = new Float64Array(values.length / width).fill(-Infinity);
  for (let at = 0; at < best.length; at++) {
    for (let o = at * width; o < (at + 1) * width; o++) if (values[o] > best[at]) best[at] = values[o];
  }
  return best;
}

function entriesOf(scope: readonly number[], widths: readonly number[]): number {
  return scope.reduce((product, place) => product * widths[place], 1);
}

export function stridesOf(scope: readonly number[], widths: readonly number[]): Int32Array {
  const strides = new Int32Array(scope.length);
  let stride = 1;
  for (let s = scope.length - 1; s >= 0; s--) {
    strides[s] = stride;
    stride *= widths[scope[s]];
  }
  return strides;
}
