import type { Factor, Mask } from "../../numeric/choice-problem.ts";

/**
 * How far each combination lies inside what a line forbids: 0 where it is permitted, otherwise the fewest steps to a permitted
 * one, a step being one option up or down on one issue of the line. Loosening a line by k steps permits what lies no deeper.
 *
 * @param sizes options per variable
 * @returns minus the steps, as a table like the mask's, so that larger is less to give up; 1 throughout where nothing is permitted
 */
export function stepsInside(
  { scope, mask }: Mask,
  sizes: readonly number[],
): { readonly table: Factor; readonly deepest: number } {
  const steps = new Float64Array(mask.length).fill(Infinity);
  let edge: number[] = [];
  for (let cell = 0; cell < mask.length; cell++) {
    if (mask[cell] === 1) continue;
    steps[cell] = 0;
    edge.push(cell);
  }
  for (let depth = 1; edge.length > 0; depth++) {
    edge = edge
      .flatMap((cell) => neighbours(cell, scope, sizes))
      .filter((cell) => {
        const isNew = steps[cell] > depth;
        if (isNew) steps[cell] = depth;
        return isNew;
      });
  }
  const reached = steps.map((step) => (step === Infinity ? 1 : step));
  const deepest = reached.reduce((most, step) => Math.max(most, step), 0);
  return { table: { scope, values: reached.map((step) => -step + 0) }, deepest };
}

function neighbours(cell: number, scope: readonly number[], sizes: readonly number[]): number[] {
  const found: number[] = [];
  let stride = 1;
  for (let at = scope.length - 1; at >= 0; at--) {
    const size = sizes[scope[at]];
    const option = Math.floor(cell / stride) % size;
    if (option > 0) found.push(cell - stride);
    if (option < size - 1) found.push(cell + stride);
    stride *= size;
  }
  return found;
}
