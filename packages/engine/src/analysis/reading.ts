import type { Case, Interaction } from "../model/case.ts";
import { stanceWords } from "../model/likelihood-words.ts";
import { placements } from "../model/placement.ts";
import { type NoDealFrom, noDealValue } from "./no-deal-value.ts";
import { timesOdds } from "./odds.ts";
import type { ReadInteraction } from "./worth-of-outcome.ts";

/**
 * One joint sample of all judgements and all chances, before events and provisions act: numbers for every entry, weights and
 * option values for what was only ranked, and the latents that resolve likelihoods. The central reading is one such choice.
 */
export interface Columns {
  /** By entry. */
  readonly entries: ArrayLike<number>;
  /** By party, then issue: weights that sum to 1, where importances only order; null where they were entered or there are none. */
  readonly orderedWeights: readonly (ArrayLike<number> | null)[];
  /** By party, then issue, then option, where options only were ranked; null elsewhere. */
  readonly rankedOptions: readonly (readonly (ArrayLike<number> | null)[])[];
  /** By party, then basket: it accepts a placement when this is below its likelihood. */
  readonly stanceLatents: readonly ArrayLike<number>[];
  /** By party, then line: it holds when this is below its firmness. */
  readonly lineLatents: readonly ArrayLike<number>[];
}

/** A case with every number settled: what all analysis reads. Arrays by position, in case order. */
export interface Reading {
  /** By entry, after events. */
  readonly entries: Float64Array;
  /** By party, then issue: weight × value of each option; null where the party does not value the issue. */
  readonly worth: readonly (readonly (Float64Array | null)[])[];
  /** By party. */
  readonly interactions: readonly (readonly ReadInteraction[])[];
  /** By party: whether it has values at all. */
  readonly valued: readonly boolean[];
  /** By party: value of no deal; null where it has no values. */
  readonly noDeal: readonly (number | null)[];
  readonly noDealFrom: readonly NoDealFrom[];
  /** By party, then line. */
  readonly holds: readonly (readonly boolean[])[];
  /** By party, basket, placement. */
  readonly stances: readonly (readonly (readonly ReadStance[])[])[];
  /** By framing: chance that later talks deliver, provisions counted. */
  readonly followOnChance: readonly number[];
  /** By framing, then basket: months its track takes; null where not entered. */
  readonly months: readonly (readonly (number | null)[])[];
}

export interface ReadStance {
  readonly likelihood: number;
  readonly accepted: boolean;
  /** entered; implied by insisting on another placement; default for silence. */
  readonly origin: "entered" | "implied" | "default";
}

/** Settles every number of a case. Events dated up to the as-of date multiply odds; so do provisions of a follow-on. */
export function readingFrom(subject: Case, columns: Columns): Reading {
  const entries = afterEvents(subject, columns.entries);
  const worth = subject.parties.map((_, p) => worthOf(subject, p, entries, columns));
  const interactions = subject.parties.map((party) =>
    (party.values?.interactions ?? []).map((interaction) => readInteraction(interaction, entries)),
  );
  const noDeals = subject.parties.map((_, p) => noDealValue(subject, p, entries, worth[p], interactions[p]));
  return {
    entries,
    worth,
    interactions,
    valued: subject.parties.map((party) => party.values !== null),
    noDeal: noDeals.map(({ value }) => value),
    noDealFrom: noDeals.map(({ from }) => from),
    holds: subject.parties.map((party, p) =>
      party.lines.map((line, l) => columns.lineLatents[p][l] < entries[line.firmness]),
    ),
    stances: subject.parties.map((_, p) => readStances(subject, p, entries, columns.stanceLatents[p])),
    followOnChance: subject.framings.map((_, f) => followOnChanceOf(subject, f, entries)),
    months: subject.framings.map((framing) =>
      framing.months.map((entry) => (entry < 0 ? null : entries[entry])),
    ),
  };
}

function afterEvents(subject: Case, before: ArrayLike<number>): Float64Array {
  const entries = Float64Array.from(before);
  for (const effect of subject.effects) {
    if (effect.date <= subject.asOf)
      entries[effect.entry] = timesOdds(entries[effect.entry], entries[effect.odds]);
  }
  return entries;
}

function worthOf(subject: Case, p: number, entries: Float64Array, columns: Columns): (Float64Array | null)[] {
  const { values } = subject.parties[p];
  if (values === null) return subject.issues.map(() => null);
  const weights = weightsOf(subject, p, entries, columns);
  return values.options.map((options, i) => {
    if (options === null) return null;
    const ranked = columns.rankedOptions[p][i];
    return Float64Array.from(subject.issues[i].options, (_, o) => {
      const value = options.kind === "entries" ? entries[options.entries[o]] : ranked![o];
      return weights[i] * value;
    });
  });
}

/** Raw importances divided by their sum; an imported domain's own weights stay as they are. */
function weightsOf(subject: Case, p: number, entries: Float64Array, columns: Columns): ArrayLike<number> {
  const { weights } = subject.parties[p].values!;
  if (weights.kind === "order") return columns.orderedWeights[p]!;
  const raw = weights.entries.map((entry) => (entry < 0 ? 0 : entries[entry]));
  if (subject.document.scale === "source") return raw;
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? raw.map((weight) => weight / sum) : raw;
}

function readInteraction(interaction: Interaction, entries: Float64Array): ReadInteraction {
  return {
    issues: interaction.issues,
    cells: interaction.cells.map(({ from, to, change }) => ({ from, to, change: entries[change] })),
  };
}

function readStances(
  subject: Case,
  p: number,
  entries: Float64Array,
  latents: ArrayLike<number>,
): ReadStance[][] {
  return subject.parties[p].stances.map((byPlacement, b) => {
    const insists = byPlacement.some((entry) => entry >= 0 && insisted(subject, entry));
    return placements.map((_, k): ReadStance => {
      const entry = byPlacement[k] ?? -1;
      const origin = entry >= 0 ? "entered" : insists ? "implied" : "default";
      const likelihood = entry >= 0 ? entries[entry] : middle(insists ? "resists" : "accepts");
      return { likelihood, accepted: latents[b] < likelihood, origin };
    });
  });
}

function insisted(subject: Case, entry: number): boolean {
  const { given } = subject.entries[entry];
  return given.kind === "word" && given.word === "insists";
}

function middle(word: keyof typeof stanceWords): number {
  const [low, high] = stanceWords[word];
  return (low + high) / 2;
}

/** A framing's own chance stands as it is entered; the case's is without provisions, whose odds multiply it. Not entered: 0. */
function followOnChanceOf(subject: Case, f: number, entries: Float64Array): number {
  const framing = subject.framings[f];
  if (framing.followOnChance >= 0) return entries[framing.followOnChance];
  if (subject.followOnChance < 0) return 0;
  return framing.provisions.reduce(
    (chance, provision) => timesOdds(chance, entries[subject.provisions[provision].odds]),
    entries[subject.followOnChance],
  );
}
