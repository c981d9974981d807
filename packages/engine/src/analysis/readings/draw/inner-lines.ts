import type { Case } from "../../../model/case.ts";
import { streamKey } from "../../../numeric/sampling/stream-key.ts";
import { streamUniforms } from "../../../numeric/sampling/stream-uniforms.ts";
import type { Column } from "../columns/column.ts";
import type { DrawEngine } from "./draw-engine.ts";
import type { DrawState } from "./draw-state.ts";

/**
 * The chance that a framing ends durable, given all judgements: chances integrated.
 *
 * Which lines hold is averaged over a few points, the same for every choice of judgements and one in every stratum of each
 * coin (Latin hypercube: McKay, Beckman & Conover 1979, Technometrics 21); all other chances exactly.
 */
export class InnerLines {
  readonly points: number;
  /** By line coin: the party, its lines, a latent for every point. */
  readonly #coins: readonly {
    readonly party: number;
    readonly lines: readonly number[];
    readonly latents: Float64Array;
  }[];
  readonly #sum: Float64Array;

  constructor(subject: Case, columns: readonly Column[], seed: number, points: number) {
    this.points = points;
    this.#coins = columns.flatMap(({ id, target }) => {
      if (target.to !== "line") return [];
      return [{ party: target.party, lines: target.lines, latents: stratified(seed, id, points) }];
    });
    this.#sum = new Float64Array(subject.framings.length);
  }

  /** Puts the coins of one point into a state whose judgements are settled, and says which lines hold. */
  put(state: DrawState, point: number): void {
    for (const { party, lines, latents } of this.#coins) {
      for (const line of lines) state.lineLatents[party][line] = latents[point];
    }
    state.settleChances();
  }

  /** @param out by framing. The state's lines are left as the last point has them. */
  durable(engine: DrawEngine, state: DrawState, out: Float64Array): void {
    out.fill(0);
    for (let point = 0; point < this.points; point++) {
      this.put(state, point);
      engine.durable(state, this.#sum);
      for (let f = 0; f < out.length; f++) out[f] += this.#sum[f] / this.points;
    }
  }
}

/** One number in each of as many equal parts of the unit interval, in random order. */
function stratified(seed: number, id: string, points: number): Float64Array {
  const u = new Float64Array(2 * points);
  streamUniforms(streamKey(seed, `inner.${id}`), 0, u);
  const order = Array.from({ length: points }, (_, i) => i).sort((a, b) => u[a] - u[b]);
  const out = new Float64Array(points);
  order.forEach((point, rank) => {
    out[point] = (rank + u[points + point]) / points;
  });
  return out;
}
