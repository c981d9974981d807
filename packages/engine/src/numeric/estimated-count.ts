import type { ChoiceCount } from "./choice-count.ts";
import type { ChoicePlan } from "./choice-plan.ts";
import type { ChoiceProblem } from "./choice-problem.ts";
import { choiceReader } from "./choice-reader.ts";
import { completionTable } from "./completion-table.ts";
import { philoxStream } from "./philox.ts";

const FIRST = 4096;
const MOST_SAMPLES = 1 << 19;
const WANTED = 0.01;

/**
 * Counts feasible choices by sampling them nearly uniformly: each option is drawn in proportion to how many completions
 * a table of rounded sums says it has, and each feasible sample stands for the inverse of its chance (knapsack counting by
 * dynamic programming and rejection: Dyer 2003, STOC; with weights in place of rejection, so that the estimate is
 * unbiased however coarse the table). Stops at 4096 · 2^k samples, when the 95 % interval is within 1 %, or after 2^19.
 *
 * @param left choices to subtract
 */
export function estimatedCount(plan: ChoicePlan, seed: number, left: number): ChoiceCount {
  const { steps, sums, floors, start } = plan;
  const table = completionTable(plan);
  const widest = steps.reduce((most, { options }) => Math.max(most, options.length), 0);
  const chances = new Float64Array(widest);
  const held = new Float64Array(sums);
  const tried = new Float64Array(sums);
  const sample = (draw: () => number): number => {
    held.set(start);
    let state = 0;
    let stands = 1;
    for (let i = 0; i < steps.length; i++) {
      const { options, next, gain, perState } = steps[i];
      const width = options.length;
      let sum = 0;
      for (let o = 0; o < width; o++) {
        const to = next[state * width + o];
        let chance = 0;
        if (to >= 0) {
          const gainAt = (perState ? state * width + o : o) * sums;
          for (let j = 0; j < sums; j++) tried[j] = held[j] + gain[gainAt + j];
          chance = options[o].length * table(i + 1, to, tried);
        }
        chances[o] = chance;
        sum += chance;
      }
      if (sum === 0) return 0;
      let at = draw() * sum;
      let o = 0;
      while (o < width - 1 && (at >= chances[o] || chances[o] === 0)) at -= chances[o++];
      while (chances[o] === 0) o--;
      stands *= (sum / chances[o]) * options[o].length;
      const gainAt = (perState ? state * width + o : o) * sums;
      for (let j = 0; j < sums; j++) held[j] += gain[gainAt + j];
      state = next[state * width + o];
    }
    for (let j = 0; j < sums; j++) if (held[j] < floors[j]) return 0;
    return stands;
  };
  return untilSure(sample, seed, left);
}

/** The same by drawing options uniformly, for problems whose tables are too large to make ready. */
export function rejectionCount(
  problem: ChoiceProblem,
  tolerance: number,
  seed: number,
  left: number,
): ChoiceCount {
  const reader = choiceReader(problem, tolerance);
  const { sizes } = problem;
  const choices = sizes.reduce((product, size) => product * size, 1);
  const choice = new Int32Array(sizes.length);
  const sample = (draw: () => number): number => {
    for (let v = 0; v < sizes.length; v++) choice[v] = Math.floor(draw() * sizes[v]);
    return reader.feasible(choice) ? choices : 0;
  };
  return untilSure(sample, seed, left);
}

function untilSure(sample: (draw: () => number) => number, seed: number, left: number): ChoiceCount {
  const draw = philoxStream(seed, 0);
  let [mean, squares, samples] = [0, 0, 0];
  for (let checkpoint = FIRST; ; checkpoint *= 2) {
    for (; samples < checkpoint; ) {
      const value = sample(draw);
      samples++;
      const off = value - mean;
      mean += off / samples;
      squares += off * (value - mean);
    }
    const half = 1.96 * Math.sqrt(squares / (samples - 1) / samples);
    const estimate = Math.max(0, mean - left);
    const relativeError = estimate > 0 ? half / estimate : Infinity;
    if (relativeError <= WANTED || checkpoint >= MOST_SAMPLES) {
      const [low, high] = [Math.max(0, estimate - half), estimate + half];
      return { exact: false, estimate, relativeError, low, high, samples, seed };
    }
  }
}
