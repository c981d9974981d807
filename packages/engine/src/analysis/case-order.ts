/** Whether one outcome or choice comes before another of the same length in case order: issue by issue, option by option. */
export function isBefore(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at] < b[at];
  return false;
}
