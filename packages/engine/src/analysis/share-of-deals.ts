import type { ChoiceProblem } from "../numeric/choice-problem.ts";
import { countChoices } from "../numeric/count-choices.ts";
import type { Share } from "./comparison.ts";
import type { FoundDeals } from "./found-deals.ts";
import type { Extra } from "./whole-problem.ts";

/**
 * How many of some deals meet a test: all, some or none of them; none where there are none.
 *
 * @param test over one choice; it must say what `extra` says
 * @param extra the same test as constraints, made only where there are more deals than are listed
 */
export function shareOf(
  found: FoundDeals,
  test: (choice: readonly number[]) => boolean,
  extra: () => Extra,
): Share {
  const passed = found.choices.filter(test).length;
  const [some, all] = [passed > 0, passed === found.choices.length];
  if (some && !all) return "some";
  const listed: Share = some ? "all" : "none";
  if (found.count > BigInt(found.choices.length) && found.sets.length > 0)
    return shareOfSets(found.sets, extra()) ?? listed;
  return listed;
}

/** Null where the deals are too many to be counted exactly; the listed ones then speak for all. */
function shareOfSets(sets: readonly ChoiceProblem[], extra: Extra): Share | null {
  let [total, passed] = [0n, 0n];
  for (const set of sets) {
    const all = countChoices(set);
    const met = countChoices({
      ...set,
      bounded: [...set.bounded, ...extra.bounded],
      forbidden: [...set.forbidden, ...extra.forbidden],
    });
    if (!all.exact || !met.exact) return null;
    total += all.count;
    passed += met.count;
  }
  return passed === 0n ? "none" : passed === total ? "all" : "some";
}
