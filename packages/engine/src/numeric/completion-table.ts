import type { ChoicePlan } from "./choice-plan.ts";

const MOST_CELLS = 500_000;
const MOST_WORK = 40_000_000;

/**
 * About how many completions reach the floors, by layer, state and partial sums: exact at the corners of a coarse grid but
 * for the interpolation of earlier ones, linear between them. Positive wherever there is a completion.
 *
 * At most three sums are put on the grid, those that fewest completions would reach on their own (normal approximation);
 * of the others only what is attainable counts.
 */
export function completionTable(
  plan: ChoicePlan,
): (layer: number, state: number, held: Float64Array) => number {
  const { steps, states, sums, most, least, floors } = plan;
  const chosen = tightest(plan).slice(0, 3);
  const dims = chosen.length;
  const width = cellsPerSum(plan, dims);
  const cells = width ** dims;
  const corners = 1 << dims;
  const tables = states.map((count) => new Float64Array(count * cells));
  tables[steps.length].fill(1);
  const read = (layer: number, state: number, held: Float64Array): number => {
    const base = state * sums;
    for (let j = 0; j < sums; j++) if (held[j] + most[layer][base + j] < floors[j]) return 0;
    let cell = state * cells;
    let stride = 1;
    for (let d = 0; d < dims; d++) {
      const j = chosen[d];
      const low = floors[j] - most[layer][base + j];
      const high = floors[j] - least[layer][base + j];
      const place =
        high > low
          ? Math.max(0, Math.min(((held[j] - low) / (high - low)) * (width - 1), width - 1))
          : width - 1;
      const whole = Math.min(Math.floor(place), width - 2);
      cell += whole * stride;
      part[d] = place - whole;
      step[d] = stride;
      stride *= width;
    }
    const table = tables[layer];
    let sum = 0;
    for (let corner = 0; corner < corners; corner++) {
      let share = 1;
      let at = cell;
      for (let d = 0; d < dims; d++) {
        if (corner & (1 << d)) {
          share *= part[d];
          at += step[d];
        } else share *= 1 - part[d];
      }
      if (share > 0) sum += share * table[at];
    }
    return sum;
  };
  const part = new Float64Array(dims);
  const step = new Int32Array(dims);
  const held = new Float64Array(sums);
  const at = new Float64Array(sums).fill(Infinity);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { options, next, gain, perState } = steps[i];
    const count = options.length;
    for (let state = 0; state < states[i]; state++) {
      const base = state * sums;
      // Sums off the grid are taken as reached: only their attainable range is used, where they are sampled.
      for (let cell = 0; cell < cells; cell++) {
        let rest = cell;
        for (let d = 0; d < dims; d++) {
          const j = chosen[d];
          const low = floors[j] - most[i][base + j];
          const high = floors[j] - least[i][base + j];
          const digit = rest % width;
          rest = (rest - digit) / width;
          at[j] =
            digit === width - 1
              ? Math.max(low, high) + plan.grids[j].tolerance
              : low + ((high - low) * digit) / (width - 1);
        }
        let sum = 0;
        for (let o = 0; o < count; o++) {
          const to = next[state * count + o];
          if (to < 0) continue;
          const gainAt = (perState ? state * count + o : o) * sums;
          for (let j = 0; j < sums; j++) held[j] = at[j] + gain[gainAt + j];
          sum += options[o].length * read(i + 1, to, held);
        }
        tables[i][state * cells + cell] = sum;
      }
    }
  }
  return read;
}

/** Bounded sums, hardest to reach first. */
function tightest(plan: ChoicePlan): number[] {
  const { sums, floors, start } = plan;
  const mean = Float64Array.from(start);
  const variance = new Float64Array(sums);
  for (const { gain, options } of plan.steps) {
    for (let j = 0; j < sums; j++) {
      let [sum, squares, count] = [0, 0, 0];
      for (let at = j; at < gain.length; at += sums) {
        const same = options[((at - j) / sums) % options.length].length;
        sum += gain[at] * same;
        squares += gain[at] ** 2 * same;
        count += same;
      }
      mean[j] += sum / count;
      variance[j] += Math.max(0, squares / count - (sum / count) ** 2);
    }
  }
  const need = Array.from(floors, (floor, j) => (floor - mean[j]) / Math.sqrt(variance[j] + 1e-300));
  return need.map((_, j) => j).sort((a, b) => need[b] - need[a]);
}

function cellsPerSum(plan: ChoicePlan, dims: number): number {
  if (dims === 0) return 2;
  let entries = 0;
  let work = 0;
  plan.steps.forEach(({ next }, i) => {
    entries += plan.states[i];
    work += next.length * (dims + 2 ** dims * dims);
  });
  const most = Math.min(MOST_CELLS / entries, MOST_WORK / work);
  return Math.max(2, Math.min(257, Math.floor(most ** (1 / dims))));
}
