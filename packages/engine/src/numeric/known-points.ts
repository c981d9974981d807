import { type ChoiceLayer, choiceLayers } from "./choice-layers.ts";
import type { ChoicePlan } from "./choice-plan.ts";

/**
 * Some feasible choices, by a beam: at each step only `width` partial choices go on, chosen in turn by several mixes of
 * objectives, each less what its bounded sums are likely to fall short by. A heuristic whose results are true: what it finds
 * is feasible, and bounds what else is worth looking at.
 *
 * @returns layers of which the last may be empty
 */
export function knownLayers(plan: ChoicePlan, width: number): ChoiceLayer[] {
  const { sums, objectives, steps } = plan;
  const rest = expectedRest(plan);
  const range = Float64Array.from({ length: objectives }, (_, j) => plan.most[0][j] - plan.least[0][j] || 1);
  const mixes = directions(objectives);
  const thin = (values: Float64Array, starts: Int32Array, step: number): Uint8Array | null => {
    const nodes = starts[starts.length - 1];
    if (nodes <= width || step === steps.length) return null;
    const short = new Float64Array(nodes);
    for (let node = 0; node < nodes; node++) {
      for (let j = objectives; j < sums; j++) {
        const spread = Math.sqrt(rest.variance[step * sums + j]) + 1e-12;
        const ahead = (values[node * sums + j] + rest.mean[step * sums + j] - plan.floors[j]) / spread;
        if (ahead < 1) short[node] += (1 - ahead) ** 2;
      }
    }
    const keep = new Uint8Array(nodes);
    const share = Math.ceil(width / (mixes.length * CAUTION.length));
    const scores = new Float64Array(nodes);
    for (const mix of mixes) {
      for (const caution of CAUTION) {
        for (let node = 0; node < nodes; node++) {
          let score = -caution * short[node];
          for (let j = 0; j < objectives; j++) score += (mix[j] * values[node * sums + j]) / range[j];
          scores[node] = keep[node] ? -Infinity : score;
        }
        keepBest(scores, share, keep);
      }
    }
    return keep;
  };
  const layers = choiceLayers(plan, { ties: "one", limit: Infinity, thin });
  if ("kind" in layers) throw new Error(`beam of ${width} too wide`);
  return layers;
}

/** How much a likely shortfall weighs against the objectives' ranges. */
const CAUTION = [0.003, 0.03, 0.3];

/** Even weights, and each objective ahead of the others. */
function directions(objectives: number): number[][] {
  if (objectives === 0) return [[]];
  if (objectives === 1) return [[1]];
  if (objectives === 2) return [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => [share, 1 - share]);
  const even = Array.from({ length: objectives }, () => 1 / objectives);
  const ahead = (j: number, by: number) => even.map((_, i) => (i === j ? by : (1 - by) / (objectives - 1)));
  return [even, ...even.flatMap((_, j) => [ahead(j, 0.6), ahead(j, 0.05)])];
}

/** Mean and variance of what the rest adds, by step and sum, as if every option were as likely. */
function expectedRest(plan: ChoicePlan): { mean: Float64Array; variance: Float64Array } {
  const { sums, steps } = plan;
  const mean = new Float64Array((steps.length + 1) * sums);
  const variance = new Float64Array((steps.length + 1) * sums);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { gain } = steps[i];
    const count = gain.length / sums;
    for (let j = 0; j < sums; j++) {
      let [sum, squares] = [0, 0];
      for (let at = j; at < gain.length; at += sums) {
        sum += gain[at];
        squares += gain[at] ** 2;
      }
      mean[i * sums + j] = mean[(i + 1) * sums + j] + sum / count;
      variance[i * sums + j] =
        variance[(i + 1) * sums + j] + Math.max(0, squares / count - (sum / count) ** 2);
    }
  }
  return { mean, variance };
}

function keepBest(scores: Float64Array, share: number, keep: Uint8Array): void {
  const sorted = scores.slice().sort();
  const least = sorted[Math.max(0, sorted.length - share)];
  for (let node = 0; node < scores.length; node++)
    if (scores[node] >= least && scores[node] > -Infinity) keep[node] = 1;
}
