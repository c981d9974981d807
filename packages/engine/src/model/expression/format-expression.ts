import { placements } from "../placement.ts";
import type { Expression } from "./expression.ts";

/**
 * Canonical text, with no parentheses that are not needed. Parsed in the scope it came from it gives the same expression again
 * (unless it is longer than the language allows, which spacing may cause near the limit).
 */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case "issue":
      return expression.text;
    case "placement": {
      const { basket, negated } = expression;
      const named = placements.filter((placement) => expression.placements.includes(placement) !== negated);
      if (named.length === 1) return `${basket} is ${negated ? "not " : ""}${named[0]}`;
      return `${basket} ${negated ? "not " : ""}in (${named.join(", ")})`;
    }
    case "provision":
      return `with ${expression.id}`;
    case "flag":
      return expression.id;
    case "and":
      return expression.operands
        .map((operand) =>
          operand.kind === "or" ? `(${formatExpression(operand)})` : formatExpression(operand),
        )
        .join(" and ");
    case "or":
      return expression.operands.map(formatExpression).join(" or ");
    case "not": {
      const { operand } = expression;
      if (operand.kind === "provision") return `without ${operand.id}`;
      const text = formatExpression(operand);
      return operand.kind === "and" || operand.kind === "or" ? `not (${text})` : `not ${text}`;
    }
  }
}
