import { issuesNamed } from "./atoms-of.ts";
import { type ExpressionWorld, evaluateExpression } from "./evaluate-expression.ts";
import type { Expression } from "./expression.ts";

const mostCells = 2 ** 28;

export interface ExpressionTable {
  /** Positions of the issues named, ascending. Empty when none is named; the mask then has one cell. */
  readonly scope: readonly number[];
  /** 1 where true. Mixed radix over the options of `scope`, last issue fastest. */
  readonly mask: Uint8Array;
}

/**
 * Truth of an expression for every combination of options of the issues that it names, placements, provisions and flags being
 * settled.
 *
 * @param issueOrder position of an issue in the caller's order; different for different issues
 * @param size number of options of an issue
 *
 * Cost: product of the sizes × parts of the expression; throws beyond 2^28 cells.
 */
export function expressionTable(
  expression: Expression,
  issueOrder: (issue: string) => number,
  size: (issue: string) => number,
  world: Pick<ExpressionWorld, "placement" | "provision" | "flag">,
): ExpressionTable {
  const issues = issuesNamed(expression).toSorted((a, b) => issueOrder(a) - issueOrder(b));
  const sizes = issues.map(size);
  const cells = sizes.reduce((product, each) => product * each, 1);
  if (!(cells <= mostCells)) throw new RangeError(`table of ${cells} cells over ${issues.join(", ")}`);
  const place = new Map(issues.map((issue, at) => [issue, at]));
  const options = issues.map(() => 0);
  const here: ExpressionWorld = {
    option: (issue) => options[place.get(issue)!],
    placement: (basket) => world.placement(basket),
    provision: (id) => world.provision(id),
    flag: (id) => world.flag(id),
  };
  const mask = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    mask[cell] = evaluateExpression(expression, here) ? 1 : 0;
    for (let at = issues.length - 1; at >= 0; at--) {
      options[at]++;
      if (options[at] < sizes[at]) break;
      options[at] = 0;
    }
  }
  return { scope: issues.map(issueOrder), mask };
}
