import type { Case } from "../case.ts";
import type { Compiling } from "../compile/compiling.ts";

/** Correlations must be possible together: no joint distribution has a matrix that is not positive semidefinite. */
export function checkCorrelations({ document, problems }: Compiling, compiled: Case): void {
  const seen = new Set<string>();
  for (const [index, { between }] of document.correlations.entries()) {
    const [a, b] = between.map((path) => path.trim().replace(/^parties\./, ""));
    const at = ["correlations", index, "between"];
    if (a === b)
      problems.error("correlates-with-itself", at, `\`${a}\` always moves with itself`, "name two entries");
    const pair = [a, b].toSorted().join(" ");
    if (seen.has(pair))
      problems.error(
        "correlated-twice",
        at,
        `the correlation of \`${a}\` and \`${b}\` is given twice`,
        "keep one of the two",
      );
    seen.add(pair);
  }
  for (const { between } of compiled.correlations) {
    for (const entry of between) {
      const { given, path } = compiled.entries[entry];
      if (given.kind !== "number") continue;
      problems.warn(
        "nothing-to-correlate",
        ["correlations"],
        `\`${path}\` is a plain number and does not vary, so that its correlation has no effect`,
        "give it a range, or leave the correlation out",
        "key",
      );
    }
  }
  if (seen.size === document.correlations.length && !isPossible(compiled.correlations)) {
    problems.error(
      "impossible-correlations",
      ["correlations"],
      "these correlations cannot all hold at once",
      "if two entries move closely with a third, they must also move with each other: bring some nearer to 0",
      "key",
    );
  }
}

/** Whether the correlation matrix is positive semidefinite, by Cholesky decomposition with a small tolerance. */
function isPossible(correlations: Case["correlations"]): boolean {
  const entries = [...new Set(correlations.flatMap(({ between }) => between))];
  const size = entries.length;
  const matrix: number[][] = entries.map((_, row) => entries.map((__, column) => (row === column ? 1 : 0)));
  for (const { between, rho } of correlations) {
    const [row, column] = between.map((entry) => entries.indexOf(entry));
    if (row === column) continue;
    matrix[row][column] = rho;
    matrix[column][row] = rho;
  }
  const lower: number[][] = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row][column];
      for (let k = 0; k < column; k++) rest -= lower[row][k] * lower[column][k];
      if (row === column) {
        if (rest < -1e-9) return false;
        lower[row][row] = Math.sqrt(Math.max(0, rest));
      } else if (lower[column][column] < 1e-6) {
        // A pivot of zero leaves nothing for the rest of its column to vary with.
        if (Math.abs(rest) > 1e-6) return false;
      } else lower[row][column] = rest / lower[column][column];
    }
  }
  return true;
}
