import type { Case, Values } from "../../../model/case.ts";
import { chainSampler } from "../../../numeric/polytope/chain-sampler.ts";
import { orderedWeights } from "../../../numeric/polytope/ordered-weights.ts";
import { narrowed, orderPolytope } from "../../../numeric/polytope/polytope.ts";
import { polytopeCentre } from "../../../numeric/polytope/polytope-centre.ts";
import { rankedValues } from "../../../numeric/polytope/ranked-values.ts";
import type { StreamKey } from "../../../numeric/sampling/stream-key.ts";
import { drawStream } from "../../../numeric/sampling/stream-uniforms.ts";
import { rankedOptionValues } from "../../rank-order-centroid.ts";
import type { DrawState } from "../draw/draw-state.ts";
import type { Column } from "./column.ts";
import { statementRows } from "./statement-rows.ts";

/** A vector that is sampled as one: weights of a party, or values of the options of an issue. */
export interface VectorSample {
  /** Columns whose numbers it takes. */
  readonly columns: Int32Array;
  /** Id of its own stream, for what takes more numbers than it has columns; null: it needs none. */
  readonly stream: string | null;
  /** Puts the vector into a state whose entries are in place. `uniforms` are those of the columns. */
  readonly put: (state: DrawState, uniforms: Float64Array, key: StreamKey | null, draw: number) => void;
}

/** Everything entered in words that only order: first the options of issues, then the weights that statements about them bind. */
export function vectorSamples(subject: Case, columns: readonly Column[]): VectorSample[] {
  const place = new Map(columns.map(({ target }, c) => [keyOf(target), c]));
  const placesOf = (targets: readonly Column["target"][]) =>
    Int32Array.from(targets.flatMap((target) => place.get(keyOf(target)) ?? []));
  const options: VectorSample[] = [];
  const weights: VectorSample[] = [];
  subject.parties.forEach(({ values }, party) => {
    if (values === null) return;
    values.options.forEach((ranked, issue) => {
      if (ranked?.kind !== "order") return;
      const { levels } = ranked;
      const free = freeOptions(levels);
      const own = placesOf(free.map((option) => ({ to: "option", party, issue, option })));
      const fill = rankedValues(levels, 0, 100);
      const fixed = rankedOptionValues(levels.map((level) => level.length));
      options.push({
        columns: own,
        stream: null,
        put: (state, uniforms) => {
          const out = state.rankedOptions[party][issue]!;
          if (free.length > 0) {
            fill(uniforms, out);
            return;
          }
          for (const [k, level] of levels.entries()) for (const option of level) out[option] = fixed[k];
        },
      });
    });
    if (values.weights.kind === "order") weights.push(weightSample(subject, party, values, placesOf));
  });
  return [...options, ...weights];
}

/** Options that need a number; none where the ranking says everything. In the order of the case. */
export function freeOptions(levels: readonly (readonly number[])[]): readonly number[] {
  const all = levels.flat();
  const isStrict = levels.every((level) => level.length === 1);
  return all.length < 2 || (isStrict && all.length === 2) ? [] : all.toSorted((a, b) => a - b);
}

/** Draws from the order until the statements hold, so often at most; then the end of a chain. */
const mostTries = 4_096;

function weightSample(
  subject: Case,
  party: number,
  values: Values,
  placesOf: (targets: readonly Column["target"][]) => Int32Array,
): VectorSample {
  if (values.weights.kind !== "order") throw new Error(`weights of party ${party} are not an order`);
  const { levels: byIssue, path } = values.weights;
  const issues = byIssue.flat().toSorted((a, b) => a - b);
  const levels = byIssue.map((level) => level.map((issue) => issues.indexOf(issue)));
  const columns = placesOf(issues.map((issue) => ({ to: "weight", party, issue })));
  const fill = orderedWeights(levels);
  const out = new Float64Array(issues.length);
  const spread = (state: DrawState) => {
    const weights = state.orderedWeights[party]!;
    issues.forEach((issue, at) => {
      weights[issue] = out[at];
    });
  };
  if (values.prefers.length === 0) {
    return {
      columns,
      stream: null,
      put: (state, uniforms) => {
        if (issues.length > 1) fill(uniforms, out);
        else out.fill(1);
        spread(state);
      },
    };
  }
  const uniforms = new Float64Array(issues.length);
  return {
    columns: new Int32Array(0),
    stream: path,
    put: (state, _, key, draw) => {
      const rows = statementRows(subject, party, issues, (issue, option) =>
        optionValue(state, party, issue, option),
      );
      const uniform = drawStream(key!, draw);
      let holds = false;
      for (let tries = 0; tries < mostTries && !holds; tries++) {
        for (let at = 0; at < uniforms.length; at++) uniforms[at] = uniform();
        fill(uniforms, out);
        holds = rows.every((row) => row.reduce((sum, c, at) => sum + c * out[at], 0) >= 0);
      }
      if (!holds) {
        const statements = rows.map((row) => ({ coefficients: row.map((c) => -c), bound: 0 }));
        const region = narrowed(orderPolytope(levels), statements);
        const centre = polytopeCentre(region);
        // Option values of this draw that contradict the statements leave the last weights of the order.
        if (centre.kind === "centre") chainSampler(region, centre).draw(key!, draw, out);
      }
      spread(state);
    },
  };
}

function optionValue(state: DrawState, party: number, issue: number, option: number): number {
  const options = state.subject.parties[party].values!.options[issue];
  if (options === null) return 0;
  return options.kind === "entries"
    ? state.entries[options.entries[option]]
    : state.rankedOptions[party][issue]![option];
}

function keyOf(target: Column["target"]): string {
  if (target.to === "weight") return `weight ${target.party} ${target.issue}`;
  if (target.to === "option") return `option ${target.party} ${target.issue} ${target.option}`;
  return "";
}
