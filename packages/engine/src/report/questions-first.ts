import type { Comparison } from "../analysis/comparison.ts";
import type { Case } from "../model/case.ts";
import { inSentence, labelOf, namesIn } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { placementInWords } from "./stands-in-the-way.ts";

/**
 * What to ask first: the case's own questions, or, for a principal without any, what it has not said about
 * the basket and placement that most framings turn on.
 */
export function questionsFirst(kase: Case, comparison: Comparison): Labelled[] {
  return kase.principals.flatMap((p) => {
    const { id, label } = kase.parties[p];
    const to = kase.document.parties[id].askAs ?? label;
    const own = kase.document.ask
      .filter((ask) => ask.party === id)
      .map((ask) => ({ label: to, text: ask.question }));
    return own.length > 0 ? own : unsaidMost(kase, comparison, id).map((text) => ({ label: to, text }));
  });
}

function unsaidMost(kase: Case, comparison: Comparison, party: string): string[] {
  const asked = new Map<string, number>();
  const names = namesIn(kase);
  for (const framing of comparison.framings) {
    const answer = framing.agenda.answers.find((a) => a.party === party);
    for (const c of answer?.cells ?? []) {
      if (c.basis === "said" || c.basis === "official") continue;
      const question = `Would it sit down with ${inSentence(labelOf(kase.baskets, c.basket), names)} ${placementInWords(c.placement)}?`;
      asked.set(question, (asked.get(question) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...asked.values());
  const first = [...asked].find(([, times]) => times === most);
  return first ? [first[0]] : [];
}
