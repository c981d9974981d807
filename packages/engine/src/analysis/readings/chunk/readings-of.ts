import type { Case } from "../../../model/case.ts";
import { cannotBeComputed } from "../../deals-of.ts";
import { coderOutlook } from "../columns/coder-outlook.ts";
import { ended } from "../draw/draw-result.ts";
import {
  endings,
  type Follows,
  type FramingDifference,
  type FramingReadings,
  type Readings,
  type ShareEstimate,
  type Shares,
} from "../readings-result.ts";
import { confidence, meanOfDraws, meanOfScrambles, shareOfDraws, shareOfScrambles } from "./intervals.ts";
import type { Manifest } from "./manifest.ts";
import { bins, steps, type Tally, type TallyLayout } from "./tally.ts";

/** What a tally says, in the words of the result. */
export function readingsOf(
  subject: Case,
  manifest: Manifest,
  layout: TallyLayout,
  tally: Tally,
  draws: number,
  stopped: Readings["stopped"],
): Readings {
  const summed: Summed = { subject, layout, tally, draws, design: manifest.design };
  return {
    method: manifest.design,
    exact: false,
    parameters: {
      chunkSize: manifest.chunkSize,
      scrambles: manifest.scrambles,
      precision: manifest.precision,
      confidence,
    },
    notes: notesOf(subject),
    case: manifest.case,
    coder: manifest.coder,
    manifest: manifest.id,
    seed: manifest.seed,
    draws,
    asked: manifest.draws,
    stopped,
    halfWidth: widest(layout, tally, manifest.design),
    framings: subject.framings.map((_, f) => framingReadings(summed, f)),
    best: bestOf(summed),
    differences: layout.pairs.map((_, pair) => differenceOf(summed, pair)),
  };
}

/** Largest half-width among the intervals of all shares. */
export function widest(layout: TallyLayout, tally: Tally, design: Manifest["design"]): number {
  let most = 0;
  for (let f = 0; f < layout.framings; f++) {
    for (let e = 0; e < endings.length; e++) {
      for (const counts of [tally.endings, tally.satDown]) {
        const { low, high } = shareAt(layout, tally, design, counts, f, e);
        most = Math.max(most, (high - low) / 2);
      }
    }
  }
  return most;
}

interface Summed {
  readonly subject: Case;
  readonly layout: TallyLayout;
  readonly tally: Tally;
  readonly draws: number;
  readonly design: Manifest["design"];
}

function shareAt(
  { scrambles, framings: F }: TallyLayout,
  tally: Tally,
  design: Manifest["design"],
  counts: Float64Array,
  f: number,
  ending: number,
): ShareEstimate {
  const byScramble = Array.from(
    { length: scrambles },
    (_, s) => counts[(s * F + f) * endings.length + ending],
  );
  return design === "plain"
    ? shareOfDraws(byScramble[0], tally.draws[0])
    : shareOfScrambles(byScramble, [...tally.draws]);
}

function sharesOf({ layout, tally, design }: Summed, counts: Float64Array, f: number): Shares {
  return Object.fromEntries(
    endings.map((ending, e) => [ending, shareAt(layout, tally, design, counts, f, e)]),
  ) as Shares;
}

function framingReadings(summed: Summed, f: number): FramingReadings {
  const { subject, layout, tally, draws } = summed;
  const { framings: F, parties: P, hazards, valued, low, high } = layout;
  const V = valued.length;
  const agreed = tally.agreed[f];
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const byParty = <T>(places: readonly number[], of: (place: number, v: number) => T) =>
    Object.fromEntries(places.map((p, v) => [subject.parties[p].id, of(p, v)]));
  const asking = subject.parties.flatMap(({ threshold, values, role, lines }, p) =>
    (threshold !== null && values !== null) || (role !== "principal" && lines.length > 0) ? [p] : [],
  );
  const width = (v: number) => (high[v] - low[v]) / bins;
  const scale = (v: number) => steps / (high[v] - low[v]);
  const sketch = (counts: Tally["valueBins"], v: number) =>
    counts.subarray((f * V + v) * bins, (f * V + v + 1) * bins);
  const none = cannotBeComputed(subject, f);
  return {
    id: subject.framings[f].id,
    label: subject.framings[f].label,
    shares: sharesOf(summed, tally.endings, f),
    hadTheySatDown: sharesOf(summed, tally.satDown, f),
    follows: followsOf(summed, f),
    valueBy: byParty(valued, (_, v) => ({
      mean: share(tally.values[f * V + v] / scale(v), draws),
      p05: quantile(sketch(tally.valueBins, v), draws, 0.05, low[v], width(v)),
      p50: quantile(sketch(tally.valueBins, v), draws, 0.5, low[v], width(v)),
      p95: quantile(sketch(tally.valueBins, v), draws, 0.95, low[v], width(v)),
      binWidth: width(v),
    })),
    agreed,
    missedBy: byParty(asking, (p) => share(tally.missed[f * P + p], agreed)),
    undoneBy: byParty(asking, (p) => share(tally.undone[f * P + p], agreed)),
    refusedBy: byParty(subject.principals, (p) => share(tally.refused[f * P + p], draws)),
    overtakenBy: Object.fromEntries(
      [...subject.hazards.map(({ id }) => id), "horizon"].map((id, h) => [
        id,
        share(tally.overtaken[f * (hazards + 1) + h], draws),
      ]),
    ),
    delivered: share(tally.delivered[f], agreed),
    regret: byParty(valued, (_, v) => ({
      mean: share(tally.regret[f * V + v] / scale(v), draws),
      p95: quantile(sketch(tally.regretBins, v), draws, 0.95, 0, width(v)),
    })),
    ...(none === null || F === 0 ? {} : { none }),
  };
}

