import type { Case } from "../../../model/case.ts";
import type { Manifest } from "../chunk/manifest.ts";
import { type ChunkRunner, runnerOf } from "../chunk/run-chunk.ts";
import { reachOf } from "./pinned-by.ts";

/** Mean chance of ending durable, and the chance in every draw, by framing. */
export interface DurableMeans {
  readonly means: readonly number[];
  /** By framing, then draw. */
  readonly draws: readonly Float64Array[];
}

/**
 * The first draws of a run, again and again, with one entry pinned.
 *
 * What is settled at every point of every draw is kept, so that an entry which does not reach so far costs little: see
 * `reachOf`. Memory: draws × points × framings × proposers × 2 outcomes.
 */
export class DurableSample {
  readonly subject: Case;
  readonly draws: number;
  readonly #runner: ChunkRunner;

  constructor(given: Case, manifest: Manifest, draws: number) {
    this.#runner = runnerOf(given, manifest);
    this.subject = this.#runner.subject;
    this.draws = Math.min(draws, manifest.draws);
  }

  /** @param entry -1: nothing is pinned */
  means(entry: number, value = 0): DurableMeans {
    const { sampler, state, engine, inner, subject } = this.#runner;
    const F = subject.framings.length;
    const reach = entry < 0 ? "all" : reachOf(subject, entry);
    const draws = subject.framings.map(() => new Float64Array(this.draws));
    const out = new Float64Array(F);
    for (let from = 0; from < this.draws; from += sampler.capacity) {
      const size = Math.min(sampler.capacity, this.draws - from);
      sampler.fill(from, size);
      for (let i = 0; i < size; i++) {
        sampler.loadJudgements(i, state);
        if (entry >= 0) state.entries[entry] = value;
        state.settleJudgements();
        inner.durable(engine, state, out, { draw: from + i, reach });
        for (let f = 0; f < F; f++) draws[f][from + i] = out[f];
      }
    }
    return { means: draws.map((column) => column.reduce((sum, one) => sum + one, 0) / this.draws), draws };
  }
}
