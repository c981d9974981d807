import type { Case } from "../../../model/case.ts";
import { endings } from "../readings-result.ts";

/** Bins of every sketch of values. A chunk counts in 16 bits, so that it holds fewer draws than these can count. */
export const bins = 512;

/** Sums of what is no count are whole numbers of steps, so many to a party's range (or to 1): exact, in whatever order. */
export const steps = 2 ** 30;

/** What draws add up to, exactly: the same for any division into chunks. All arrays are flat; see `steps`. */
export interface Tally {
  /** `[(scramble * framings + framing) * endings + ending]`. */
  readonly endings: Float64Array;
  readonly satDown: Float64Array;
  /** `[(scramble * framings + first) * framings + second]`: draws in which both end durable. */
  readonly bothDurable: Float64Array;
  /** `[scramble]`. */
  readonly draws: Float64Array;
  /** `[framing * valued + v]`: sums of values of what came, in steps. */
  readonly values: Float64Array;
  readonly regret: Float64Array;
  /** `[(framing * valued + v) * bins + bin]`. */
  readonly valueBins: Uint16Array | Uint32Array;
  readonly regretBins: Uint16Array | Uint32Array;
  /** `[(scramble * pairs + pair) * valued + v]`: sums of differences, first minus second, in steps. */
  readonly differences: Float64Array;
  /** `[pair * valued + v]`; squares in steps of the range's square. */
  readonly squares: Float64Array;
  readonly firstBetter: Float64Array;
  readonly secondBetter: Float64Array;
  /** `[who * (framings + 1) + framing]`, last of each: none; who: valued parties, then jointly; in steps. */
  readonly best: Float64Array;
  /** `[framing]`. */
  readonly agreed: Float64Array;
  readonly delivered: Float64Array;
  /** `[framing]`, in steps. */
  readonly goesOn: Float64Array;
  readonly escalation: Float64Array;
  /** `[framing * parties + party]`. */
  readonly missed: Float64Array;
  readonly undone: Float64Array;
  readonly refused: Float64Array;
  /** `[framing * (hazards + 1) + class]`, last of each: the horizon. */
  readonly overtaken: Float64Array;
}

/** Sizes by which tallies are laid out, and the range of each valued party's sketch. */
export interface TallyLayout {
  readonly scrambles: number;
  readonly framings: number;
  readonly parties: number;
  readonly hazards: number;
  /** Party by place among those with values. */
  readonly valued: readonly number[];
  /** First and second framing by pair. */
  readonly pairs: readonly (readonly [number, number])[];
  /** By place among the valued: values below `low` or above `high` count in the end bins. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export function tallyLayout(subject: Case, scrambles: number): TallyLayout {
  const valued = subject.parties.flatMap(({ values }, p) => (values === null ? [] : [p]));
  const ranges = valued.map((p) => rangeOf(subject, p));
  const F = subject.framings.length;
  return {
    scrambles,
    framings: F,
    parties: subject.parties.length,
    hazards: subject.hazards.length,
    valued,
    pairs: Array.from({ length: F }, (_, f) => f).flatMap((f) =>
      Array.from({ length: F - f - 1 }, (_, g) => [f, f + 1 + g] as const),
    ),
    low: ranges.map(([low]) => low),
    high: ranges.map(([, high]) => high),
  };
}

/** @param bits of the counts in sketches: 16 in a chunk */
export function emptyTally(
  { scrambles: R, framings: F, parties, hazards, valued, pairs }: TallyLayout,
  bits: 16 | 32 = 32,
): Tally {
  const E = endings.length;
  const V = valued.length;
  const zeros = (length: number) => new Float64Array(length);
  const counts = (length: number) => (bits === 16 ? new Uint16Array(length) : new Uint32Array(length));
  return {
    endings: zeros(R * F * E),
    satDown: zeros(R * F * E),
    bothDurable: zeros(R * F * F),
    draws: zeros(R),
    values: zeros(F * V),
    regret: zeros(F * V),
    valueBins: counts(F * V * bins),
    regretBins: counts(F * V * bins),
    differences: zeros(R * pairs.length * V),
    squares: zeros(pairs.length * V),
    firstBetter: zeros(pairs.length * V),
    secondBetter: zeros(pairs.length * V),
    best: zeros((V + 1) * (F + 1)),
    agreed: zeros(F),
    delivered: zeros(F),
    goesOn: zeros(F),
    escalation: zeros(F),
    missed: zeros(F * parties),
    undone: zeros(F * parties),
    refused: zeros(F * parties),
    overtaken: zeros(F * (hazards + 1)),
  };
}

/** Adds a tally to another of the same layout. */
export function addTally(sum: Tally, other: Tally): void {
  for (const field of Object.keys(sum) as (keyof Tally)[]) {
    const into = sum[field];
    const from = other[field];
    for (let i = 0; i < into.length; i++) into[i] += from[i];
  }
}

/** What a party's values can be at least and at most, by all that is entered. */
function rangeOf(subject: Case, p: number): readonly [low: number, high: number] {
  const party = subject.parties[p];
  const ends = (entry: number): readonly [number, number] => {
    const { given } = subject.entries[entry];
    return given.kind === "number" ? [given.value, given.value] : [given.low, given.high];
  };
  const { weights, options, interactions } = party.values!;
  const source = subject.document.scale === "source" && weights.kind === "entries";
  let low = source ? 0 : Infinity;
  let high = source ? 0 : -Infinity;
  options.forEach((byOption, i) => {
    if (byOption === null) return;
    const all = byOption.kind === "order" ? ([[0, 100]] as const) : byOption.entries.map(ends);
    let least = all.reduce((least, [from]) => Math.min(least, from), Infinity);
    let most = all.reduce((most, [, to]) => Math.max(most, to), -Infinity);
    if (!source) {
      low = Math.min(low, least);
      high = Math.max(high, most);
      return;
    }
    const [from, to] = weights.entries[i] < 0 ? [0, 0] : ends(weights.entries[i]);
    least = Math.min(from * least, to * least);
    most = Math.max(from * most, to * most);
    low += least;
    high += most;
  });
  if (!(low <= high)) [low, high] = [0, 0];
  for (const { cells } of interactions) {
    for (const { change } of cells) {
      const [from, to] = ends(change);
      low += Math.min(0, from);
      high += Math.max(0, to);
    }
  }
  for (const entry of [party.noDeal, ...(party.outlook?.values ?? [])]) {
    if (entry < 0) continue;
    const [from, to] = ends(entry);
    low = Math.min(low, from);
    high = Math.max(high, to);
  }
  return low < high ? [low, high] : [low - 0.5, low + 0.5];
}
