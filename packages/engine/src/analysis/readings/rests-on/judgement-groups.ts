import type { Case } from "../../../model/case.ts";
import type { Column } from "../columns/column.ts";

/** Judgements that move together and independently of all others. */
export interface JudgementGroup {
  /** The judgement itself; for a vector what it is of, for a correlated block its first entry. */
  readonly id: string;
  /** Places among all columns. */
  readonly columns: readonly number[];
}

/** A party's weights, the options of one of its issues, a correlated block of entries; every other entry by itself. */
export function judgementGroups(subject: Case, columns: readonly Column[]): JudgementGroup[] {
  const block = new Map<number, number>();
  const rootOf = (entry: number): number => {
    const above = block.get(entry);
    return above === undefined || above === entry ? entry : rootOf(above);
  };
  for (const {
    between: [a, b],
    rho,
  } of subject.correlations) {
    if (rho === 0) continue;
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
    block.set(high, low);
    if (!block.has(low)) block.set(low, low);
  }
  const groups = new Map<string, number[]>();
  columns.forEach(({ id, kind, target }, c) => {
    if (kind !== "judgement") return;
    const name =
      target.to === "entry"
        ? subject.entries[rootOf(target.entry)].path
        : target.to === "weight" || target.to === "option"
          ? id.slice(0, id.lastIndexOf("."))
          : id;
    groups.set(name, [...(groups.get(name) ?? []), c]);
  });
  return [...groups].map(([id, list]) => ({ id, columns: list }));
}
