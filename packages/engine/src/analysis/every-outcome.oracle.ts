import type { Case } from "../model/case.ts";
import { evaluateExpression } from "../model/expression/evaluate-expression.ts";
import type { Expression } from "../model/expression/expression.ts";
import type { Reading } from "./reading.ts";

/** For tests only: the definitions of the design, word for word, by looking at every outcome. Small cases only. */

const near = 1e-9;

export interface OracleDeals {
  /** Complete outcomes of now, in case order, with the principals' expected values. */
  readonly deals: readonly { readonly outcome: readonly number[]; readonly values: readonly number[] }[];
  readonly frontier: readonly { readonly values: readonly number[]; readonly outcomes: readonly string[] }[];
  readonly focal: Readonly<Record<string, readonly string[]>>;
  readonly followOn: (now: readonly number[]) => readonly number[];
}

/** Value of a complete outcome. */
function worth(reading: Reading, p: number, outcome: readonly number[]): number {
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
}

export function everyDeal(subject: Case, reading: Reading, f: number, sufficientOnly = false): OracleDeals {
  const { placements, mustSettle } = subject.framings[f];
  const issuesOf = (baskets: readonly number[]) =>
    baskets.flatMap((b) => [...subject.baskets[b].issues]).sort((a, b) => a - b);
  const baskets = (placement: string) => placements.flatMap((placed, b) => (placed === placement ? [b] : []));
  const groups = [baskets("together"), ...baskets("separate").map((b) => [b])].filter(
    (group) => group.length > 0,
  );
  const tracks = groups.map(issuesOf);
  const now = tracks.flat().sort((a, b) => a - b);
  const later = issuesOf(baskets("later"));
  const s = subject.issues.map((issue) => issue.statusQuo);
  const P = subject.principals;
  const u = (p: number, outcome: readonly number[]) => worth(reading, p, outcome);
  const d = P.map((p) => reading.noDeal[p]!);
  const q = reading.followOnChance[f];

  const named = (expression: Expression): number[] =>
    expression.kind === "issue"
      ? [subject.issues.findIndex(({ id }) => id === expression.issue)]
      : expression.kind === "and" || expression.kind === "or"
        ? expression.operands.flatMap(named)
        : expression.kind === "not"
          ? named(expression.operand)
          : [];
  const holds = (expression: Expression, outcome: readonly number[]) =>
    evaluateExpression(expression, {
      option: (id) => outcome[subject.issues.findIndex((issue) => issue.id === id)],
      placement: (id) => placements[subject.baskets.findIndex((basket) => basket.id === id)],
      provision: (id) => subject.framings[f].provisions.some((at) => subject.provisions[at].id === id),
      flag: () => false,
    });
  const lines = (isPrincipal: boolean) =>
    subject.parties.flatMap((party, p) =>
      (party.role === "principal") === isPrincipal ? party.lines.filter((_, l) => reading.holds[p][l]) : [],
    );
  const breaks = (outcome: readonly number[], isPrincipal: boolean, table: readonly number[]) =>
    lines(isPrincipal).some(
      (line) => named(line.forbids).some((i) => table.includes(i)) && holds(line.forbids, outcome),
    );

  const spread = (base: readonly number[], issues: readonly number[]): number[][] =>
    issues.reduce<number[][]>(
      (all, i) =>
        all.flatMap((outcome) =>
          subject.issues[i].options.map((_, o) => outcome.map((option, at) => (at === i ? o : option))),
        ),
      [[...base]],
    );

  const followOn = (base: readonly number[]): readonly number[] => {
    const permitted = spread(base, later)
      .filter((outcome) => !breaks(outcome, true, later))
      .filter((outcome) => P.every((p) => u(p, outcome) >= u(p, base) - near));
    const gains = permitted.map((outcome) => P.map((p) => u(p, outcome) - u(p, base)));
    if (!gains.some((row) => row.some((gain) => gain > near))) return base;
    const efficient = efficientOf(gains);
    return permitted[
      efficient[
        focalOf(
          efficient.map((at) => gains[at]),
          "nash",
        )[0]
      ]
    ];
  };
  const expected = (p: number, outcome: readonly number[]) =>
    later.length === 0 ? u(p, outcome) : (1 - q) * u(p, outcome) + q * u(p, followOn(outcome));
  const restAtStatusQuo = (outcome: readonly number[], track: readonly number[]) =>
    outcome.map((option, i) => (track.includes(i) ? option : s[i]));
  const moves = (outcome: readonly number[], track: readonly number[]) =>
    track.some((i) => s[i] < 0) || track.some((i) => outcome[i] !== s[i]);
  const trackWorth = (k: number, p: number, outcome: readonly number[]) => {
    const alone = restAtStatusQuo(outcome, tracks[k]);
    return k === 0 ? expected(p, alone) : u(p, alone);
  };
  const trackBase = (k: number) => (k === 0 ? d : P.map((p) => u(p, s)));
  const thresholdOf = (p: number, outcome: readonly number[]) => {
    const threshold = subject.parties[p].threshold!;
    return reading.entries[threshold.when.find((when) => holds(when.if, outcome))?.value ?? threshold.value];
  };
  const sufficient = (outcome: readonly number[]) =>
    !breaks(outcome, false, now) &&
    subject.parties.every(
      (party, p) =>
        party.threshold === null ||
        party.values === null ||
        expected(p, outcome) >= thresholdOf(p, outcome) - near,
    );

  const deals = spread(s, now)
    .filter((outcome) => !breaks(outcome, true, now))
    .filter((outcome) => moves(outcome, tracks[0]))
    .filter((outcome) =>
      baskets("together").every(
        (b) => !mustSettle[b] || subject.baskets[b].issues.every((i) => outcome[i] !== s[i]),
      ),
    )
    .filter((outcome) =>
      tracks.every((_, k) => P.every((p, at) => trackWorth(k, p, outcome) >= trackBase(k)[at] - near)),
    )
    .filter((outcome) => !sufficientOnly || sufficient(outcome))
    .map((outcome) => ({ outcome, values: P.map((p) => expected(p, outcome)) }));

  const frontier: { values: readonly number[]; outcomes: string[] }[] = [];
  for (const at of efficientOf(deals.map(({ values }) => values))) {
    const { outcome, values } = deals[at];
    const same = frontier.find((point) =>
      point.values.every((value, j) => Math.abs(value - values[j]) <= near),
    );
    if (same) same.outcomes.push(outcome.join());
    else frontier.push({ values, outcomes: [outcome.join()] });
  }

  const focal = (rule: string): string[] => {
    let chosen: (readonly number[])[][] = [deals.map(({ outcome }) => outcome)];
    tracks.forEach((track, k) => {
      chosen = chosen.flatMap((left) => {
        const parts = new Map<string, readonly number[]>();
        for (const outcome of left) parts.set(track.map((i) => outcome[i]).join(), outcome);
        const options = [...parts];
        const gains = options.map(([, outcome]) =>
          P.map((p, at) => trackWorth(k, p, outcome) - trackBase(k)[at]),
        );
        const efficient = efficientOf(gains);
        return focalOf(
          efficient.map((at) => gains[at]),
          rule,
        )
          .map((at) => options[efficient[at]][0])
          .map((part) => left.filter((outcome) => track.map((i) => outcome[i]).join() === part));
      });
    });
    return chosen
      .flat()
      .map((outcome) => outcome.join())
      .sort();
  };
  return {
    deals,
    frontier,
    focal: Object.fromEntries(
      ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"].map((rule) => [
        rule,
        deals.length === 0 ? [] : focal(rule),
      ]),
    ),
    followOn,
  };
}

