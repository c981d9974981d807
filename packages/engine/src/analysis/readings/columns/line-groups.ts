import type { Case, Line } from "../../../model/case.ts";
import { atomsOf } from "../../../model/expression/atoms-of.ts";
import { evaluateExpression } from "../../../model/expression/evaluate-expression.ts";

/** Lines of one party that hold or fall by the same coin. */
export interface LineGroup {
  readonly id: string;
  /** Places among the party's lines. */
  readonly lines: readonly number[];
}

/**
 * Nested lines on one issue share a coin, so that the stricter never holds without the wider having had its chance: lines
 * that name this issue only, one of which forbids whatever the other forbids. Every other line has its own.
 *
 * The coin of an issue's first line is named after the issue, so that a further nested line moves nothing.
 */
export function lineGroups(subject: Case, p: number): LineGroup[] {
  const party = subject.parties[p];
  const forbidden = party.lines.map((line) => forbiddenOptions(subject, line));
  const groups: { issue: number; lines: number[] }[] = [];
  party.lines.forEach((line, l) => {
    const own = forbidden[l];
    const issue = own === null ? -1 : line.issues[0];
    const joined = groups.filter(
      (group) =>
        own !== null &&
        group.issue === issue &&
        group.lines.some((other) => isNested(own, forbidden[other]!)),
    );
    if (joined.length === 0) {
      groups.push({ issue, lines: [l] });
      return;
    }
    for (const other of joined.slice(1)) {
      joined[0].lines.push(...other.lines);
      groups.splice(groups.indexOf(other), 1);
    }
    joined[0].lines.push(l);
  });
  return groups.map(({ issue, lines }, at): LineGroup => {
    const first = groups.findIndex((group) => group.issue === issue) === at;
    const name = issue >= 0 && first ? subject.issues[issue].id : `line.${party.lines[lines[0]].id}`;
    return { id: `chance.lines.${party.id}.${name}`, lines };
  });
}

/** By option: whether the line forbids it; null where it depends on anything but one issue. */
function forbiddenOptions(subject: Case, line: Line): boolean[] | null {
  if (line.issues.length !== 1 || atomsOf(line.forbids).some((atom) => atom.kind !== "issue")) return null;
  return subject.issues[line.issues[0]].options.map((_, option) =>
    evaluateExpression(line.forbids, {
      option: () => option,
      placement: () => "none",
      provision: () => false,
      flag: () => false,
    }),
  );
}

function isNested(a: readonly boolean[], b: readonly boolean[]): boolean {
  return a.every((forbids, o) => !forbids || b[o]) || b.every((forbids, o) => !forbids || a[o]);
}
