import { beta } from "../special/incomplete-beta.ts";
import { type PrimBox, type PrimData, primBox } from "./prim-box.ts";

/**
 * For every restricted input of a box: the chance of as many draws of interest as are inside, if restricting this input
 * picked draws blindly from those that the other limits hold. Small: the restriction tells something.
 *
 * "Quasi", because the limits were chosen on the same draws: a test that is too easily passed. Bryant & Lempert (2010),
 * "Thinking inside the box", Technological Forecasting and Social Change 77, appendix A.
 *
 * @returns in the order of `box.limits`
 */
export function quasiP(data: PrimData, box: PrimBox): number[] {
  return box.limits.map((limit) => {
    const without = primBox(
      data,
      box.limits.filter((other) => other !== limit),
    );
    return binomialUpperTail(box.hits, box.inside, without.density);
  });
}

/** Chance of `hits` or more in `draws` independent draws of the given chance. */
export function binomialUpperTail(hits: number, draws: number, chance: number): number {
  if (hits <= 0 || chance >= 1) return 1;
  if (chance <= 0) return 0;
  return beta(hits, draws - hits + 1).cdf(chance);
}
