import type { Case } from "../model/case.ts";
import { type Worth, worthOfOutcome } from "./worth-of-outcome.ts";

/** Where a no-deal value comes from. `status-quo` is the documented default, a gap; `none`: the party has no values. */
export type NoDealFrom = "entered" | "outlook" | "status-quo" | "none";

/**
 * What no deal is worth to a party: entered; or the expected value of the outlook given failure at the table, likelihoods
 * divided by their sum, the party's own belief before the coder's; or, where neither is there, its value of the status quo.
 *
 * In a domain without a status quo the last is 0. An outlook that leaves out the value of a scenario with some
 * likelihood is not used.
 */
export function noDealValue(
  subject: Case,
  p: number,
  entries: Float64Array,
  additive: Worth["additive"],
  interactions: Worth["interactions"],
): { readonly value: number | null; readonly from: NoDealFrom } {
  const party = subject.parties[p];
  if (party.noDeal >= 0) return { value: entries[party.noDeal], from: "entered" };
  const expected =
    party.outlook === null
      ? null
      : expectedValue(party.outlook.values, party.outlook.likelihoods.atTheTable, entries);
  if (expected !== null) return { value: expected, from: "outlook" };
  if (party.values === null) return { value: null, from: "none" };
  const statusQuo = subject.issues.map((issue) => issue.statusQuo);
  const value = statusQuo.includes(-1) ? 0 : worthOfOutcome({ additive, interactions }, statusQuo);
  return { value, from: "status-quo" };
}

function expectedValue(
  values: readonly number[],
  likelihoods: readonly number[] | null,
  entries: Float64Array,
): number | null {
  if (likelihoods === null) return null;
  let [total, sum] = [0, 0];
  for (let s = 0; s < likelihoods.length; s++) {
    const likelihood = likelihoods[s] < 0 ? 0 : entries[likelihoods[s]];
    if (likelihood === 0) continue;
    if (values[s] < 0) return null;
    total += likelihood;
    sum += likelihood * entries[values[s]];
  }
  return total > 0 ? sum / total : null;
}
