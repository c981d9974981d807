/**
 * Whether a coin with the given chance falls so, for a latent u strictly between 0 and 1.
 *
 * Raising the chance on the same latent never turns a yes into a no; chance 0 is never, 1 always.
 */
export function bernoulli(chance: number, u: number): boolean {
  return u < chance;
}
