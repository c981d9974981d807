/**
 * Shares as tenths that always sum to ten: rounded down, what is left over given to the largest remainders (ties: the first).
 *
 * @param shares sum to 1, up to float noise
 */
export function tenths(shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * 10);
  // Noise must not round 3 down to 2, nor reorder equal remainders.
  const whole = exact.map((value) => Math.floor(value + NOISE));
  const left = 10 - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: Math.round((value - whole[i]) / NOISE) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) whole[i]++;
  return whole;
}

const NOISE = 1e-9;
