import type { Case, Values } from "../case.ts";
import { centralValue } from "../central-value.ts";
import type { Compiling } from "../compile/compiling.ts";
import type { DataPath } from "../reading/data-path.ts";

/** Whether each party's values are complete and on their scale. */
export function checkValues(compiling: Compiling, compiled: Case): void {
  for (const { id, values } of compiled.parties) {
    if (values === null) continue;
    const at = ["parties", id, "values"];
    checkWeights(compiling, compiled, values, at);
    if (compiling.document.scale === "coded") checkScale(compiling, compiled, values, at);
    const isNumeric = values.weights.kind === "entries";
    for (const [index, { better, worse }] of values.prefers.entries()) {
      const path = [...at, "prefers", index];
      if (isNumeric) {
        compiling.problems.error(
          "prefers-with-numbers",
          path,
          "a preference between outcomes can only stand beside importances in words",
          "leave out the preference, or give importances as critical, high, medium, low or a ranking",
        );
      }
      if (JSON.stringify(better.toSorted()) === JSON.stringify(worse.toSorted())) {
        compiling.problems.error(
          "same-outcome",
          path,
          "the better and the worse outcome are the same",
          "name an issue in which they differ",
        );
      }
    }
  }
}

function checkWeights({ document, problems }: Compiling, compiled: Case, values: Values, at: DataPath): void {
  const { weights } = values;
  const weighed = (issue: number) =>
    weights.kind === "entries"
      ? weights.entries[issue] >= 0
      : weights.levels.some((level) => level.includes(issue));
  const party = document.parties[String(at[1])].values!;
  const section = party.weights === undefined ? "ranking" : "weights";
  for (const [index, { id }] of compiled.issues.entries()) {
    if (weighed(index) && values.options[index] === null) {
      const path = section === "weights" ? [...at, "weights", id] : [...at, "ranking"];
      problems.error(
        "no-option-values",
        path,
        `issue \`${id}\` has an importance, but its options have no values`,
        `add values.options.${id}, or leave it out of the ${section}`,
        section === "weights" ? "key" : "value",
      );
    }
    if (!weighed(index) && values.options[index] !== null) {
      problems.error(
        "no-weight",
        [...at, "options", id],
        `the options of \`${id}\` have values, but the issue has no importance`,
        `add it to values.${section}, or leave its options out`,
        "key",
      );
    }
  }
  if (weights.kind === "entries" && weights.entries.some((entry) => entry >= 0)) {
    const top = weights.entries.map((entry) => (entry < 0 ? 0 : highest(compiled, entry)));
    const central = weights.entries.map((entry) =>
      entry < 0 ? 0 : centralValue(compiled.entries[entry].given),
    );
    if (top.every((value) => value === 0))
      problems.error(
        "all-zero",
        [...at, "weights"],
        "all importances are 0",
        "at least one issue must matter",
        "key",
      );
    else if (central.every((value) => value === 0))
      problems.error(
        "all-zero",
        [...at, "weights"],
        "all importances are 0 at their most likely value",
        "at least one issue must matter",
        "key",
      );
  }
  if (values.options.every((options) => options === null) && values.interactions.length === 0) {
    problems.error(
      "no-option-values",
      at,
      "there are values, but no option has one",
      "add values.options",
      "key",
    );
  }
}

/** On the coded scale the worst option of an issue is worth 0 and the best 100, each at its most likely value. */
function checkScale({ problems }: Compiling, compiled: Case, values: Values, at: DataPath): void {
  for (const [index, options] of values.options.entries()) {
    if (options?.kind !== "entries" || options.entries.includes(-1)) continue;
    const given = options.entries.map((entry) => compiled.entries[entry].given);
    if (given.length < 2 || given.some(({ kind }) => kind === "word")) continue;
    const modes = given.map(centralValue);
    const [low, high] = [Math.min(...modes), Math.max(...modes)];
    if (low === 0 && high === 100) continue;
    const { id } = compiled.issues[index];
    const hint =
      low === high
        ? "an issue that makes no difference to a party is left out of its values"
        : "the issue's importance says how much it matters; `scale: source` is only for imported domains";
    problems.error(
      "not-0-to-100",
      [...at, "options", id],
      `the values of \`${id}\` run from ${low} to ${high} at their most likely; expected from 0 for the worst option to 100 for the best`,
      hint,
      "key",
    );
  }
}

function highest(compiled: Case, entry: number): number {
  const { given } = compiled.entries[entry];
  return given.kind === "number" ? given.value : given.high;
}
