import type { Factor, Mask } from "../numeric/choice-problem.ts";
import { tableOver } from "./value-factors.ts";
import { eachCell, type Variables } from "./variables.ts";

/** A table over the variables `from`, said over the fewer variables `to`; the issues left out stand as `to` fixes them. */
export function restrictFactor(factor: Factor, from: Variables, to: Variables): Factor {
  const scope = keptScope(factor.scope, from, to);
  return {
    scope,
    values: tableOver(scope, to, (outcome) => factor.values[cellAt(factor.scope, from, outcome)]),
  };
}

export function restrictMask(mask: Mask, from: Variables, to: Variables): Mask {
  const scope = keptScope(mask.scope, from, to);
  const restricted = new Uint8Array(scope.reduce((cells, at) => cells * to.sizes[at], 1));
  eachCell(scope, to, (cell, outcome) => {
    restricted[cell] = mask.mask[cellAt(mask.scope, from, outcome)];
  });
  return { scope, mask: restricted };
}

/** The same table over variables that hold all of its issues. */
export function extendFactor(factor: Factor, from: Variables, to: Variables): Factor {
  return { scope: factor.scope.map((at) => to.place[from.issues[at]]), values: factor.values };
}

/** Value of a sum of tables at a complete outcome. */
export function sumAt(factors: readonly Factor[], variables: Variables, outcome: ArrayLike<number>): number {
  let sum = 0;
  for (const factor of factors) sum += factor.values[cellAt(factor.scope, variables, outcome)];
  return sum;
}

/** Place of an outcome in a table. */
function cellAt(scope: readonly number[], variables: Variables, outcome: ArrayLike<number>): number {
  let cell = 0;
  for (const at of scope) cell = cell * variables.sizes[at] + outcome[variables.issues[at]];
  return cell;
}

function keptScope(scope: readonly number[], from: Variables, to: Variables): number[] {
  return scope.map((at) => to.place[from.issues[at]]).filter((at) => at >= 0);
}
