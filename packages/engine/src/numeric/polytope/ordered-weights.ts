import { levelOrder } from "./level-order.ts";
import { simplexPoint } from "./simplex-point.ts";

/**
 * Weights of the order polytope {w ≥ 0, Σ w = 1, every member of a level at least every member of the next}: exactly
 * uniform where the given numbers are independent and uniform.
 *
 * A uniform point of the simplex is sorted and dealt to the levels. Its mean is the rank-order centroid (Barron & Barrett
 * 1996). SMAA: Lahdelma & Salminen (2001); sampling by sorting: Tervonen & Lahdelma (2007), EJOR 178.
 *
 * @param levels positions of the weights, most important level first; every position once; one level is the whole simplex
 * @returns a function of one uniform number per weight, strictly between 0 and 1, that fills `out` by position
 */
export function orderedWeights(
  levels: readonly (readonly number[])[],
): (uniforms: ArrayLike<number>, out: Float64Array) => void {
  const count = levels.reduce((sum, level) => sum + level.length, 0);
  const deal = levelOrder(levels);
  const raw = new Float64Array(count);
  const sorted = new Float64Array(count);
  return (uniforms, out) => {
    simplexPoint(uniforms, raw);
    if (levels.length <= 1) {
      for (let k = 0; k < count; k++) out[k] = raw[k];
      return;
    }
    sorted.set(raw);
    sorted.sort().reverse();
    deal(raw, sorted, out);
  };
}
