import type { Expression } from "./expression.ts";

export type Atom = Extract<Expression, { kind: "issue" | "placement" | "provision" | "flag" }>;

/** The parts that `and`, `or` and `not` put together, from left to right. */
export function atomsOf(expression: Expression): readonly Atom[] {
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.operands.flatMap(atomsOf);
    case "not":
      return atomsOf(expression.operand);
    default:
      return [expression];
  }
}

/** Issues that an expression names, each once, in order of first mention. */
export function issuesNamed(expression: Expression): readonly string[] {
  return unique(atomsOf(expression).flatMap((atom) => (atom.kind === "issue" ? [atom.issue] : [])));
}

/** As `issuesNamed`, for baskets. */
export function basketsNamed(expression: Expression): readonly string[] {
  return unique(atomsOf(expression).flatMap((atom) => (atom.kind === "placement" ? [atom.basket] : [])));
}

/** As `issuesNamed`, for provisions of the follow-on. */
export function provisionsNamed(expression: Expression): readonly string[] {
  return unique(atomsOf(expression).flatMap((atom) => (atom.kind === "provision" ? [atom.id] : [])));
}

/** As `issuesNamed`, for flags. */
export function flagsNamed(expression: Expression): readonly string[] {
  return unique(atomsOf(expression).flatMap((atom) => (atom.kind === "flag" ? [atom.id] : [])));
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
