import type { Case } from "../../../model/case.ts";

/**
 * What a party's statements ask of its weights: one row for each, at least 0 where the better outcome is worth no less.
 * Issues that one side names and the other does not stand at the status quo there.
 *
 * @param issues the weights' issues, in the order of the rows
 * @param worthOf value of an option, 0–100
 */
export function statementRows(
  subject: Case,
  party: number,
  issues: readonly number[],
  worthOf: (issue: number, option: number) => number,
): number[][] {
  return subject.parties[party].values!.prefers.map(({ better, worse }) => {
    const row = new Array<number>(issues.length).fill(0);
    const side = (pairs: typeof better, others: typeof better, sign: 1 | -1) => {
      for (const [issue, option] of pairs) {
        const at = issues.indexOf(issue);
        if (at < 0) continue;
        row[at] += sign * worthOf(issue, option);
        const { statusQuo } = subject.issues[issue];
        if (statusQuo >= 0 && !others.some(([other]) => other === issue)) {
          row[at] -= sign * worthOf(issue, statusQuo);
        }
      }
    };
    side(better, worse, 1);
    side(worse, better, -1);
    return row;
  });
}
