import type { Case } from "../model/case.ts";

/** Some issues left open, all others fixed: how outcomes of a case become choices of a choice problem. */
export interface Variables {
  /** Open issues, ascending: variable to issue. */
  readonly issues: readonly number[];
  /** Options per variable. */
  readonly sizes: readonly number[];
  /** Issue to variable; -1 when fixed. */
  readonly place: Int32Array;
  /** By issue: the option of a fixed issue, and the status quo of an open one (-1: it has none). */
  readonly fixed: Int32Array;
}

/** @param fixed option of every issue that is not open; status quo where left out */
export function variablesOf(subject: Case, open: readonly number[], fixed?: ArrayLike<number>): Variables {
  const place = new Int32Array(subject.issues.length).fill(-1);
  open.forEach((issue, at) => {
    place[issue] = at;
  });
  return {
    issues: open,
    sizes: open.map((issue) => subject.issues[issue].options.length),
    place,
    fixed: fixed === undefined ? statusQuoOf(subject) : Int32Array.from(fixed),
  };
}

export function statusQuoOf(subject: Case): Int32Array {
  return Int32Array.from(subject.issues, (issue) => issue.statusQuo);
}

/** The complete outcome of a choice: an option index by issue. */
export function outcomeOf(variables: Variables, choice: ArrayLike<number>): Int32Array {
  const outcome = variables.fixed.slice();
  fillOutcome(variables, choice, outcome);
  return outcome;
}

/** Puts a choice into an outcome whose other issues stand as fixed. */
export function fillOutcome(variables: Variables, choice: ArrayLike<number>, outcome: Int32Array): void {
  const { issues } = variables;
  for (let at = 0; at < issues.length; at++) outcome[issues[at]] = choice[at];
}

/** Visits every combination of a scope's options, the last variable fastest; variables outside the scope stay fixed. */
export function eachCell(
  scope: readonly number[],
  variables: Variables,
  visit: (cell: number, outcome: Int32Array) => void,
): void {
  const outcome = variables.fixed.slice();
  for (const at of scope) outcome[variables.issues[at]] = 0;
  const cells = scope.reduce((product, at) => product * variables.sizes[at], 1);
  for (let cell = 0; cell < cells; cell++) {
    visit(cell, outcome);
    for (let s = scope.length - 1; s >= 0; s--) {
      const issue = variables.issues[scope[s]];
      if (++outcome[issue] < variables.sizes[scope[s]]) break;
      outcome[issue] = 0;
    }
  }
}
