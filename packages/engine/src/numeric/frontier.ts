import { branchedFrontier } from "./branched-frontier.ts";
import type { ChoiceLayer } from "./choice-layers.ts";
import { type ChoicePlan, choicePlan } from "./choice-plan.ts";
import type { ChoiceProblem } from "./choice-problem.ts";
import { enumeratedFrontier } from "./enumerated-frontier.ts";
import { finalNodes, valuesAt } from "./final-points.ts";
import type { FrontierPoint, FrontierResult } from "./frontier-result.ts";
import { solvedLayers } from "./solved-layers.ts";
import { choiceCounts, choiceLister, onlyChoice } from "./tied-choices.ts";
import { TiedPoint } from "./tied-point.ts";
import type { TooLarge } from "./too-large.ts";

export interface FrontierOptions {
  /** Tied choices listed per point, at least 1. Default 100. */
  readonly list?: number;
  /** Share of each objective's range, for sums that are not whole numbers on a common grid. Default 1e-9. */
  readonly tolerance?: number;
  /** Default true. */
  readonly withChoices?: boolean;
}

export const DEFAULT_TOLERANCE = 1e-9;

/**
 * Non-dominated value vectors among the feasible choices, with all choices that attain them.
 *
 * Variables are taken one by one, keeping for each state of the variables still open only the partial sums that are not
 * dominated and can still reach every floor: multi-objective bucket elimination (Rollón & Larrosa 2006, J. Heuristics 12)
 * along a path, which for plain sums is the merging of Pareto staircases. Where the open variables' table would be too
 * large, branch and bound takes its place (`branchedFrontier`); and where that does not end in time, or too many partial
 * sums may matter, every choice is looked at, and a note says so. Where that is too much as well, the problem is refused.
 *
 * Exactness: see `valueGrid`. A point is dominated when another is at least as large everywhere, and larger by more than
 * the tolerance somewhere; points nearer than the tolerance in every objective are one point.
 */
export function frontier(problem: ChoiceProblem, options: FrontierOptions = {}): FrontierResult {
  const { list = 100, tolerance = DEFAULT_TOLERANCE, withChoices = true } = options;
  const plan = choicePlan(problem, tolerance);
  if ("kind" in plan) return withoutTable(problem, list, tolerance, withChoices, plan);
  const method = plan.shared ? "elimination" : "merging";
  const whole = plan.grids.slice(0, plan.objectives).every((grid) => grid.exact);
  const about = { method, exact: true, tolerance: whole ? 0 : tolerance, notes: [] } as const;
  if (plan.hopeless) return { points: [], ...about };
  const layers = solvedLayers(plan, "all");
  if ("kind" in layers) {
    return enumeratedFrontier(
      problem,
      list,
      tolerance,
      `more than ${layers.limit} partial choices may still matter after ${layers.steps} of ${plan.steps.length} variables`,
    );
  }
  return { points: points(plan, layers, list, withChoices), ...about };
}

function withoutTable(
  problem: ChoiceProblem,
  list: number,
  tolerance: number,
  withChoices: boolean,
  { needed, limit }: TooLarge,
): FrontierResult {
  const because = `a table of ${needed} entries would be needed, more than ${limit}`;
  const found = branchedFrontier(problem, list, tolerance, withChoices);
  if (found.kind === "too-large") {
    const left = `branch and bound is not done after ${found.limit} table entries looked up`;
    return enumeratedFrontier(problem, list, tolerance, `${because}, and ${left}`);
  }
  const { points, whole } = found;
  return { points, method: "branching", exact: true, tolerance: whole ? 0 : tolerance, notes: [] };
}

function points(
  plan: ChoicePlan,
  layers: readonly ChoiceLayer[],
  list: number,
  withChoices: boolean,
): FrontierPoint[] {
  const last = layers[layers.length - 1];
  const found = finalNodes(plan, last.values, last.starts[1]);
  const finals: number[] = [];
  for (const nodes of found) for (const node of nodes) finals.push(node);
  const counts = choiceCounts(plan, layers, finals);
  const lister = choiceLister(plan, layers, list);
  const most = BigInt(list);
  let at = 0;
  return found.map((nodes) => {
    const values = valuesAt(plan, last.values, nodes[0]);
    let count = counts[at++];
    for (let i = 1; i < nodes.length; i++) count += counts[at++];
    if (!withChoices) return { values, count, choices: [], truncated: false };
    if (count === 1n) {
      return { values, count, choices: [onlyChoice(plan, layers, nodes[0])], truncated: false };
    }
    return new TiedPoint(values, count, count > most, () => lister(nodes));
  });
}
