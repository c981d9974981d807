/**
 * Natural logarithm of the gamma function for positive arguments, error below 1e-14, relative where the value is above 1.
 *
 * Stirling's series with Bernoulli numbers (DLMF 5.11.1) at an argument moved above 12 by the recurrence
 * Γ(x + 1) = x Γ(x).
 *
 * @param x greater than 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`log-gamma needs a positive argument: ${x}`);
  let product = 1;
  let y = x;
  while (y < 12) {
    product *= y;
    y += 1;
  }
  const square = 1 / (y * y);
  let series = 0;
  for (let k = stirling.length - 1; k >= 0; k--) series = series * square + stirling[k];
  return (y - 0.5) * Math.log(y) - y + halfLogTwoPi + series / y - Math.log(product);
}

const halfLogTwoPi = 0.9189385332046728;

/** B_{2k} / (2k (2k − 1)), k = 1 … 7. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
