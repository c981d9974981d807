import type { Case } from "../case.ts";
import { compileCorrelations, compileEffects, compileHazards } from "./compile-events.ts";
import { compileFollowOnChance, compileFramings, compileProvisions } from "./compile-framings.ts";
import { compileBaskets, compileIssues } from "./compile-issues.ts";
import { compileScenarios } from "./compile-outlook.ts";
import { compileParties } from "./compile-parties.ts";
import type { Compiling } from "./compiling.ts";
import { openSetting, within } from "./entry-register.ts";

/** Resolves ids and registers entries, section by section; reports what does not resolve, and then what it returns is not to be used. */
export function compileCase(compiling: Compiling, hash: string): Case {
  const { document, entries } = compiling;
  const baskets = compileBaskets(compiling);
  const issues = compileIssues(compiling, baskets);
  const parties = compileParties(compiling);
  const framings = compileFramings(compiling);
  const provisions = compileProvisions(compiling);
  const followOnChance = compileFollowOnChance(compiling);
  const hazards = compileHazards(compiling);
  registerTheRest(compiling);
  const effects = compileEffects(compiling);
  const correlations = compileCorrelations(compiling);
  return {
    id: document.id,
    title: document.title,
    asOf: document.asOf,
    hash,
    document,
    parties,
    principals: parties.flatMap(({ role }, index) => (role === "principal" ? [index] : [])),
    issues,
    baskets,
    framings,
    provisions,
    scenarios: compileScenarios(compiling),
    entries: entries.entries,
    worded: entries.worded,
    effects,
    correlations,
    followOnChance,
    hazards,
  };
}

/** Entries of verification and conflict, which later layers read by path. */
function registerTheRest({ document, entries }: Compiling): void {
  const assumptions = document.verification?.assumptions;
  const verification = within(openSetting, assumptions ?? {});
  const at = ["verification", "assumptions"];
  entries.add([...at, "quantityKg"], "amount", assumptions?.quantityKg, verification);
  entries.add([...at, "efficiency"], "likelihood", assumptions?.efficiency, verification);
  entries.add([...at, "setupDays"], "amount", assumptions?.setupDays, verification);
  for (const [party, maker] of Object.entries(document.conflict?.decisionMakers ?? {})) {
    entries.add(["conflict", "decisionMakers", party, "rate"], "weight", maker.rate, {
      ...within(openSetting, maker),
      party,
    });
  }
  for (const [state, linked] of Object.entries(document.conflict?.states ?? {})) {
    for (const [party, value] of Object.entries(linked.values)) {
      entries.add(["conflict", "states", state, "values", party], "points", value, {
        ...within(openSetting, linked),
        party,
      });
    }
  }
}
