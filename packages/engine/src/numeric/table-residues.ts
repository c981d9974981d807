import type { PlacedTable } from "./mini-buckets.ts";

/**
 * What is left of a table when its first places are taken, equal remainders being one *residue*: the table as a reduced
 * decision diagram (Bryant 1986, IEEE Trans. Comput. C-35), a level for each place of its scope.
 */
export interface TableResidues {
  /** By level, `[residue * width + option]`: the residue after that option. At the first level there is only residue 0. */
  readonly after: readonly Int32Array[];
}

/** @param widths options by place. Cost O(entries), once for each level */
export function tableResidues({ scope, values }: PlacedTable, widths: readonly number[]): TableResidues {
  const known = new Map<number, number>();
  let ids = Int32Array.from(values, (value) => numbered(known, value));
  const after: Int32Array[] = scope.map(() => new Int32Array(0));
  for (let level = scope.length - 1; level >= 0; level--) {
    const width = widths[scope[level]];
    const rows = ids.length / width;
    const residues = new Map<string, number>();
    const next = new Int32Array(rows);
    const kept: Int32Array[] = [];
    for (let row = 0; row < rows; row++) {
      const part = ids.subarray(row * width, (row + 1) * width);
      const residue = numbered(residues, part.join());
      if (residue === kept.length) kept.push(part);
      next[row] = residue;
    }
    const table = new Int32Array(kept.length * width);
    kept.forEach((part, residue) => {
      table.set(part, residue * width);
    });
    after[level] = table;
    ids = next;
  }
  return { after };
}

function numbered<K>(known: Map<K, number>, key: K): number {
  const at = known.get(key) ?? known.size;
  known.set(key, at);
  return at;
}
