import type { Placement } from "../placement.ts";
import type { Expression } from "./expression.ts";

/** What an expression is judged in. Called only for names that the expression has, and not for all of them. */
export interface ExpressionWorld {
  /** Place of the issue's outcome among its options. */
  option(issue: string): number;
  placement(basket: string): Placement;
  provision(id: string): boolean;
  flag(id: string): boolean;
}

export function evaluateExpression(expression: Expression, world: ExpressionWorld): boolean {
  switch (expression.kind) {
    case "issue":
      return expression.allowed.includes(world.option(expression.issue));
    case "placement":
      return expression.placements.includes(world.placement(expression.basket));
    case "provision":
      return world.provision(expression.id);
    case "flag":
      return world.flag(expression.id);
    case "and":
      return expression.operands.every((operand) => evaluateExpression(operand, world));
    case "or":
      return expression.operands.some((operand) => evaluateExpression(operand, world));
    case "not":
      return !evaluateExpression(expression.operand, world);
  }
}
