import type { ChoiceProblem } from "../numeric/choice-problem.ts";
import { countChoices } from "../numeric/count-choices.ts";
import type { Share } from "./comparison.ts";
import type { FoundDeals } from "./found-deals.ts";
import type { Extra } from "./whole-problem.ts";

/**
 * How many of some deals meet a test: all, some or none of them; none where there are none.
 *
 * @param test over one choice; it must say what `extra` says
 * @param extra the same test as constraints, asked where there are more deals than are listed
 */
export function shareOf(found: FoundDeals, test: (choice: readonly number[]) => boolean, extra: Extra): Share {
  const passed = found.choices.filter(test).length;
  const [some, all] = [passed > 0, passed === found.choices.length];
  if (some && !all) return "some";
  if (found.count > BigInt(found.choices.length) && found.sets.length > 0) return shareOfSets(found.sets, extra);
  return some ? "all" : "none";
}

function shareOfSets(sets: readonly ChoiceProblem[], extra: Extra): Share {
  let [total, passed] = [0n, 0n];
  for (const set of sets) {
    total += exactCount(set);
    passed += exactCount({ ...set, bounded: [...set.bounded, ...extra.bounded], forbidden: [...set.forbidden, ...extra.forbidden] });
  }
  return passed === 0n ? "none" : passed === total ? "all" : "some";
}

function exactCount(problem: ChoiceProblem): bigint {
  const result = countChoices(problem);
  if (!result.exact) throw new RangeError("tied deals cannot be counted exactly");
  return result.count;
}
