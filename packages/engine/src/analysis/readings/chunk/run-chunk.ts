import type { Case } from "../../../model/case.ts";
import { type Design, plainDesign, sobolDesign } from "../../../numeric/sampling/design.ts";
import { caseByCoder } from "../columns/case-by-coder.ts";
import { columnsOf } from "../columns/columns-of.ts";
import { Sampler } from "../columns/sampler.ts";
import { bargainingRule } from "../draw/bargaining-rule.ts";
import { DrawEngine } from "../draw/draw-engine.ts";
import { DrawState } from "../draw/draw-state.ts";
import { InnerLines } from "../draw/inner-lines.ts";
import { DrawAdder } from "./add-draw.ts";
import type { Manifest } from "./manifest.ts";
import { emptyTally, type Tally, type TallyLayout, tallyLayout } from "./tally.ts";

/** What one chunk of a run adds up to. */
export interface ChunkResult {
  /** Id of its manifest. */
  readonly manifest: string;
  readonly index: number;
  /** Number of its first draw, and how many it holds. */
  readonly first: number;
  readonly count: number;
  readonly tally: Tally;
  /** Draws of it that belong to the sample on which judgements are ranked. */
  readonly sampled: number;
  /** `[draw * judgements + judgement]`: what judgements were, before events, in the order of the columns. */
  readonly judgements: Float64Array;
  /** `[draw * framings + framing]`: chance that it ends durable, given the judgements. */
  readonly durable: Float64Array;
}

/** Everything that chunks of one run have in common, made once. */
export interface ChunkRunner {
  readonly subject: Case;
  readonly sampler: Sampler;
  readonly state: DrawState;
  readonly engine: DrawEngine;
  readonly inner: InnerLines;
  readonly layout: TallyLayout;
}

/** Draws filled at a time. */
const block = 64;

const runners = new WeakMap<Case, { readonly manifest: string; readonly runner: ChunkRunner }>();

/** The runner of a manifest; the last one of a case is kept. */
export function runnerOf(given: Case, manifest: Manifest): ChunkRunner {
  if (given.hash !== manifest.case.hash || given.asOf !== manifest.case.asOf) {
    throw new RangeError(
      `manifest ${manifest.id} is of another case: ${manifest.case.id}, ${manifest.case.hash}`,
    );
  }
  const known = runners.get(given);
  if (known?.manifest === manifest.id) return known.runner;
  const subject = caseByCoder(given, manifest.coder);
  const columns = columnsOf(subject);
  const ids = columns.map(({ id }) => id);
  const design: Design =
    manifest.design === "sobol"
      ? sobolDesign(manifest.seed, ids, manifest.scrambles)
      : plainDesign(manifest.seed, ids);
  const engine = new DrawEngine(subject, bargainingRule(subject));
  const runner: ChunkRunner = {
    subject,
    sampler: new Sampler(subject, columns, design, block),
    state: new DrawState(subject),
    engine,
    inner: new InnerLines(subject, columns, manifest.seed, manifest.sample.inner),
    layout: tallyLayout(subject, manifest.scrambles),
  };
  runners.set(given, { manifest: manifest.id, runner });
  return runner;
}

/**
 * How many of the first draws of a run belong to the sample on which judgements are ranked: spread over the chunks, the first of
 * each, in whole rounds of the scrambles.
 */
function sampledUpTo({ draws, sample, scrambles }: Manifest, draw: number): number {
  const rounds = Math.floor(sample.draws / scrambles);
  return scrambles * Math.floor((rounds * draw) / draws);
}

/** Computes one chunk. A function of case, manifest and index alone, to the byte. */
export function runChunk(given: Case, manifest: Manifest, index: number): ChunkResult {
  if (!(Number.isInteger(index) && index >= 0 && index < manifest.chunks)) {
    throw new RangeError(`chunk ${index} of a run of ${manifest.chunks}`);
  }
  const { subject, sampler, state, engine, inner, layout } = runnerOf(given, manifest);
  const first = index * manifest.chunkSize;
  const count = Math.min(manifest.chunkSize, manifest.draws - first);
  const sampled = sampledUpTo(manifest, first + count) - sampledUpTo(manifest, first);
  const J = sampler.judgements.length;
  const F = subject.framings.length;
  const judgements = new Float64Array(sampled * J);
  const durable = new Float64Array(sampled * F);
  const tally = emptyTally(layout, 16);
  const adder = new DrawAdder(subject, layout, tally);
  for (let from = 0; from < count; from += block) {
    const size = Math.min(block, count - from);
    sampler.fill(first + from, size);
    for (let i = 0; i < size; i++) {
      const at = from + i;
      sampler.load(i, state);
      if (at < sampled) sampler.judgementValues(state, judgements.subarray(at * J, (at + 1) * J));
      state.settle();
      adder.add(state, engine.run(state), (first + at) % manifest.scrambles);
      if (at < sampled) inner.durable(engine, state, durable.subarray(at * F, (at + 1) * F));
    }
  }
  return { manifest: manifest.id, index, first, count, tally, sampled, judgements, durable };
}
