/** A table as it bears on merging: entry at index, the last variable of `scope` fastest. */
export interface AnyTable {
  readonly scope: readonly number[];
  readonly values: ArrayLike<number>;
}

/**
 * Options that no table tells apart, by variable: classes of options, each ascending, classes by first option.
 * Choices that differ only within classes have the same sums and break the same masks. Cost at worst one comparison of
 * all entries for each pair of options, most of them ended by the first difference.
 */
export function optionClasses(sizes: readonly number[], tables: readonly AnyTable[]): number[][][] {
  return sizes.map((size, variable) => {
    const readers = tables.flatMap(({ scope, values }) => {
      const at = scope.indexOf(variable);
      if (at < 0) return [];
      let stride = 1;
      for (let s = at + 1; s < scope.length; s++) stride *= sizes[scope[s]];
      return [{ values, stride, block: stride * size }];
    });
    const classes: number[][] = [];
    for (let option = 0; option < size; option++) {
      const same = classes.find(([first]) =>
        readers.every(({ values, stride, block }) => {
          for (let from = 0; from < values.length; from += block) {
            const [a, b] = [from + first * stride, from + option * stride];
            for (let i = 0; i < stride; i++) if (values[a + i] !== values[b + i]) return false;
          }
          return true;
        }),
      );
      if (same === undefined) classes.push([option]);
      else same.push(option);
    }
    return classes;
  });
}
