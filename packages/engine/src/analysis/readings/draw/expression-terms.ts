import type { Case } from "../../../model/case.ts";
import type { Expression } from "../../../model/expression/expression.ts";

/** Options of one issue for which a test is met. */
export interface Atom {
  readonly issue: number;
  /** By option. */
  readonly allowed: Uint8Array;
}

/** A conjunction of tests, each issue once. Without tests it is always true. */
export type Term = readonly Atom[];

/** More terms than this are not written out. */
const mostTerms = 4_096;

/**
 * An expression as a disjunction of conjunctions over issues, under one framing, whose placements and provisions are known.
 * What forbids "a and (b or c)" forbids "a and b", and "a and c": pairs of issues instead of three at once. No terms: never true.
 */
export function termsOf(subject: Case, f: number, expression: Expression): readonly Term[] {
  const framing = subject.framings[f];
  const issueAt = new Map(subject.issues.map(({ id }, i) => [id, i]));
  const always: readonly Term[] = [[]];
  const walk = (node: Expression, negated: boolean): readonly Term[] => {
    switch (node.kind) {
      case "issue": {
        const issue = issueAt.get(node.issue)!;
        const allowed = Uint8Array.from(subject.issues[issue].options, (_, o) =>
          node.allowed.includes(o) === negated ? 0 : 1,
        );
        if (allowed.every((one) => one === 1)) return always;
        return allowed.every((one) => one === 0) ? [] : [[{ issue, allowed }]];
      }
      case "placement": {
        const placed = framing.placements[subject.baskets.findIndex(({ id }) => id === node.basket)];
        return node.placements.includes(placed) === negated ? [] : always;
      }
      case "provision": {
        const has = framing.provisions.some((at) => subject.provisions[at].id === node.id);
        return has === negated ? [] : always;
      }
      case "flag":
        return negated ? always : [];
      case "not":
        return walk(node.operand, !negated);
      default: {
        const parts = node.operands.map((operand) => walk(operand, negated));
        return (node.kind === "and") === negated ? either(parts) : all(parts);
      }
    }
  };
  return walk(expression, false);
}

/** Whether one of the terms is met at a complete outcome. */
export function meets(terms: readonly Term[], outcome: Int32Array): boolean {
  for (const term of terms) {
    let met = true;
    for (let at = 0; at < term.length && met; at++) met = term[at].allowed[outcome[term[at].issue]] === 1;
    if (met) return true;
  }
  return false;
}

function either(parts: readonly (readonly Term[])[]): readonly Term[] {
  const terms = parts.flat();
  return terms.some((term) => term.length === 0) ? [[]] : terms;
}

function all(parts: readonly (readonly Term[])[]): readonly Term[] {
  let terms: readonly Term[] = [[]];
  for (const part of parts) {
    terms = terms.flatMap((term) => part.flatMap((other) => both(term, other)));
    if (terms.length > mostTerms)
      throw new RangeError(`an expression has more than ${mostTerms} combinations`);
  }
  return terms.some((term) => term.length === 0) ? [[]] : terms;
}

function both(a: Term, b: Term): Term[] {
  const byIssue = new Map(a.map(({ issue, allowed }) => [issue, allowed]));
  for (const { issue, allowed } of b) {
    const other = byIssue.get(issue);
    byIssue.set(issue, other === undefined ? allowed : allowed.map((one, o) => one & other[o]));
  }
  const term = [...byIssue].map(([issue, allowed]): Atom => ({ issue, allowed }));
  return term.some(({ allowed }) => allowed.every((one) => one === 0)) ? [] : [term];
}
