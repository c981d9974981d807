import type { Case, Given } from "../../../model/case.ts";
import type { Column } from "./column.ts";
import { lineGroups } from "./line-groups.ts";
import { usedEntries } from "./used-entries.ts";
import { freeOptions } from "./vector-samples.ts";

/**
 * Every input that the readings of a case depend on: chances first, then judgements in case order. In a Sobol design the
 * place in this list is the dimension, so that a judgement entered last moves no other.
 *
 * Entries that are plain numbers, and entries that no reading depends on, have no column.
 */
export function columnsOf(subject: Case): Column[] {
  return [...chances(subject), ...judgements(subject)];
}

function varies(given: Given): boolean {
  return given.kind !== "number" && given.low < given.high;
}

function chances(subject: Case): Column[] {
  const found: Column[] = [];
  const add = (name: string, target: Column["target"]) =>
    found.push({ id: `chance.${name}`, kind: "chance", target });
  add("recognition", { to: "recognition" });
  add("delivery", { to: "delivery" });
  add("unravels", { to: "unravels" });
  for (const p of subject.principals) {
    subject.baskets.forEach((basket, b) => {
      add(`stances.${subject.parties[p].id}.${basket.id}`, { to: "stance", party: p, basket: b });
    });
  }
  subject.parties.forEach((party, p) => {
    for (const { id, lines } of lineGroups(subject, p)) {
      found.push({ id, kind: "chance", target: { to: "line", party: p, lines } });
    }
    if (party.threshold !== null && party.threshold.influence >= 0)
      add(`influence.${party.id}`, { to: "influence", party: p });
  });
  subject.hazards.forEach(({ id }, h) => {
    add(`hazard.${id}`, { to: "hazard", hazard: h });
  });
  return found;
}

function judgements(subject: Case): Column[] {
  const found: Column[] = [];
  const used = usedEntries(subject);
  subject.entries.forEach((entry, at) => {
    if (used[at] && varies(entry.given)) {
      found.push({ id: entry.path, kind: "judgement", target: { to: "entry", entry: at } });
    }
  });
  subject.parties.forEach((party, p) => {
    if (party.values === null) return;
    const { weights, options } = party.values;
    if (weights.kind === "order") {
      const issues = weights.levels.flat().toSorted((a, b) => a - b);
      for (const issue of issues.length > 1 ? issues : []) {
        const id = `${weights.path}.${subject.issues[issue].id}`;
        found.push({ id, kind: "judgement", target: { to: "weight", party: p, issue } });
      }
    }
    options.forEach((ranked, issue) => {
      if (ranked?.kind !== "order") return;
      for (const option of freeOptions(ranked.levels)) {
        const id = `${ranked.path}.${subject.issues[issue].options[option].id}`;
        found.push({ id, kind: "judgement", target: { to: "option", party: p, issue, option } });
      }
    });
  });
  return found;
}
