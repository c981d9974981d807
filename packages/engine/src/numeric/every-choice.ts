import type { ChoiceProblem } from "./choice-problem.ts";
import { choiceReader } from "./choice-reader.ts";

/**
 * Every feasible choice in lexicographic order, with its place in that order and its sums: objectives, then bounded sums,
 * on their grids. Both arrays are the same each time. Cost O(choices · tables), less what masks cut off early.
 */
export function* everyChoice(
  problem: ChoiceProblem,
  tolerance: number,
): Generator<{ rank: number; choice: Int32Array; sums: Float64Array }> {
  const reader = choiceReader(problem, tolerance);
  const { sizes } = problem;
  const choice = new Int32Array(sizes.length);
  const left = new Set((problem.excluded ?? []).map(reader.rank));
  if (reader.forbids(choice, -1)) return;
  let depth = 0;
  if (sizes.length > 0) choice[0] = -1;
  while (depth >= 0) {
    if (depth < sizes.length) {
      if (++choice[depth] === sizes[depth]) {
        depth--;
        continue;
      }
      if (reader.forbids(choice, depth)) continue;
      if (++depth < sizes.length) {
        choice[depth] = -1;
        continue;
      }
    }
    const sums = reader.sums(choice);
    const rank = reader.rank(choice);
    if (reader.reaches(sums) && !left.has(rank)) yield { rank, choice, sums };
    depth--;
  }
}
