import type { Case } from "../model/case.ts";
import { atomsOf } from "../model/expression/atoms-of.ts";
import { evaluateExpression } from "../model/expression/evaluate-expression.ts";
import type { Expression } from "../model/expression/expression.ts";
import type { Mask } from "../numeric/choice-problem.ts";
import { scopeOf } from "./value-factors.ts";
import { eachCell, type Variables } from "./variables.ts";

/** What expressions of a case are judged in under one framing. */
export interface FramingWorld {
  /** Truth at a complete outcome, an option index by issue. */
  holds(expression: Expression, outcome: ArrayLike<number>): boolean;
  /** Issues that an expression names, ascending positions. */
  issuesOf(expression: Expression): readonly number[];
  /** 1 where an expression is true, over the variables it names; other issues stand as they are fixed. */
  mask(expression: Expression, variables: Variables): Mask;
}

/** Placements are the framing's own, also where it describes them differently to somebody; provisions are those it has. */
export function framingWorld(subject: Case, f: number): FramingWorld {
  const framing = subject.framings[f];
  const issueAt = new Map(subject.issues.map((issue, i) => [issue.id, i]));
  const basketAt = new Map(subject.baskets.map((basket, b) => [basket.id, b]));
  const provisions = new Set(framing.provisions.map((at) => subject.provisions[at].id));
  const holds = (expression: Expression, outcome: ArrayLike<number>) =>
    evaluateExpression(expression, {
      option: (issue) => outcome[issueAt.get(issue)!],
      placement: (basket) => framing.placements[basketAt.get(basket)!],
      provision: (id) => provisions.has(id),
      flag: () => false,
    });
  const issuesOf = (expression: Expression) => {
    const named = atomsOf(expression).flatMap((atom) =>
      atom.kind === "issue" ? [issueAt.get(atom.issue)!] : [],
    );
    return [...new Set(named)].sort((a, b) => a - b);
  };
  return {
    holds,
    issuesOf,
    mask(expression, variables) {
      const scope = scopeOf(issuesOf(expression), variables);
      const mask = new Uint8Array(scope.reduce((cells, at) => cells * variables.sizes[at], 1));
      eachCell(scope, variables, (cell, outcome) => {
        mask[cell] = holds(expression, outcome) ? 1 : 0;
      });
      return { scope, mask };
    },
  };
}
