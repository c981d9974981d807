import type { Case } from "../../../model/case.ts";
import { failures } from "../../../model/schema/talks-schema.ts";
import { coderOutlook } from "./coder-outlook.ts";

/** By entry: whether the readings can depend on it; entries correlated with such a one count too. */
export function usedEntries(subject: Case): boolean[] {
  const used = subject.entries.map(() => false);
  const use = (entries: readonly number[]) => {
    for (const entry of entries) if (entry >= 0) used[entry] = true;
  };
  for (const party of subject.parties) {
    if (party.values !== null) {
      if (party.values.weights.kind === "entries") use(party.values.weights.entries);
      for (const options of party.values.options) if (options?.kind === "entries") use(options.entries);
      for (const { cells } of party.values.interactions) use(cells.map(({ change }) => change));
    }
    use(party.lines.map(({ firmness }) => firmness));
    if (party.threshold !== null) {
      use([
        party.threshold.value,
        party.threshold.influence,
        ...party.threshold.when.map(({ value }) => value),
      ]);
    }
    use([party.noDeal]);
    if (party.outlook !== null) {
      use(party.outlook.values);
      for (const failure of failures) use(party.outlook.likelihoods[failure] ?? []);
    }
  }
  for (const p of subject.principals) {
    for (const byPlacement of subject.parties[p].stances) use(byPlacement);
    use([subject.parties[p].recognition]);
  }
  for (const failure of failures) use(coderOutlook(subject, failure) ?? []);
  for (const framing of subject.framings) {
    use([framing.unravels, ...framing.months]);
    const later = framing.placements.includes("later");
    if (later && framing.followOnChance >= 0) use([framing.followOnChance]);
    else if (later)
      use([subject.followOnChance, ...framing.provisions.map((at) => subject.provisions[at].odds)]);
  }
  use(subject.hazards.map(({ perMonth }) => perMonth));
  for (const effect of subject.effects) {
    if (effect.date <= subject.asOf && used[effect.entry]) used[effect.odds] = true;
  }
  for (let grew = true; grew; ) {
    grew = false;
    for (const {
      between: [a, b],
    } of subject.correlations) {
      if (used[a] !== used[b]) {
        used[a] = used[b] = true;
        grew = true;
      }
    }
  }
  return used;
}
