import type { Comparison } from "../analysis/comparison.ts";
import type { Case } from "../model/case.ts";
import { list } from "./in-words.ts";

/**
 * The state of the agenda in a few sentences, from words alone: what no judgement enters.
 *
 * Says which framings every principal has accepted in words, what each principal says it wants, and on
 * which framings none of them has spoken.
 */
export function inShort(kase: Case, comparison: Comparison): string {
  const everyone = kase.principals.length === 2 ? "both" : "all";
  const nobody = kase.principals.length === 2 ? "neither has" : "none of them has";
  const saidBy = (f: Comparison["framings"][number]) =>
    f.agenda.answers.filter((a) => a.role === "principal").map((a) => a.said.answer);
  const accepted = comparison.framings.filter((f) => saidBy(f).every((answer) => answer === "yes"));
  const open = comparison.framings.filter((f) => saidBy(f).every((answer) => answer === "not-said"));
  const sentences = [
    comparison.framings.length === 0
      ? "No framing is entered, so there are no agendas to compare; parley agenda shows what each side has said."
      : accepted.length === 0
        ? `No agenda has been accepted by ${everyone} in public.`
        : `Accepted by ${everyone} in public: ${list(accepted.map((f) => `“${f.label}”`))}.`,
    ...kase.principals.map((p) => {
      const { label, position } = kase.document.parties[kase.parties[p].id];
      return position ? `${label}: ${position.replace(/\.$/, "")}.` : `${label} has stated no position here.`;
    }),
  ];
  if (open.length > 0)
    sentences.push(
      `On ${list(
        open.map((f) => `“${f.label}”`),
        "or",
      )} ${nobody} spoken.`,
    );
  return sentences.join(" ");
}
