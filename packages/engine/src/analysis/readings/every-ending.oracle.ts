import { evaluateExpression } from "../../model/expression/evaluate-expression.ts";
import type { Expression } from "../../model/expression/expression.ts";
import { type Columns, readingFrom } from "../reading.ts";
import type { BargainingRule } from "./draw/bargain.ts";
import type { DrawState } from "./draw/draw-state.ts";
import type { Ending } from "./readings-result.ts";

/** For tests only: how a draw ends had they sat down, by the words of the design, by looking at every outcome. */

const near = 1e-9;

export interface OracleEnding {
  readonly ending: Ending;
  /** What came, where terms were agreed. */
  readonly outcome: readonly number[] | null;
  readonly missed: readonly number[];
}

/** @param columns of the state, taken before it was settled */
export function everyEnding(
  columns: Columns,
  state: DrawState,
  rule: BargainingRule,
  f: number,
  proposer: number,
): OracleEnding {
  const { subject } = state;
  const reading = readingFrom(subject, columns);
  const { placements, mustSettle, provisions } = subject.framings[f];
  const issuesOf = (list: readonly number[]) =>
    list.flatMap((b) => [...subject.baskets[b].issues]).sort((a, b) => a - b);
  const baskets = (placement: string) => placements.flatMap((placed, b) => (placed === placement ? [b] : []));
  const tracks = [baskets("together"), ...baskets("separate").map((b) => [b])]
    .filter((group) => group.length > 0)
    .map(issuesOf);
  const now = tracks.flat().sort((a, b) => a - b);
  const later = issuesOf(baskets("later"));
  const s = subject.issues.map((issue) => issue.statusQuo);
  const P = subject.principals;
  const q = reading.followOnChance[f];
  const d = P.map((p) => reading.noDeal[p]!);

  const u = (p: number, outcome: readonly number[]) => {
    let value = 0;
    reading.worth[p].forEach((byOption, i) => {
      value += byOption === null ? 0 : byOption[outcome[i]];
    });
    for (const { issues, cells } of reading.interactions[p]) {
      for (const { from, to, change } of cells) {
        if (issues.every((i, at) => from[at] <= outcome[i] && outcome[i] <= to[at])) value += change;
      }
    }
    return value;
  };
  const place = (id: string) => subject.issues.findIndex((issue) => issue.id === id);
  const named = (expression: Expression): number[] =>
    expression.kind === "issue"
      ? [place(expression.issue)]
      : expression.kind === "and" || expression.kind === "or"
        ? expression.operands.flatMap(named)
        : expression.kind === "not"
          ? named(expression.operand)
          : [];
  const holds = (expression: Expression, outcome: readonly number[]) =>
    evaluateExpression(expression, {
      option: (id) => outcome[place(id)],
      placement: (id) => placements[subject.baskets.findIndex((basket) => basket.id === id)],
      provision: (id) => provisions.some((at) => subject.provisions[at].id === id),
      flag: () => false,
    });
  const breaks = (outcome: readonly number[], who: (p: number) => boolean, table: readonly number[]) =>
    subject.parties.flatMap((party, p) =>
      who(p)
        ? party.lines.filter(
            (line, l) =>
              reading.holds[p][l] &&
              named(line.forbids).some((i) => table.includes(i)) &&
              holds(line.forbids, outcome),
          )
        : [],
    ).length > 0;
  const isPrincipal = (p: number) => P.includes(p);
  const spread = (base: readonly number[], issues: readonly number[]): number[][] =>
    issues.reduce<number[][]>(
      (all, i) =>
        all.flatMap((outcome) =>
          subject.issues[i].options.map((_, o) => outcome.map((option, at) => (at === i ? o : option))),
        ),
      [[...base]],
    );
  const complete = (base: readonly number[]): readonly number[] => {
    const permitted = spread(base, later)
      .filter((outcome) => !breaks(outcome, isPrincipal, later))
      .filter((outcome) => P.every((p) => u(p, outcome) >= u(p, base) - near));
    const gains = permitted.map((outcome) => P.map((p) => u(p, outcome) - u(p, base)));
    if (later.length === 0 || !gains.some((row) => row.some((gain) => gain > near))) return base;
    return permitted[firstNash(gains)];
  };
  const expected = (p: number, outcome: readonly number[]) =>
    later.length === 0 ? u(p, outcome) : u(p, outcome) + q * (u(p, complete(outcome)) - u(p, outcome));
  const alone = (outcome: readonly number[], k: number) =>
    outcome.map((option, i) => (tracks[k].includes(i) ? option : s[i]));
  const gainsIn = (k: number, outcome: readonly number[], base: readonly number[]) =>
    P.map((p, at) => (k === 0 ? expected(p, alone(outcome, 0)) : u(p, alone(outcome, k))) - base[at]);
  const status = P.map((p) => u(p, s));
  const sufficient = (outcome: readonly number[], came: (p: number) => number, table: readonly number[]) =>
    subject.parties.flatMap((party, p) => {
      const short =
        party.threshold !== null &&
        party.values !== null &&
        came(p) <
          reading.entries[
            party.threshold.when.find((when) => holds(when.if, outcome))?.value ?? party.threshold.value
          ] -
            near;
      const broken = !isPrincipal(p) && breaks(outcome, (other) => other === p, table);
      return short || broken ? [p] : [];
    });

  const permitted = spread(s, now)
    .filter((outcome) => !breaks(outcome, isPrincipal, now))
    .filter((outcome) => tracks[0].some((i) => outcome[i] !== s[i] || s[i] < 0))
    .filter((outcome) =>
      baskets("together").every(
        (b) => !mustSettle[b] || subject.baskets[b].issues.every((i) => outcome[i] !== s[i]),
      ),
    )
    .filter((outcome) =>
      tracks.every((_, k) => k === 0 || gainsIn(k, outcome, status).every((gain) => gain >= -near)),
    );
  const zone = permitted.some((outcome) => gainsIn(0, outcome, d).every((gain) => gain >= -near));
  if (!zone) return { ending: "noZone", outcome: null, missed: [] };

  const parts = (list: readonly (readonly number[])[], k: number) => {
    const seen = new Map<string, readonly number[]>();
    for (const outcome of list) {
      const key = tracks[k].map((i) => outcome[i]).join();
      if (!seen.has(key)) seen.set(key, outcome);
    }
    return [...seen.values()].sort((a, b) => order(a, b, tracks[k]));
  };
  const offers = (list: readonly (readonly number[])[]) => {
    const mains = parts(list, 0);
    if (rule.rule === "single-text") {
      const modal = [...rule.modalNoDeal];
      const drafts = mains.filter((outcome) => gainsIn(0, outcome, modal).every((gain) => gain >= -near));
      return drafts.length === 0 ? null : drafts[firstNash(drafts.map((one) => gainsIn(0, one, modal)))];
    }
    const worths = mains.map((outcome) => {
      const gains = gainsIn(0, outcome, d);
      return gains.reduce(
        (product, gain, j) =>
          j === proposer ? product : product * rule.acceptance[j].at(d[j] + gain + near),
        gains[proposer],
      );
    });
    const best = Math.max(...worths);
    return mains.length === 0
      ? null
      : mains[worths.findIndex((value) => value >= best - near * Math.max(1, best))];
  };
  const enough = permitted.filter((outcome) => {
    const main = alone(outcome, 0);
    return sufficient(main, (p) => expected(p, main), now).length === 0;
  });
  const anticipates = subject.document.bargaining?.anticipates ?? false;
  const offer = (anticipates ? offers(enough) : null) ?? offers(permitted);
  if (offer === null || gainsIn(0, offer, d).some((gain) => gain < -near)) {
    return { ending: "bargainingFailure", outcome: null, missed: [] };
  }
  let left = permitted.filter((outcome) => tracks[0].every((i) => outcome[i] === offer[i]));
  tracks.forEach((track, k) => {
    if (k === 0) return;
    const options = parts(left, k);
    const chosen = options[firstNash(options.map((outcome) => gainsIn(k, outcome, status)))];
    left = left.filter((outcome) => track.every((i) => outcome[i] === chosen[i]));
  });
  const delivered = later.length > 0 && state.deliveryLatent < q;
  const outcome = delivered ? complete(left[0]) : left[0];
  const missed = sufficient(outcome, (p) => u(p, outcome), delivered ? [...now, ...later] : now);
  const undone = missed.some((p) => {
    const influence = subject.parties[p].threshold?.influence ?? -1;
    return influence >= 0 && state.influenceLatents[p] < reading.entries[influence];
  });
  return { ending: undone ? "insufficient" : "durable", outcome, missed };
}

function order(a: readonly number[], b: readonly number[], issues: readonly number[]): number {
  for (const i of issues) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

/** Place of the first Nash point among rows of gains, none negative; rows in case order. */
function firstNash(gains: readonly (readonly number[])[]): number {
  const ideal = gains[0].map((_, j) => Math.max(...gains.map((row) => row[j])));
  const shares = gains.map((row) =>
    row.flatMap((gain, j) => (ideal[j] > near ? [Math.abs(gain) > near ? gain / ideal[j] : 0] : [])),
  );
  const products = shares.map((row) => row.reduce((product, value) => product * value, 1));
  const best = Math.max(...products);
  if (best > 0) return products.findIndex((value) => value >= best * (1 - near));
  const sorted = shares.map((row) => [...row].sort((a, b) => a - b));
  const beats = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((value, j) => Math.abs(value - b[j]) > near);
    return at >= 0 && a[at] > b[at];
  };
  return sorted.findIndex((row) => !sorted.some((other) => beats(other, row)));
}
