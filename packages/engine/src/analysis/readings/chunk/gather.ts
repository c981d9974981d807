import type { Case } from "../../../model/case.ts";
import type { Readings } from "../readings-result.ts";
import type { Manifest } from "./manifest.ts";
import { readingsOf, widest } from "./readings-of.ts";
import type { ChunkResult } from "./run-chunk.ts";
import { addTally, emptyTally, type Tally, type TallyLayout, tallyLayout } from "./tally.ts";

/** Draws on which judgements are ranked, put together in order. */
export interface RankedSample {
  readonly draws: number;
  /** `[draw * judgements + judgement]`. */
  readonly judgements: Float64Array;
  /** `[draw * framings + framing]`. */
  readonly durable: Float64Array;
}

/**
 * Puts the chunks of a run together as they come, in whatever order: they are added in the order of their index, so that
 * the same chunks give the same bytes. Memory does not grow with the number of chunks, except for those that wait for
 * an earlier one.
 */
export class Gathering {
  readonly manifest: Manifest;
  readonly #subject: Case;
  readonly #layout: TallyLayout;
  readonly #tally: Tally;
  readonly #waiting = new Map<number, ChunkResult>();
  readonly #judgements: Float64Array[] = [];
  readonly #durable: Float64Array[] = [];
  #next = 0;
  #draws = 0;
  #sampled = 0;
  #precise = false;

  constructor(subject: Case, manifest: Manifest) {
    this.manifest = manifest;
    this.#subject = subject;
    this.#layout = tallyLayout(subject, manifest.scrambles);
    this.#tally = emptyTally(this.#layout);
  }

  /** A chunk twice, or past a checkpoint at which it stopped, changes nothing. */
  add(chunk: ChunkResult): void {
    if (chunk.manifest !== this.manifest.id) {
      throw new RangeError(`chunk ${chunk.index} is of run ${chunk.manifest}, not ${this.manifest.id}`);
    }
    if (chunk.index < this.#next || this.#precise) return;
    this.#waiting.set(chunk.index, chunk);
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#next++;
      this.#merge(next);
      if (this.#precise) {
        this.#waiting.clear();
        return;
      }
    }
  }

  /** Draws counted: those of all chunks from the first on without a gap. */
  get draws(): number {
    return this.#draws;
  }

  /** Whether nothing more is needed. */
  get done(): boolean {
    return this.#precise || this.#draws === this.manifest.draws;
  }

  /** Chunks not yet added, in order. */
  missing(): number[] {
    if (this.done) return [];
    const all = Array.from({ length: this.manifest.chunks - this.#next }, (_, i) => this.#next + i);
    return all.filter((index) => !this.#waiting.has(index));
  }

  readings(): Readings {
    const stopped = this.#precise ? "precise" : this.done ? "complete" : "cut-short";
    return readingsOf(this.#subject, this.manifest, this.#layout, this.#tally, this.#draws, stopped);
  }

  sample(): RankedSample {
    return {
      draws: this.#sampled,
      judgements: joined(this.#judgements),
      durable: joined(this.#durable),
    };
  }

  #merge(chunk: ChunkResult): void {
    addTally(this.#tally, chunk.tally);
    this.#draws += chunk.count;
    if (chunk.sampled > 0) {
      this.#sampled += chunk.sampled;
      this.#judgements.push(chunk.judgements);
      this.#durable.push(chunk.durable);
    }
    const { checkpoints, precision, draws } = this.manifest;
    if (precision <= 0 || this.#draws === draws || !checkpoints.includes(this.#draws)) return;
    this.#precise = widest(this.#layout, this.#tally, this.manifest.design) <= precision;
  }
}

/**
 * The readings of a run from its chunks, in any order.
 *
 * @example
 * ```ts
 * const chunks = Array.from({ length: manifest.chunks }, (_, k) => runChunk(subject, manifest, k));
 * const readings = gatherChunks(subject, manifest, chunks);
 * ```
 */
export function gatherChunks(subject: Case, manifest: Manifest, chunks: Iterable<ChunkResult>): Readings {
  const gathering = new Gathering(subject, manifest);
  for (const chunk of chunks) gathering.add(chunk);
  return gathering.readings();
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
