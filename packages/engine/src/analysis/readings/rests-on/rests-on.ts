import type { Case } from "../../../model/case.ts";
import { partialInformation, perfectInformation } from "../../../numeric/sensitivity/value-of-information.ts";
import type { RankedSample } from "../chunk/gather.ts";
import type { Manifest } from "../chunk/manifest.ts";
import { runnerOf } from "../chunk/run-chunk.ts";
import { DurableSample } from "./durable-sample.ts";
import { flipOf } from "./flip-of.ts";
import { bearingFramings, columnOf, influencesOf, noiseOf } from "./influences.ts";
import type { Driver, RestsOn } from "./rests-on-result.ts";

export interface RestsOnOptions {
  /** For how many of the most influential judgements a flip value is looked for. Default 3. */
  readonly flips?: number;
  /** Draws on which flips are looked for; default 256, at most the run's. */
  readonly flipDraws?: number;
}

/** Ids of the judgements that a run samples, in the order of its sample's columns. */
export function judgementsOf(given: Case, manifest: Manifest): string[] {
  const { sampler } = runnerOf(given, manifest);
  return Array.from(sampler.judgements, (c) => sampler.columns[c].id);
}

/**
 * What the ranking of framings rests on: every judgement by influence, the flip values of the first, what knowing each
 * beforehand would be worth to a convenor who picks the framing.
 *
 * @param sample of a gathering whose run is done, or of the part that is
 *
 * @example
 * ```ts
 * const { drivers } = restsOn(subject, manifest, gathering.sample());
 * ```
 */
export function restsOn(
  given: Case,
  manifest: Manifest,
  sample: RankedSample,
  options: RestsOnOptions = {},
): RestsOn {
  const { flips = 3, flipDraws = 256 } = options;
  const { subject } = runnerOf(given, manifest);
  const judgements = judgementsOf(given, manifest);
  const F = subject.framings.length;
  const outcomes = subject.framings.map((_, f) => columnOf(sample.durable, F, f));
  const mean = (column: Float64Array) =>
    column.reduce((sum, one) => sum + one, 0) / Math.max(1, sample.draws);
  const influences = influencesOf(subject, sample, judgements).map((influence, j) => ({ influence, j }));
  influences.sort((a, b) => b.influence.influence - a.influence.influence || a.j - b.j);
  const enough = sample.draws >= 64 && F > 0;
  const nothing = { value: 0, standardError: 0 };
  const pinning = flips > 0 && enough ? new DurableSample(given, manifest, flipDraws) : null;
  const drivers = influences.map(({ influence, j }, place): Driver => {
    const about = enough
      ? partialInformation(columnOf(sample.judgements, judgements.length, j), outcomes, manifest.scrambles)
      : nothing;
    const flip = pinning !== null && place < flips ? { flip: flipOf(pinning, influence.judgement) } : {};
    return { ...influence, ...flip, information: { value: about.value, standardError: about.standardError } };
  });
  const perfect = enough ? perfectInformation(outcomes, manifest.scrambles) : nothing;
  const bearing = bearingFramings(subject, sample);
  const left = subject.framings.filter((_, f) => !bearing.includes(f));
  return {
    method: "rank correlation of judgements with chances integrated",
    exact: false,
    parameters: { draws: sample.draws, inner: manifest.sample.inner, seed: manifest.seed },
    notes: [
      `Which lines hold is averaged over ${manifest.sample.inner} points; every other chance is integrated exactly.`,
      ...(left.length === 0
        ? []
        : [
            `Left out of the correlations, since under 2 % of the sample ends durable: ${left.map(({ label }) => label).join("; ")}.`,
          ]),
      ...(enough ? [] : ["Too few draws to say what anything rests on."]),
    ],
    durable: Object.fromEntries(subject.framings.map(({ id }, f) => [id, mean(outcomes[f])])),
    noise: noiseOf(sample.draws, (judgements.length * bearing.length * (bearing.length + 1)) / 2),
    perfectInformation: { value: perfect.value, standardError: perfect.standardError },
    drivers,
  };
}
