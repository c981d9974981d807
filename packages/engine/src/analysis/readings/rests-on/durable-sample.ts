import type { Case } from "../../../model/case.ts";
import type { Manifest } from "../chunk/manifest.ts";
import { type ChunkRunner, runnerOf } from "../chunk/run-chunk.ts";
import { KeptBargains } from "./kept-bargains.ts";
import { type Reach, reachOf } from "./reach-of.ts";

/** The chance of ending durable in every draw, by framing, and its means. */
export interface DurableChances {
  readonly means: readonly number[];
  /** By framing, then draw. */
  readonly draws: readonly Float64Array[];
}

/**
 * The first draws of a run again and again, each time with another entry pinned: same draws, same points.
 *
 * What is settled is kept, so that an entry which does not reach so far costs little (`reachOf`).
 */
export class DurableSample {
  readonly subject: Case;
  readonly draws: number;
  /** Nothing pinned. */
  readonly whole: DurableChances;
  readonly #runner: ChunkRunner;
  readonly #kept: KeptBargains;

  constructor(given: Case, manifest: Manifest, draws: number) {
    this.#runner = runnerOf(given, manifest);
    const { subject, engine, inner } = this.#runner;
    this.subject = subject;
    this.draws = Math.min(draws, manifest.draws);
    this.#kept = new KeptBargains(subject, engine, this.draws, inner.points);
    this.whole = this.#run(-1, 0, "first");
  }

  /** @param value of the entry in every draw, before events act on it */
  pinned(entry: number, value: number): DurableChances {
    return this.#run(entry, value, reachOf(this.subject, entry));
  }

  #run(entry: number, value: number, reach: Reach | "first"): DurableChances {
    const { sampler, state, engine, inner, subject } = this.#runner;
    const kept = this.#kept;
    const draws = subject.framings.map(() => new Float64Array(this.draws));
    const here = new Float64Array(subject.framings.length);
    for (let from = 0; from < this.draws; from += sampler.capacity) {
      const size = Math.min(sampler.capacity, this.draws - from);
      sampler.fill(from, size);
      for (let i = 0; i < size; i++) {
        const draw = from + i;
        sampler.loadJudgements(i, state);
        if (entry >= 0) state.entries[entry] = value;
        state.settleJudgements();
        for (let point = 0; point < inner.points; point++) {
          inner.put(state, point);
          if (reach === "first") kept.keep(state, draw, point);
          const again = reach === "all" || (reach === "lines" && !kept.sameLines(state, draw, point));
          if (again) engine.durable(state, here);
          else kept.durable(state, draw, point, reach === "enough", here);
          for (let f = 0; f < here.length; f++) draws[f][draw] += here[f] / inner.points;
        }
      }
    }
    return { means: draws.map((column) => column.reduce((sum, one) => sum + one, 0) / this.draws), draws };
  }
}
