import { type Placement, placements } from "../placement.ts";
import type { Comparison, Expression, IssueExpression, PlacementExpression } from "./expression.ts";

/** Labels, as they read within a sentence. */
export interface ExpressionNames {
  issue(id: string): string;
  /** @param place place among the issue's options */
  option(issue: string, place: number): string;
  basket(id: string): string;
  placement(placement: Placement): string;
  provision(id: string): string;
  flag(id: string): string;
}

/**
 * Plain English, without capital or full stop: "missile range at most 2,000 km", "enrichment level is 3.67 % or 20 %".
 *
 * Comparisons by an order in which the numbers fall are spelt out as a list of options, because "at most" would then say the
 * opposite.
 */
export function expressionInWords(expression: Expression, names: ExpressionNames): string {
  switch (expression.kind) {
    case "issue":
      return issueInWords(expression, names);
    case "placement":
      return placementInWords(expression, names);
    case "provision":
      return `with ${names.provision(expression.id)}`;
    case "flag":
      return names.flag(expression.id);
    case "and":
    case "or": {
      const parts = expression.operands.map((operand) => {
        const text = expressionInWords(operand, names);
        return operand.kind === "and" || operand.kind === "or" ? `(${text})` : text;
      });
      return parts.join(
        parts.some((part) => / or | nor /.test(part)) ? `, ${expression.kind} ` : ` ${expression.kind} `,
      );
    }
    case "not": {
      const { operand } = expression;
      if (operand.kind === "provision") return `without ${names.provision(operand.id)}`;
      return `not (${expressionInWords(operand, names)})`;
    }
  }
}

const order = { "<": "below", "<=": "at most", ">": "above", ">=": "at least" } as const satisfies Partial<
  Record<Comparison, string>
>;

function issueInWords({ issue, allowed, test }: IssueExpression, names: ExpressionNames): string {
  const subject = names.issue(issue);
  const options = (places: readonly number[]) => places.map((place) => names.option(issue, place));
  if (test.by === "list") return `${subject} ${oneOf(options(test.options), test.negated)}`;
  const { comparison } = test;
  const isOrder = comparison !== "=" && comparison !== "!=";
  if (isOrder && test.by === "option" && !test.rising) return `${subject} ${oneOf(options(allowed), false)}`;
  const against = test.by === "option" ? names.option(issue, test.option) : quantity(test.number, test.unit);
  return isOrder
    ? `${subject} ${order[comparison]} ${against}`
    : `${subject} ${oneOf([against], comparison === "!=")}`;
}

function placementInWords(expression: PlacementExpression, names: ExpressionNames): string {
  const { negated } = expression;
  const named = placements.filter((placement) => expression.placements.includes(placement) !== negated);
  return `placement of ${names.basket(expression.basket)} ${oneOf(
    named.map((placement) => names.placement(placement)),
    negated,
  )}`;
}

function oneOf(labels: readonly string[], negated: boolean): string {
  if (labels.length === 0) return negated ? "is any" : "is none of its options";
  if (labels.length === 1) return `is ${negated ? "not " : ""}${labels[0]}`;
  const [start, joint] = negated ? ["is neither", "nor"] : ["is", "or"];
  return `${start} ${labels.slice(0, -1).join(", ")} ${joint} ${labels.at(-1)}`;
}

function quantity(number: number, unit: string): string {
  const digits = number.toLocaleString("en-US", { maximumFractionDigits: 20 });
  return unit === "" ? digits : `${digits} ${unit}`;
}
