import type { Problem } from "../problem.ts";
import type { DataPath } from "./data-path.ts";

/**
 * What something broken can bring about elsewhere, by problem code: from the path of the problem, where the cause may lie. Anything
 * broken above or below the path itself is always taken as a cause. Codes that are not here never follow from anything.
 */
const causes: Readonly<Record<string, (path: readonly string[]) => readonly (readonly string[])[]>> = {
  "in-no-basket": () => [["baskets"]],
  "no-status-quo": () => [],
  "no-value": (path) => [["issues", path[4]]],
  "no-weight": (path) => [path.slice(0, 3)],
  "no-option-values": (path) => [path.slice(0, 3)],
  "not-0-to-100": () => [],
  "mixed-weights": () => [],
  "no-values": (path) => [[...path.slice(0, 2), "values"]],
  "no-inside": (path) => [path.slice(0, 2)],
  "not-a-principal": () => [["parties"]],
  "no-placement": () => [],
  "no-main-track": () => [],
  "not-ambiguous": (path) => [path.slice(0, 2)],
  "nothing-to-unravel": (path) => [path.slice(0, 2)],
  "no-scenario-value": () => [["outlook", "scenarios"]],
  "no-likelihood": () => [["outlook"]],
  "all-zero": () => [],
  "names-no-issue": () => [["issues"], ["baskets"]],
  "forbids-everything": () => [["issues"]],
  "forbids-nothing": () => [["issues"]],
  "always-the-same": () => [["issues"], ["conflict"]],
  "unknown-path": () => [["parties"], ["framings"], ["followOn"], ["time"], ["outlook"]],
  "same-outcome": () => [],
  "wrong-size": () => [],
  "invalid-state": () => [["conflict"]],
  "too-few-decision-makers": () => [],
  "no-preferences": () => [],
  "expression-empty": () => [],
  empty: () => [],
};

/** Whether a problem merely follows from what was left out of a broken file. */
export function isConsequence({ code, path }: Problem, leftOut: readonly DataPath[]): boolean {
  const steps = path.split(".");
  if (code === "too-few-principals") return leftOut.some((one) => one[0] === "parties" && one.length <= 2);
  if (!Object.hasOwn(causes, code)) return false;
  const roots = causes[code](steps);
  return leftOut.some((one) => {
    const gone = one.map(String);
    return (
      isAbove(gone, steps) ||
      isAbove(steps, gone) ||
      roots.some((root) => isAbove(root, gone) || isAbove(gone, root))
    );
  });
}

function isAbove(above: readonly string[], below: readonly string[]): boolean {
  return above.every((step, index) => below[index] === step);
}
