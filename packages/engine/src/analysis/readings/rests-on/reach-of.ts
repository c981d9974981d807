import type { Case } from "../../../model/case.ts";

/**
 * What has to be worked out again when one entry changes:
 * - `after`: only chances that follow once terms are known or the agenda is put (stances, influence, time, who proposes);
 * - `enough`: to whom the same terms are enough;
 * - `lines`: what is settled, where a line comes to hold or falls;
 * - `all`: everything.
 */
export type Reach = "after" | "enough" | "lines" | "all";

export function reachOf(subject: Case, entry: number): Reach {
  const reaches = new Set<Reach>();
  const note = (entries: readonly number[], reach: Reach) => {
    if (entries.includes(entry)) reaches.add(reach);
  };
  const anticipates = subject.document.bargaining?.anticipates ?? false;
  for (const { stances, lines, threshold, recognition } of subject.parties) {
    note(stances.flat(), "after");
    note([recognition], "after");
    note(
      lines.map(({ firmness }) => firmness),
      "lines",
    );
    if (threshold === null) continue;
    note([threshold.influence], "after");
    note([threshold.value, ...threshold.when.map(({ value }) => value)], anticipates ? "all" : "enough");
  }
  for (const { unravels, months } of subject.framings) note([unravels, ...months], "after");
  note(
    subject.hazards.map(({ perMonth }) => perMonth),
    "after",
  );
  for (const effect of subject.effects) {
    if (effect.odds === entry) reaches.add(reachOf(subject, effect.entry));
  }
  const order: readonly Reach[] = ["all", "lines", "enough", "after"];
  return reaches.size === 0 ? "all" : order.find((reach) => reaches.has(reach))!;
}
