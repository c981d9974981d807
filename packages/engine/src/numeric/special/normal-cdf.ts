/**
 * Chance that a standard normal number is at most z; relative error near 1e-15 in both tails.
 *
 * Rational approximations of Cody (1969), "Rational Chebyshev approximations for the error function", Math. Comp. 23, in
 * the form for the normal distribution of his SPECFUN (1993, Algorithm 715, ACM TOMS 19). Non-decreasing to within
 * rounding; 0 below −38.5, 1 above 8.3.
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.66291) {
    const square = z * z;
    return 0.5 + (z * polynomial(centreTop, square)) / polynomial(centreBottom, square);
  }
  const tail = size < 50 ? tailArea(size) : 0;
  return z > 0 ? 1 - tail : tail;
}

function tailArea(size: number): number {
  // e^(−size²/2) in two parts, so that squaring a long number loses nothing.
  const short = Math.trunc(size * 16) / 16;
  const density = Math.exp(-0.5 * short * short) * Math.exp(-0.5 * (size - short) * (size + short));
  if (size <= 5.656854249492381)
    return (density * polynomial(middleTop, size)) / polynomial(middleBottom, size);
  const square = 1 / (size * size);
  const ratio = (square * polynomial(farTop, square)) / polynomial(farBottom, square);
  return (density * (0.3989422804014327 - ratio)) / size;
}

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = 0; k < coefficients.length; k++) value = value * x + coefficients[k];
  return value;
}

const centreTop = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const centreBottom = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const middleTop = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const middleBottom = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const farTop = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
];
const farBottom = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  0.00007297515550839662,
];
