import type { Case } from "../../../model/case.ts";
import { plainDesign } from "../../../numeric/sampling/design.ts";
import { sobolIndices } from "../../../numeric/sensitivity/sobol-indices.ts";
import type { Manifest } from "../chunk/manifest.ts";
import { runnerOf } from "../chunk/run-chunk.ts";
import { Sampler } from "../columns/sampler.ts";
import { judgementGroups } from "./judgement-groups.ts";

/** Shares of the variance of a framing's chance of ending durable that groups of judgements account for. */
export interface GroupIndices {
  readonly method: "Sobol indices of independent groups (pick-freeze)";
  readonly exact: false;
  readonly parameters: { readonly rows: number; readonly inner: number };
  readonly framings: readonly {
    readonly framing: string;
    readonly durable: number;
    /** Only where they are not: it ends durable in under 2 % of the rows, or never varies. */
    readonly notEstimable?: string;
    /** By group asked for. `total` includes what it does together with others. `estimable` is false where the error exceeds the index. */
    readonly groups: readonly {
      readonly group: string;
      /** Ids of what moves together in it. */
      readonly judgements: readonly string[];
      readonly first: number;
      readonly firstError: number;
      readonly total: number;
      readonly totalError: number;
      readonly estimable: boolean;
    }[];
  }[];
}

/**
 * Sobol indices over groups of judgements that are independent of one another: a party's weight vector, the option values of
 * one issue, a correlated block, any other entry. Chances are integrated.
 *
 * @param wanted judgements whose groups are asked for
 * @param rows rows of each design; the cost is (groups + 2) × rows draws with their chances integrated
 */
export function groupIndices(
  given: Case,
  manifest: Manifest,
  wanted: readonly string[],
  rows = 256,
): GroupIndices {
  const { subject, sampler, state, engine, inner } = runnerOf(given, manifest);
  const { columns } = sampler;
  const groups = judgementGroups(subject, columns).filter((group) =>
    group.columns.some((c) => wanted.includes(columns[c].id)),
  );
  const F = subject.framings.length;
  const designs = ["a", "b"].map((letter) =>
    plainDesign(
      manifest.seed,
      columns.map(({ id }) => `indices.${letter}.${id}`),
    ),
  );
  const evaluate = (fromB: ReadonlySet<number>): Float64Array[] => {
    const mixed = {
      ...designs[0],
      fill: (c: number, first: number, out: Float64Array) =>
        designs[fromB.has(c) ? 1 : 0].fill(c, first, out),
    };
    const own = new Sampler(subject, columns, mixed, 64);
    const outcomes = subject.framings.map(() => new Float64Array(rows));
    const here = new Float64Array(F);
    for (let first = 0; first < rows; first += 64) {
      const size = Math.min(64, rows - first);
      own.fill(first, size);
      for (let i = 0; i < size; i++) {
        own.loadJudgements(i, state);
        state.settleJudgements();
        inner.durable(engine, state, here);
        for (let f = 0; f < F; f++) outcomes[f][first + i] = here[f];
      }
    }
    return outcomes;
  };
  const a = evaluate(new Set());
  const b = evaluate(new Set(columns.map((_, c) => c)));
  const mixed = groups.map((group) => evaluate(new Set(group.columns)));
  return {
    method: "Sobol indices of independent groups (pick-freeze)",
    exact: false,
    parameters: { rows, inner: manifest.sample.inner },
    framings: subject.framings.map(({ id }, f) => {
      const durable = a[f].reduce((sum, one) => sum + one, 0) / rows;
      const nothing = (notEstimable: string) => ({ framing: id, durable, notEstimable, groups: [] });
      if (durable < 0.02) return nothing("It ends durable in under 2 % of the rows.");
      const found = sobolIndices({ a: a[f], b: b[f], mixed: mixed.map((byFraming) => byFraming[f]) });
      if (found.kind === "constant") return nothing("It never varies.");
      return {
        framing: id,
        durable,
        groups: found.groups.map(({ first, firstError, total, totalError }, g) => ({
          group: groups[g].id,
          judgements: groups[g].columns.map((c) => columns[c].id),
          first,
          firstError,
          total,
          totalError,
          estimable: first >= firstError && total >= totalError,
        })),
      };
    }),
  };
}
