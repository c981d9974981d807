import type { Case, Values } from "../model/case.ts";
import { centralValue } from "../model/central-value.ts";
import { rankedOptionValues } from "./rank-order-centroid.ts";
import { type Reading, readingFrom } from "./reading.ts";
import { type WeightCentroid, weightCentroid } from "./weight-centroid.ts";

export interface CentralReading {
  readonly reading: Reading;
  /** False where a weight is estimated because statements of preference bind it. */
  readonly exact: boolean;
  readonly notes: readonly string[];
}

/**
 * The reading at the centre: modes of ranges, the middle of what a word allows, centroids for rankings (rank-order centroid;
 * equally spaced options), latents at 0.5 (a line holds, or a stance is accepted, when its likelihood exceeds 0.5).
 */
export function centralReading(subject: Case): CentralReading {
  const entries = Float64Array.from(subject.entries, (entry) => centralValue(entry.given));
  const rankedOptions = subject.parties.map((party) =>
    (party.values?.options ?? subject.issues.map(() => null)).map((options) =>
      options === null || options.kind === "entries"
        ? null
        : byLevel(options.levels, rankedOptionValues(options.levels.map((l) => l.length))),
    ),
  );
  const notes: string[] = [];
  let exact = true;
  const orderedWeights = subject.parties.map((party, p) => {
    if (party.values === null || party.values.weights.kind === "entries") return null;
    const centroid = partyWeights(subject, p, party.values, entries, rankedOptions[p]);
    if (!centroid.exact) {
      exact = false;
      notes.push(
        centroid.contradictory
          ? `${party.label}: its statements of preference leave no weights that satisfy them all with its order of importance; left out.`
          : `${party.label}: weights estimated from its statements of preference, standard error at most ${centroid.error.toPrecision(1)}.`,
      );
    }
    return centroid.weights;
  });
  const half = (length: number) => new Float64Array(length).fill(0.5);
  const reading = readingFrom(subject, {
    entries,
    orderedWeights,
    rankedOptions,
    stanceLatents: subject.parties.map(() => half(subject.baskets.length)),
    lineLatents: subject.parties.map((party) => half(party.lines.length)),
  });
  return { reading, exact, notes };
}

function byLevel(levels: readonly (readonly number[])[], values: readonly number[]): Float64Array {
  const all = new Float64Array(levels.reduce((sum, level) => sum + level.length, 0));
  levels.forEach((level, k) => {
    for (const at of level) all[at] = values[k];
  });
  return all;
}

/** By issue; 0 for issues outside the order. */
function partyWeights(
  subject: Case,
  p: number,
  values: Values,
  entries: Float64Array,
  ranked: readonly (Float64Array | null)[],
): WeightCentroid {
  if (values.weights.kind !== "order") throw new Error(`weights of party ${p} are not an order`);
  const issues = values.weights.levels.flat().toSorted((a, b) => a - b);
  const position = new Map(issues.map((issue, at) => [issue, at]));
  const worthOf = (issue: number, option: number) => {
    const options = values.options[issue];
    if (options === null) return 0;
    return options.kind === "entries" ? entries[options.entries[option]] : ranked[issue]![option];
  };
  const statements = values.prefers.map(({ better, worse }) => {
    const row = new Array<number>(issues.length).fill(0);
    const side = (pairs: typeof better, others: typeof better, sign: 1 | -1) => {
      for (const [issue, option] of pairs) {
        const at = position.get(issue);
        if (at === undefined) continue;
        row[at] += sign * worthOf(issue, option);
        const { statusQuo } = subject.issues[issue];
        if (statusQuo >= 0 && !others.some(([other]) => other === issue))
          row[at] -= sign * worthOf(issue, statusQuo);
      }
    };
    side(better, worse, 1);
    side(worse, better, -1);
    return row;
  });
  const levels = values.weights.levels.map((level) => level.map((issue) => position.get(issue)!));
  const centroid = weightCentroid({ levels, statements }, p);
  const weights = new Float64Array(subject.issues.length);
  issues.forEach((issue, at) => {
    weights[issue] = centroid.weights[at];
  });
  return { ...centroid, weights };
}
