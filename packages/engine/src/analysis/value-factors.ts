import type { Factor } from "../numeric/choice-problem.ts";
import { eachCell, type Variables } from "./variables.ts";
import { changeAt, type Worth } from "./worth-of-outcome.ts";

/**
 * A party's value of complete outcomes as tables over the variables, every other issue fixed: one table for each variable
 * it values, one for each set of variables that an interaction joins, and one constant.
 */
export function valueFactors(worth: Worth, variables: Variables): Factor[] {
  const factors: Factor[] = [];
  let constant = 0;
  worth.additive.forEach((byOption, i) => {
    if (byOption === null) return;
    const at = variables.place[i];
    if (at >= 0) factors.push({ scope: [at], values: byOption });
    else constant += byOption[variables.fixed[i]];
  });
  for (const interaction of worth.interactions) {
    const scope = scopeOf(interaction.issues, variables);
    const values = tableOver(scope, variables, (outcome) => changeAt(interaction, outcome));
    if (scope.length === 0) constant += values[0];
    else if (values.some((value) => value !== 0)) factors.push({ scope, values });
  }
  factors.push({ scope: [], values: Float64Array.of(constant) });
  return factors;
}

/** Variables among some issues, ascending. */
export function scopeOf(issues: readonly number[], variables: Variables): number[] {
  const places = issues.map((i) => variables.place[i]).filter((at) => at >= 0);
  return [...new Set(places)].sort((a, b) => a - b);
}

/** A table over a scope, the last variable fastest; `valueAt` is given the outcome, which it must not keep. */
export function tableOver(
  scope: readonly number[],
  variables: Variables,
  valueAt: (outcome: Int32Array) => number,
): Float64Array {
  const values = new Float64Array(scope.reduce((cells, at) => cells * variables.sizes[at], 1));
  eachCell(scope, variables, (cell, outcome) => {
    values[cell] = valueAt(outcome);
  });
  return values;
}
