import { bestChoice } from "../../numeric/best-choice.ts";
import type { Profile } from "../domain/domain.ts";

/**
 * The cheapest outcome that is worth at least the no-deal value: put in its place, it leaves the same outcomes acceptable.
 *
 * @returns an option by issue; null where no outcome is worth as much
 */
export function cheapestReaching(profile: Profile, points: number): readonly number[] | null {
  const worth = profile.values.map((values, i) => (values ?? []).map((value) => value * profile.weights[i]));
  const factors = (sign: 1 | -1) =>
    worth.map((row, i) => ({ scope: [i], values: Float64Array.from(row, (value) => sign * value) }));
  const problem = {
    sizes: worth.map((row) => row.length),
    objectives: [],
    floors: [],
    bounded: [{ factors: factors(1), floor: points }],
    forbidden: [],
  };
  return bestChoice(problem, factors(-1))?.choice ?? null;
}
