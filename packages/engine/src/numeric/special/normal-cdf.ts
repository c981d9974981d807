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
  return (density * (0.398942280401432677939946 - ratio)) / size;
}

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = 0; k < coefficients.length; k++) value = value * x + coefficients[k];
  return value;
}

const centreTop = [
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
  18154.981253343561249,
];
const centreBottom = [
  1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
];
const middleTop = [
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
  597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
  9842.7148383839780218,
];
const middleBottom = [
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const farTop = [
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
  0.001421619193227893466, 2.9112874951168792e-5,
];
const farBottom = [
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
];
