import type { Case } from "../../../model/case.ts";
import { prim } from "../../../numeric/sensitivity/prim.ts";
import type { RankedSample } from "../chunk/gather.ts";
import type { Manifest } from "../chunk/manifest.ts";
import { columnOf } from "./influences.ts";
import { judgementsOf } from "./rests-on.ts";

/** Where among the judgements one framing most often ends durable: a box of few limits. */
export interface WhereBest {
  readonly method: "patient rule induction (PRIM)";
  readonly exact: false;
  readonly parameters: { readonly draws: number; readonly density: number };
  readonly notes: readonly string[];
  readonly framing: string;
  /** Share of the sample in which it is the one most likely to end durable, given the judgements. */
  readonly share: number;
  readonly limits: readonly {
    readonly judgement: string;
    /** Null: no limit on that side. */
    readonly from: number | null;
    readonly to: number | null;
    /** Chance of a limit that tells as much by accident; a guide, since limits are chosen on the same draws. */
    readonly quasiP: number;
  }[];
  /** Share of the draws in which it is best that lie inside; share of the draws inside in which it is best. */
  readonly coverage: number;
  readonly density: number;
  /** Only where there is no such box; coverage and density are 0 then. */
  readonly none?: {
    readonly kind: "never-best" | "always-best" | "no-restriction";
    readonly because: string;
  };
}

/**
 * The box of judgements in which a framing leads, by PRIM (Friedman & Fisher 1999; Bryant & Lempert 2010).
 *
 * @param framing id
 * @param density that the box should reach; default 0.8
 */
export function whereBest(
  given: Case,
  manifest: Manifest,
  sample: RankedSample,
  framing: string,
  density = 0.8,
): WhereBest {
  const f = given.framings.findIndex(({ id }) => id === framing);
  if (f < 0) throw new RangeError(`no such framing: ${framing}`);
  const F = given.framings.length;
  const judgements = judgementsOf(given, manifest);
  const interest = Uint8Array.from({ length: sample.draws }, (_, i) => {
    const row = sample.durable.subarray(i * F, (i + 1) * F);
    return row[f] > 0 && row.every((chance) => chance <= row[f]) ? 1 : 0;
  });
  const inputs = judgements.map((_, j) => columnOf(sample.judgements, judgements.length, j));
  const found = prim({ inputs, interest }, { density });
  const about = {
    method: "patient rule induction (PRIM)",
    exact: false,
    parameters: { draws: sample.draws, density },
    framing,
    share: interest.reduce((sum, one) => sum + one, 0) / Math.max(1, sample.draws),
  } as const;
  if (found.kind === "none") {
    const none = {
      "no-interest": {
        kind: "never-best",
        because: "In no draw of the sample is it the most likely to last.",
      },
      "all-interest": {
        kind: "always-best",
        because: "It is the most likely to last in every draw of the sample.",
      },
      "no-restriction": { kind: "no-restriction", because: "No limit on a judgement tells where it leads." },
    } as const;
    return { ...about, notes: [], limits: [], coverage: 0, density: 0, none: none[found.because] };
  }
  const { box, quasiP, reached } = found;
  return {
    ...about,
    notes: reached ? [] : [`No box holds it best in ${density * 100} % of its draws; this is the densest.`],
    limits: box.limits.map(({ input, from, to }, at) => ({
      judgement: judgements[input],
      from: Number.isFinite(from) ? from : null,
      to: Number.isFinite(to) ? to : null,
      quasiP: quasiP[at],
    })),
    coverage: box.coverage,
    density: box.density,
  };
}
