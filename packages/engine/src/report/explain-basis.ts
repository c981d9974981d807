import type { Constraint } from "../analysis/constraint.ts";
import type { Explanation } from "../analysis/explain/explanation.ts";
import type { Case } from "../model/case.ts";
import { basisInWords } from "./stands-in-the-way.ts";

/** What a constraint rests on, in a word or two; empty for what the framing itself asks. */
export function basisOf(kase: Case, { agenda }: Explanation, { id, kind, party }: Constraint): string {
  const owner = kase.parties.find((one) => one.id === party);
  if (owner === undefined) return "";
  const entry = (at: number | undefined) => (at === undefined || at < 0 ? null : kase.entries[at].basis);
  const basis =
    kind === "agenda-refusal"
      ? agenda.refusals.find(({ path }) => path === id)?.basis
      : kind === "line"
        ? owner.lines.find((line) => `${owner.id}.lines.${line.id}` === id)?.basis
        : kind === "threshold"
          ? entry(owner.threshold?.value)
          : (entry(owner.noDeal) ?? "judged");
  return basisInWords[basis ?? "nothing"];
}
