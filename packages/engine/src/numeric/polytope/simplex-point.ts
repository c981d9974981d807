/**
 * A point of the simplex {w ≥ 0, Σ w = 1}, uniform where the given numbers are independent and uniform: exponential
 * numbers over their sum. Weight k falls as `uniforms[k]` rises and depends on all of them.
 *
 * Devroye (1986), "Non-uniform random variate generation", V.2.
 *
 * @param uniforms one per weight, strictly between 0 and 1
 * @param out gets as many weights; may be `uniforms` itself
 */
export function simplexPoint(uniforms: ArrayLike<number>, out: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < uniforms.length; k++) {
    out[k] = -Math.log(uniforms[k]);
    sum += out[k];
  }
  for (let k = 0; k < uniforms.length; k++) out[k] /= sum;
}