function efficientOf(values: readonly (readonly number[])[]): number[] {
  return values.flatMap((row, at) => {
    const beaten = values.some(
      (other) =>
        other.every((value, j) => value >= row[j] - near) && other.some((value, j) => value > row[j] + near),
    );
    return beaten ? [] : [at];
  });
}

function focalOf(gains: readonly (readonly number[])[], rule: string): number[] {
  const ideal = gains[0].map((_, j) => Math.max(...gains.map((row) => row[j])));
  const share = gains.map((row) =>
    row.flatMap((gain, j) => (ideal[j] > near ? [Math.abs(gain) > near ? gain / ideal[j] : 0] : [])),
  );
  const sorted = (rows: readonly (readonly number[])[]) => rows.map((row) => [...row].sort((a, b) => a - b));
  const leximin = (rows: readonly (readonly number[])[]) => {
    const better = (a: readonly number[], b: readonly number[]) => {
      const at = a.findIndex((value, j) => Math.abs(value - b[j]) > near);
      return at >= 0 && a[at] > b[at];
    };
    const list = sorted(rows);
    return list.flatMap((row, at) => (list.some((other) => better(other, row)) ? [] : [at]));
  };
  const most = (values: readonly number[]) =>
    values.flatMap((value, at) => (value >= Math.max(...values) - near ? [at] : []));
  if (rule === "egalitarian") return leximin(gains);
  if (rule === "kalaiSmorodinsky") return leximin(share);
  if (rule === "utilitarian") return most(gains.map((row) => row.reduce((sum, gain) => sum + gain, 0)));
  const products = share.map((row) => row.reduce((product, value) => product * value, 1));
  return Math.max(...products) > 0 ? most(products) : leximin(share);
}
