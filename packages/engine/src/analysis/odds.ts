/** A likelihood after its odds are multiplied. 0 and 1 stay what they are. */
export function timesOdds(likelihood: number, factor: number): number {
  if (likelihood <= 0) return 0;
  if (likelihood >= 1) return 1;
  const odds = (likelihood / (1 - likelihood)) * factor;
  return odds / (1 + odds);
}
