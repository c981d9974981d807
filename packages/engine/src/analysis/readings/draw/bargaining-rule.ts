import type { Case, Given } from "../../../model/case.ts";
import { plainDesign } from "../../../numeric/sampling/design.ts";
import { beta } from "../../../numeric/special/incomplete-beta.ts";
import { centralReading } from "../../central-reading.ts";
import { columnsOf } from "../columns/columns-of.ts";
import { Sampler } from "../columns/sampler.ts";
import { Acceptance } from "../search/acceptance.ts";
import type { BargainingRule } from "./bargain.ts";
import { DrawState } from "./draw-state.ts";

/** Pilot readings are the same for a case whatever the seed of a run. */
const pilotSeed = 0;
const pilotReadings = 1_024;

/**
 * How deals are struck, and what each principal's no-deal value is taken to be by the others: exact where it is entered;
 * otherwise its share in 1,024 fixed pilot readings.
 */
export function bargainingRule(subject: Case): BargainingRule {
  const { reading } = centralReading(subject);
  const modalNoDeal = Float64Array.from(subject.principals, (p) => reading.noDeal[p] ?? Number.NaN);
  const isMoved = (entry: number) => subject.effects.some((effect) => effect.entry === entry);
  const entered = subject.principals.map((p) => {
    const { noDeal } = subject.parties[p];
    return noDeal >= 0 && !isMoved(noDeal) ? acceptanceOf(subject.entries[noDeal].given) : null;
  });
  const rule = subject.document.bargaining?.rule ?? "proposer";
  const needed = rule === "proposer" && entered.includes(null);
  const pilot = needed ? pilotNoDeals(subject) : [];
  const acceptance = entered.map((known, j) => known ?? Acceptance.sampled(pilot[j] ?? [modalNoDeal[j]]));
  return { rule, acceptance, modalNoDeal };
}

function acceptanceOf(given: Given): Acceptance {
  if (given.kind === "number") return Acceptance.known(given.value);
  const { low, high } = given;
  if (low === high) return Acceptance.known(low);
  const width = high - low;
  if (given.kind === "word") return Acceptance.spread(low, high, (value) => (value - low) / width);
  const { mode, shape } = given;
  if (shape === "pert") {
    const { cdf } = beta(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width);
    return Acceptance.spread(low, high, (value) => cdf((value - low) / width));
  }
  return Acceptance.spread(low, high, (value) =>
    value < mode
      ? (value - low) ** 2 / (width * (mode - low))
      : 1 - (high - value) ** 2 / (width * (high - mode)),
  );
}

/** No-deal values in the pilot readings, by principal. Where all come from outlooks, only the outlooks are sampled. */
function pilotNoDeals(subject: Case): Float64Array[] {
  const needed = outlookEntries(subject);
  const columns = columnsOf(subject).filter(
    ({ target }) => needed === null || (target.to === "entry" && needed.has(target.entry)),
  );
  const design = plainDesign(
    pilotSeed,
    columns.map(({ id }) => `pilot.${id}`),
  );
  const block = 128;
  const sampler = new Sampler(subject, columns, design, block, needed === null);
  const state = new DrawState(subject);
  const found = subject.principals.map(() => new Float64Array(pilotReadings));
  for (let first = 0; first < pilotReadings; first += block) {
    sampler.fill(first, block);
    for (let i = 0; i < block; i++) {
      sampler.loadJudgements(i, state);
      if (needed === null) state.settleJudgements();
      else state.settleNoDeals();
      subject.principals.forEach((p, j) => {
        found[j][first + i] = state.noDeal[p];
      });
    }
  }
  return found;
}

/** Entries on which the principals' no-deal values depend; null where that is more than their outlooks. */
function outlookEntries(subject: Case): Set<number> | null {
  const needed = new Set<number>();
  for (const p of subject.principals) {
    const { noDeal, outlook } = subject.parties[p];
    if (noDeal >= 0) {
      needed.add(noDeal);
      continue;
    }
    const likelihoods = outlook?.likelihoods.atTheTable ?? null;
    if (outlook === null || likelihoods === null || outlook.values.includes(-1)) return null;
    for (const entry of [...outlook.values, ...likelihoods]) if (entry >= 0) needed.add(entry);
  }
  for (const effect of subject.effects) if (needed.has(effect.entry)) needed.add(effect.odds);
  for (let size = -1; size !== needed.size; ) {
    size = needed.size;
    for (const { between } of subject.correlations) {
      if (between.some((entry) => needed.has(entry))) for (const entry of between) needed.add(entry);
    }
  }
  return needed;
}