function followsOf({ subject, layout, tally, draws }: Summed, f: number): Follows {
  const { scrambles, framings: F } = layout;
  let durable = 0;
  for (let s = 0; s < scrambles; s++) durable += tally.endings[(s * F + f) * endings.length + ended.durable];
  const failed = draws - durable;
  if (coderOutlook(subject, "atTheTable") === null && coderOutlook(subject, "agendaRefused") === null) {
    const because = "No likelihoods are entered of what follows if talks fail.";
    return { goesOn: 0, escalation: 0, failed, none: { kind: "no-outlook", because } };
  }
  if (failed === 0) {
    const because = "It ends durable in every draw.";
    return { goesOn: 0, escalation: 0, failed, none: { kind: "never-failed", because } };
  }
  return {
    goesOn: tally.goesOn[f] / steps / failed,
    escalation: tally.escalation[f] / steps / failed,
    failed,
  };
}

function bestOf({ subject, layout, tally, draws }: Summed): Readings["best"] {
  const { framings: F, valued } = layout;
  const names = [...valued.map((p) => subject.parties[p].id), "jointly"];
  return Object.fromEntries(
    names.map((name, who) => [
      name,
      Object.fromEntries(
        [...subject.framings.map(({ id }) => id), "none"].map((id, f) => [
          id,
          draws === 0 ? 0 : tally.best[who * (F + 1) + f] / steps / draws,
        ]),
      ),
    ]),
  );
}

function differenceOf({ subject, layout, tally, draws, design }: Summed, pair: number): FramingDifference {
  const { scrambles: R, framings: F, valued, pairs, low, high } = layout;
  const [f, g] = pairs[pair];
  const V = valued.length;
  const durable = (s: number, at: number) => tally.endings[(s * F + at) * endings.length + ended.durable];
  const seeds = Array.from({ length: R }, (_, s) => s);
  const scrambled = design !== "plain" && !tally.draws.includes(0);
  const all = (of: (s: number, at: number) => number, at: number) =>
    seeds.reduce((sum, s) => sum + of(s, at), 0);
  const both = all((s) => tally.bothDurable[(s * F + f) * F + g], 0);
  return {
    first: subject.framings[f].id,
    second: subject.framings[g].id,
    durable: scrambled
      ? meanOfScrambles(seeds.map((s) => (durable(s, f) - durable(s, g)) / tally.draws[s]))
      : meanOfDraws(all(durable, f) - all(durable, g), all(durable, f) + all(durable, g) - 2 * both, draws),
    values: Object.fromEntries(
      valued.map((p, v) => {
        const at = pair * V + v;
        const range = high[v] - low[v];
        const sum = (s: number) => (tally.differences[s * pairs.length * V + at] * range) / steps;
        const squares = (tally.squares[at] * range * range) / steps;
        const mean = scrambled
          ? meanOfScrambles(seeds.map((s) => sum(s) / tally.draws[s]))
          : meanOfDraws(
              seeds.reduce((total, s) => total + sum(s), 0),
              squares,
              draws,
            );
        return [subject.parties[p].id, { ...mean, better: draws === 0 ? 0 : tally.firstBetter[at] / draws }];
      }),
    ),
  };
}

/** By the counts of a sketch, evenly spread inside each bin. */
function quantile(
  counts: ArrayLike<number>,
  draws: number,
  share: number,
  low: number,
  width: number,
): number {
  const wanted = share * draws;
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] > 0 && before + counts[bin] >= wanted) {
      return low + width * (bin + Math.max(0, wanted - before) / counts[bin]);
    }
    before += counts[bin];
  }
  return low;
}

function notesOf(subject: Case): string[] {
  const notes: string[] = [];
  for (const { label, threshold, values } of subject.parties) {
    if (threshold === null) continue;
    if (values === null) notes.push(`${label}: a threshold is entered but no values, so it is not tested.`);
    else if (threshold.influence < 0) {
      notes.push(
        `${label}: no influence is entered, so that what is not enough for it is never undone by it.`,
      );
    }
  }
  if (subject.framings.some(({ months }) => months.every((entry) => entry < 0))) {
    notes.push("Where no months are entered, nothing overtakes a framing.");
  }
  return notes;
}
