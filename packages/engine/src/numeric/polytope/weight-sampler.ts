import { type StreamKey, streamKey } from "../sampling/stream-key.ts";
import { drawStream } from "../sampling/stream-uniforms.ts";
import { chainSampler } from "./chain-sampler.ts";
import { orderedWeights } from "./ordered-weights.ts";
import { type Halfspace, narrowed, orderPolytope } from "./polytope.ts";
import { polytopeCentre } from "./polytope-centre.ts";

export interface WeightSampler {
  readonly kind: "sampler";
  /** `order` and `rejection` are exactly uniform, `chain` nearly so. */
  readonly method: "order" | "rejection" | "chain";
  /** Steps of each draw's chain; 0 for the exact methods. */
  readonly chainLength: number;
  /** Share of the order's weights that the statements accept, in 4,096 pilot draws; 1 without statements. */
  readonly accepted: number;
  /** The weights of one draw: a function of region, stream key and draw alone. */
  draw(key: StreamKey, draw: number, out: Float64Array): void;
}

const pilotDraws = 4096;
/** Below this share a chain is cheaper than drawing until the statements hold. */
const leastAccepted = 1 / 64;

/**
 * Weights uniform on what an order of levels and linear statements allow.
 *
 * Without statements, by sorting (exact). With statements that leave at least 1/64 of the order's region, by drawing from
 * the order until they hold (exact: von Neumann 1951). Otherwise by a chain of fixed length of its own for each draw.
 *
 * @param levels positions of the weights, most important level first; every position once
 * @param statements rows that must hold as well, coefficients · w ≤ bound
 */
export function weightSampler(
  levels: readonly (readonly number[])[],
  statements: readonly Halfspace[],
): WeightSampler | { readonly kind: "empty" } {
  const count = levels.reduce((sum, level) => sum + level.length, 0);
  const fromOrder = orderedWeights(levels);
  const uniforms = new Float64Array(count);
  const fill = (uniform: () => number, out: Float64Array) => {
    for (let k = 0; k < count; k++) uniforms[k] = uniform();
    fromOrder(uniforms, out);
  };
  if (statements.length === 0) {
    const draw = (key: StreamKey, n: number, out: Float64Array) => fill(drawStream(key, n), out);
    return { kind: "sampler", method: "order", chainLength: 0, accepted: 1, draw };
  }
  const region = narrowed(orderPolytope(levels), statements);
  const centre = polytopeCentre(region);
  if (centre.kind === "empty") return centre;
  const holds = (w: Float64Array) =>
    statements.every(({ coefficients, bound }) => {
      let sum = -bound;
      for (let i = 0; i < count; i++) sum += coefficients[i] * w[i];
      return sum <= 0;
    });
  const pilot = streamKey(0, "pilot of weights");
  const weights = new Float64Array(count);
  let accepted = 0;
  for (let n = 0; n < pilotDraws; n++) {
    fill(drawStream(pilot, n), weights);
    if (holds(weights)) accepted++;
  }
  const share = accepted / pilotDraws;
  if (share < leastAccepted) {
    const chain = chainSampler(region, centre);
    return { kind: "sampler", method: "chain", chainLength: chain.length, accepted: share, draw: chain.draw };
  }
  return {
    kind: "sampler",
    method: "rejection",
    chainLength: 0,
    accepted: share,
    draw(key, n, out) {
      const uniform = drawStream(key, n);
      // With a share near 1/64 the chance of needing this many tries is below e^-1000.
      for (let tries = 0; tries < 100_000; tries++) {
        fill(uniform, out);
        if (holds(out)) return;
      }
      throw new Error(`no weights in 100,000 tries although ${share} of the pilot's were accepted`);
    },
  };
}
