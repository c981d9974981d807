import type { Case, Given } from "../../../model/case.ts";
import type { Design } from "../../../numeric/sampling/design.ts";
import { type Copula, gaussianCopula } from "../../../numeric/sampling/gaussian-copula.ts";
import { pert } from "../../../numeric/sampling/pert.ts";
import { type StreamKey, streamKey } from "../../../numeric/sampling/stream-key.ts";
import { triangular } from "../../../numeric/sampling/triangular.ts";
import { uniformInterval } from "../../../numeric/sampling/uniform-interval.ts";
import type { DrawState } from "../draw/draw-state.ts";
import type { Column } from "./column.ts";
import { type VectorSample, vectorSamples } from "./vector-samples.ts";

/** What an entry is at chance u. */
function quantileOf(given: Given): (u: number) => number {
  if (given.kind === "number") return () => given.value;
  if (given.kind === "word") return uniformInterval(given.low, given.high);
  const { low, mode, high } = given;
  return given.shape === "pert" ? pert(low, mode, high) : triangular(low, mode, high);
}

interface HeldVector extends VectorSample {
  readonly uniforms: Float64Array;
  readonly key: StreamKey | null;
}

/** Puts the numbers of draws into a state, some draws at a time. */
export class Sampler {
  /** Draws held at once. */
  readonly capacity: number;
  /** Latents of the draws held, by column. */
  readonly latents: readonly Float64Array[];
  /** Judgement columns, in order: places among all columns. */
  readonly judgements: Int32Array;
  readonly columns: readonly Column[];
  readonly #design: Design;
  readonly #copula: Copula | null;
  readonly #entryColumns: Int32Array;
  readonly #entryOf: Int32Array;
  readonly #quantiles: readonly ((u: number) => number)[];
  readonly #vectors: readonly HeldVector[];
  readonly #chances: readonly number[];
  #first = 0;

  /**
   * @param columns must have ids in the order of the design's
   * @param vectors whether what was entered in words that only order is sampled too; without it its columns may be left out
   */
  constructor(subject: Case, columns: readonly Column[], design: Design, capacity: number, vectors = true) {
    this.capacity = capacity;
    this.columns = columns;
    this.#design = design;
    this.latents = columns.map(() => new Float64Array(capacity));
    this.judgements = Int32Array.from(columns.flatMap(({ kind }, c) => (kind === "judgement" ? [c] : [])));
    const entries = columns.flatMap(({ target }, c) => (target.to === "entry" ? [[c, target.entry]] : []));
    this.#entryColumns = Int32Array.from(entries, ([c]) => c);
    this.#entryOf = Int32Array.from(entries, ([, entry]) => entry);
    this.#quantiles = entries.map(([, entry]) => quantileOf(subject.entries[entry].given));
    this.#vectors = (vectors ? vectorSamples(subject, columns) : []).map((vector) => ({
      ...vector,
      uniforms: new Float64Array(vector.columns.length),
      key: vector.stream === null ? null : streamKey(design.seed, vector.stream),
    }));
    this.#chances = columns.flatMap(({ kind }, c) => (kind === "chance" ? [c] : []));
    this.#copula = copulaOf(subject, columns);
  }

  /** @param count at most `capacity` */
  fill(first: number, count: number): void {
    this.#first = first;
    const whole = count === this.capacity;
    for (let c = 0; c < this.latents.length; c++) {
      this.#design.fill(c, first, whole ? this.latents[c] : this.latents[c].subarray(0, count));
    }
    this.#copula?.applyColumns(this.latents, count);
  }

  /** @param at which of the draws held */
  load(at: number, state: DrawState): void {
    this.loadJudgements(at, state);
    this.loadChances(at, state);
  }

  loadJudgements(at: number, state: DrawState): void {
    state.reset();
    const { latents } = this;
    for (let k = 0; k < this.#entryColumns.length; k++) {
      state.entries[this.#entryOf[k]] = this.#quantiles[k](latents[this.#entryColumns[k]][at]);
    }
    for (const { columns, uniforms, put, key } of this.#vectors) {
      for (let i = 0; i < columns.length; i++) uniforms[i] = latents[columns[i]][at];
      put(state, uniforms, key, this.#first + at);
    }
  }

  loadChances(at: number, state: DrawState): void {
    for (const c of this.#chances) {
      const { target } = this.columns[c];
      const u = this.latents[c][at];
      if (target.to === "stance") state.stanceLatents[target.party][target.basket] = u;
      else if (target.to === "line") for (const l of target.lines) state.lineLatents[target.party][l] = u;
      else if (target.to === "influence") state.influenceLatents[target.party] = u;
      else if (target.to === "hazard") state.hazardLatents[target.hazard] = u;
      else if (target.to === "recognition") state.recognitionLatent = u;
      else if (target.to === "delivery") state.deliveryLatent = u;
      else state.unravelsLatent = u;
    }
  }

  /** What the judgement columns are in a state into which a draw was loaded and which is not yet settled. */
  judgementValues(state: DrawState, out: Float64Array): void {
    for (let j = 0; j < this.judgements.length; j++) {
      const { target } = this.columns[this.judgements[j]];
      if (target.to === "entry") out[j] = state.entries[target.entry];
      else if (target.to === "weight") out[j] = state.orderedWeights[target.party]![target.issue];
      else if (target.to === "option") {
        out[j] = state.rankedOptions[target.party][target.issue]![target.option];
      }
    }
  }
}

function copulaOf(subject: Case, columns: readonly Column[]): Copula | null {
  const place = new Map(
    columns.flatMap(({ target }, c) => (target.to === "entry" ? [[target.entry, c]] : [])),
  );
  const correlations = subject.correlations.flatMap(({ between: [a, b], rho }) => {
    const [from, to] = [place.get(a), place.get(b)];
    return from === undefined || to === undefined ? [] : [{ between: [from, to] as const, rho }];
  });
  if (correlations.length === 0) return null;
  const copula = gaussianCopula(correlations);
  if (copula.kind === "impossible") {
    const paths = copula.conflict.map((column) => columns[column].id).join(", ");
    throw new RangeError(`no joint distribution has these correlations: ${paths}`);
  }
  return copula;
}
