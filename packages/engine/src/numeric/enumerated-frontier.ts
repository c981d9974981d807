import type { ChoiceProblem } from "./choice-problem.ts";
import { DominanceArchive, descending } from "./dominance.ts";
import { everyChoice } from "./every-choice.ts";
import { finalPoints } from "./final-points.ts";
import type { FrontierResult } from "./frontier-result.ts";
import { valueGrid } from "./value-grid.ts";

const MOST_CHOICES = 20_000_000;
const MOST_KEPT = 4_000_000;
const CHUNK = 1 << 16;

/**
 * The frontier by looking at every choice; the last resort, and said so in the notes. Refuses (no points, `exact` false)
 * where there are more than 20 million choices, or more than 4 million of them cannot be told apart by dominance.
 *
 * @param because why nothing better could be used
 */
export function enumeratedFrontier(
  problem: ChoiceProblem,
  list: number,
  tolerance: number,
  because: string,
): FrontierResult {
  const about = { method: "enumeration", tolerance } as const;
  const choices = problem.sizes.reduce((product, size) => product * size, 1);
  const refused = (why: string): FrontierResult => ({
    points: [],
    ...about,
    exact: false,
    notes: [`Not solved: ${because}; ${why}`],
  });
  if (choices > MOST_CHOICES)
    return refused(`and ${choices.toPrecision(3)} choices are too many to look at one by one`);
  const objectives = problem.objectives.length;
  const grids = problem.objectives.map((factors) => valueGrid(factors, tolerance));
  const slack = grids.map((grid) => grid.tolerance);
  let values: Float64Array = new Float64Array(2 * CHUNK * Math.max(objectives, 1));
  let ranks: Float64Array = new Float64Array(2 * CHUNK);
  let kept = 0;
  let filtered = 0;
  const filter = () => {
    [values, ranks, kept] = compact(values, ranks, kept, objectives, slack);
    filtered = kept;
  };
  for (const { rank, sums } of everyChoice(problem, tolerance)) {
    if (kept === ranks.length) return refused(`more than ${MOST_KEPT} choices tie or are not dominated`);
    for (let j = 0; j < objectives; j++) values[kept * objectives + j] = sums[j];
    ranks[kept++] = rank;
    if (kept === ranks.length || kept - filtered >= Math.max(CHUNK, filtered)) {
      filter();
      if (kept * 2 > ranks.length && ranks.length < MOST_KEPT) {
        values = doubled(values);
        ranks = doubled(ranks);
      }
    }
  }
  filter();
  const found = finalPoints({ sums: objectives, objectives, grids }, values, kept);
  const points = found.map(({ values: at, nodes }) => {
    const tied = nodes.map((node) => ranks[node]).sort((a, b) => a - b);
    const listed = tied.slice(0, list).map((rank) => unranked(rank, problem.sizes));
    return {
      values: at,
      count: BigInt(tied.length),
      choices: listed,
      truncated: tied.length > listed.length,
    };
  });
  return { points, ...about, exact: true, notes: [`Every choice was looked at, because ${because}.`] };
}

function compact(
  values: Float64Array,
  ranks: Float64Array,
  count: number,
  dims: number,
  tolerance: readonly number[],
): [Float64Array, Float64Array, number] {
  if (dims === 0) return [values, ranks, count];
  const used = values.subarray(0, count * dims);
  const archive = new DominanceArchive(dims, dims, tolerance);
  const keep: number[] = [];
  for (const p of descending(used, dims)) {
    const point = used.subarray(p * dims, (p + 1) * dims);
    if (archive.dominates(point)) continue;
    archive.add(point);
    keep.push(p);
  }
  const [nextValues, nextRanks] = [new Float64Array(values.length), new Float64Array(ranks.length)];
  keep.forEach((p, at) => {
    for (let j = 0; j < dims; j++) nextValues[at * dims + j] = values[p * dims + j];
    nextRanks[at] = ranks[p];
  });
  return [nextValues, nextRanks, keep.length];
}

function doubled(array: Float64Array): Float64Array {
  const wider = new Float64Array(array.length * 2);
  wider.set(array);
  return wider;
}

function unranked(rank: number, sizes: readonly number[]): number[] {
  const choice = new Array<number>(sizes.length);
  let rest = rank;
  for (let v = sizes.length - 1; v >= 0; v--) {
    choice[v] = rest % sizes[v];
    rest = (rest - choice[v]) / sizes[v];
  }
  return choice;
}
