import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case } from "../../model/case.ts";
import type { Placement } from "../../model/placement.ts";
import { anySmallCase } from "../any-small-case.oracle.ts";
import { centralReading } from "../central-reading.ts";
import { everyDeal } from "../every-outcome.oracle.ts";
import type { Reading } from "../reading.ts";
import { smallCase } from "../small-case.oracle.ts";
import { explain } from "./explain.ts";
import type { Explanation, Move, Obstacles } from "./explanation.ts";

/** The case and reading with only some constraints asked, by id. */
function asking(subject: Case, reading: Reading, asked: ReadonlySet<string>): [Case, Reading] {
  const parties = subject.parties.map((party) =>
    asked.has(`${party.id}.threshold`) ? party : { ...party, threshold: null },
  );
  const framings = subject.framings.map((framing) => ({
    ...framing,
    mustSettle: framing.mustSettle.map((must, b) => must && asked.has(`${subject.baskets[b].id}.mustSettle`)),
  }));
  const noDeal = subject.parties.map(({ id, role }, p) =>
    role !== "principal" || asked.has(`${id}.noDeal`) ? reading.noDeal[p] : -Infinity,
  );
  const holds = subject.parties.map(({ id, lines }, p) =>
    lines.map((line, l) => reading.holds[p][l] && asked.has(`${id}.lines.${line.id}`)),
  );
  return [
    { ...subject, parties, framings },
    { ...reading, noDeal, holds },
  ];
}

/** All sets of some things, as bit masks over them, that a test calls minimal among those it accepts. */
function minimalSets(count: number, accepts: (set: number) => boolean): number[] {
  const found: number[] = [];
  const sets = Array.from({ length: 1 << count }, (_, set) => set).sort(
    (a, b) => members(a).length - members(b).length,
  );
  for (const set of sets)
    if (!found.some((smaller) => (smaller & set) === smaller) && accepts(set)) found.push(set);
  return found;
}

const members = (set: number) => Array.from({ length: 20 }, (_, at) => at).filter((at) => (set >> at) & 1);

/** Conflicts and openings among the constraints on terms, by looking at every subset and every outcome. */
function bySubsets(subject: Case, reading: Reading, ids: readonly string[], sufficient: boolean) {
  const all = (1 << ids.length) - 1;
  const feasible = Array.from({ length: all + 1 }, (_, set) => {
    const [changed, read] = asking(subject, reading, new Set(members(set).map((at) => ids[at])));
    return everyDeal(changed, read, 0, sufficient).deals.length > 0;
  });
  const canBeMet = (set: number) => feasible.some((yes, larger) => yes && (larger & set) === set);
  const named = (sets: readonly number[]) =>
    sets
      .map((set) => members(set).map((at) => ids[at]))
      .map((set) => set.toSorted().join(" "))
      .sort();
  return {
    conflicts: named(minimalSets(ids.length, (set) => !canBeMet(set))),
    openings: named(minimalSets(ids.length, (set) => feasible[all & ~set])),
  };
}

function onTerms(explanation: Explanation, sets: readonly (readonly string[])[]): string[] {
  const refusals = new Set(explanation.agenda.refusals.map(({ path }) => path));
  return sets
    .map((set) => set.filter((id) => !refusals.has(id)))
    .map((set) => set.toSorted().join(" "))
    .sort();
}

/** The case and reading as they are once values have fallen and whole constraints are given up; lines that are only loosened stay. */
function moved(
  subject: Case,
  reading: Reading,
  explanation: Explanation,
  { steps }: Move,
  share: number,
): [Case, Reading] {
  const gone = new Set(
    steps.filter(({ kind }) => kind === "line" || kind === "must-settle").map(({ constraint }) => constraint),
  );
  const asked = new Set(explanation.constraints.map(({ id }) => id).filter((id) => !gone.has(id)));
  const [changed, read] = asking(subject, reading, asked);
  const falls = (kind: string) =>
    steps.filter((step) => step.kind === kind) as { party: string; from: number; to: number }[];
  const noDeal = read.noDeal.map((value, p) => {
    const fall = falls("no-deal-value").find(({ party }) => party === subject.parties[p].id);
    return fall ? value! - share * (fall.from - fall.to) : value;
  });
  const entries = read.entries.slice();
  for (const { party, from, to } of falls("threshold")) {
    const { value, when } = subject.parties.find(({ id }) => id === party)!.threshold!;
    for (const entry of [value, ...when.map((one) => one.value)]) entries[entry] -= share * (from - to);
  }
  return [changed, { ...read, noDeal, entries }];
}

const isLineMove = ({ steps }: Move) => steps.some(({ kind }) => kind === "line");

function checkGoal(subject: Case, reading: Reading, explanation: Explanation, goal: Obstacles) {
  const sufficient = goal.goal === "sufficient";
  const refusals = new Set(explanation.agenda.refusals.map(({ path }) => path));
  const ids = explanation.constraints
    .filter(({ id, kind, party }) => {
      const outside =
        kind === "threshold" ||
        (kind === "line" && subject.parties.find((one) => one.id === party)!.role !== "principal");
      return !refusals.has(id) && kind !== "not-status-quo" && (sufficient || !outside);
    })
    .map(({ id }) => id);
  if (ids.length > 8) return;
  const oracle = bySubsets(subject, reading, ids, sufficient);
  if (oracle.openings.length === 0) {
    expect(goal.conflicts.at(-1)).toEqual(["statusQuo"]);
    return;
  }
  const isOpen = oracle.openings.includes("");
  expect(onTerms(explanation, goal.conflicts).filter((set) => set !== "")).toEqual(oracle.conflicts);
  if (!isOpen) expect(onTerms(explanation, goal.openings)).toEqual(oracle.openings);
  const owner = new Map(explanation.constraints.map(({ id, party }) => [id, party]));
  for (const { party, moves, none } of goal.moves) {
    const alone = oracle.openings.filter(
      (set) => set === "" || set.split(" ").every((id) => owner.get(id) === party),
    );
    const others = explanation.agenda.refusals.some((refusal) => refusal.party !== party);
    const canMove = !others && alone.length > 0 && !(isOpen && explanation.agenda.accepted);
    expect([party, moves.length > 0]).toEqual([party, canMove]);
    expect(none === undefined).toBe(canMove);
    for (const move of moves) {
      const set = move.steps.filter(({ kind }) => kind !== "stance").map(({ constraint }) => constraint);
      expect(oracle.openings).toContain(set.toSorted().join(" "));
      expect(
        everyDeal(...moved(subject, reading, explanation, move, 1), 0, sufficient).deals.length,
      ).toBeGreaterThan(0);
      if (move.size.points === 0 || isLineMove(move)) continue;
      expect(
        everyDeal(...moved(subject, reading, explanation, move, 0.999), 0, sufficient).deals.length,
      ).toBe(0);
    }
  }
}

describe("an explanation equals exhaustive search", () => {
  test.each<[string, Placement[]]>([
    ["package", ["together", "none", "discussed"]],
    ["separate", ["together", "separate"]],
    ["staged", ["together", "later"]],
    ["any mixture", ["together", "separate", "later", "discussed", "none"]],
  ])("%s", (_, placed) => {
    fc.assert(
      fc.property(anySmallCase(placed), (small) => {
        const subject = smallCase(small);
        const { reading } = centralReading(subject);
        const explanation = explain(subject, subject.framings[0].id);
        if (explanation.none !== undefined) return;
        checkGoal(subject, reading, explanation, explanation.deal);
        checkGoal(subject, reading, explanation, explanation.sufficient);
      }),
      { numRuns: 60 },
    );
  });
});
