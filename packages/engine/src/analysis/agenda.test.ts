import { describe, expect, test } from "vitest";
import type { Case } from "../model/case.ts";
import { agendaOf } from "./agenda.ts";
import { compareCentral } from "./compare-central.ts";
import { smallCase } from "./small-case.oracle.ts";

const said = (subject: Case, paths: Readonly<Record<string, "said" | "official">>): Case => ({
  ...subject,
  entries: subject.entries.map((entry) =>
    entry.path in paths ? { ...entry, basis: paths[entry.path], claims: [`claim of ${entry.path}`] } : entry,
  ),
});

const subject = said(
  smallCase({
    sizes: [2, 2],
    baskets: [[0], [1]],
    parties: [
      { stances: [{ together: "insists" }, { together: "refuses", later: 0.55 }] },
      { stances: [{ together: "accepts" }, { together: "accepts", none: "resists" }] },
      { role: "concerned", stances: [{}, { later: "refuses" }] },
    ],
    framings: [
      { placements: ["together", "together"] },
      { placements: ["together", "later"] },
      { placements: ["together", "none"] },
      { placements: ["separate", "later"] },
    ],
  }),
  {
    "party0.stances.basket0.together": "said",
    "party0.stances.basket1.together": "official",
    "party1.stances.basket0.together": "said",
    "party1.stances.basket1.together": "said",
    "party1.stances.basket1.none": "official",
  },
);

describe("agendaOf", () => {
  const cells = agendaOf(subject).cells;
  const cell = (party: string, basket: string, placement: string) =>
    cells.find((c) => c.party === party && c.basket === basket && c.placement === placement)!;

  test("needs no value", () => expect(cells).toHaveLength(3 * 2 * 5));
  test("as entered", () =>
    expect(cell("party0", "basket1", "together")).toMatchObject({
      word: "refuses",
      accepted: false,
      basis: "official",
      origin: "entered",
    }));
  test("a number reads as a word", () =>
    expect(cell("party0", "basket1", "later")).toMatchObject({
      word: "tolerates",
      likelihood: 0.55,
      accepted: true,
    }));
  test("insisting on one placement resists the others", () => {
    expect(cell("party0", "basket0", "later")).toMatchObject({
      word: "resists",
      accepted: false,
      basis: "nothing",
      origin: "implied",
    });
  });
  test("silence accepts, as a default", () => {
    expect(cell("party1", "basket0", "later")).toMatchObject({
      word: "accepts",
      accepted: true,
      basis: "nothing",
      origin: "default",
    });
  });
});

describe("framingAgenda", () => {
  const { framings, acceptableToAll } = compareCentral(subject);
  const answers = framings.map(({ agenda }) =>
    agenda.answers.map(({ accepts, said }) => [accepts, said.answer]),
  );

  test("a refusal of one basket, once said, refuses the agenda; an acceptance takes every basket", () => {
    expect(answers[0]).toEqual([
      [false, "no"],
      [true, "yes"],
      [true, "not-said"],
    ]);
    expect(
      framings[0].agenda.refusals.map(({ party, basket, placement }) => [party, basket, placement]),
    ).toEqual([["party0", "basket1", "together"]]);
  });
  test("others than principals are shown, and do not refuse", () => {
    expect(answers[1]).toEqual([
      [true, "not-said"],
      [true, "not-said"],
      [false, "not-said"],
    ]);
    expect(framings[1].agenda.accepted).toBe(true);
  });
  test("a resistance of officials is said", () => {
    expect(answers[2][1]).toEqual([false, "no"]);
    expect(framings[2].agenda.answers[1]).toMatchObject({
      word: "resists",
      basis: "official",
      said: { basis: "official" },
    });
  });
  test("an implied refusal is not said", () => {
    expect(answers[3][0]).toEqual([false, "not-said"]);
    expect(framings[3].agenda.answers[0].unsaid).toEqual(["basket0", "basket1"]);
  });
  test("each refusal is a conflict of its own", () => {
    expect(
      framings[0].conflicts.map(({ constraints }) => constraints.map(({ kind, id }) => [kind, id])),
    ).toEqual([[["agenda-refusal", "party0.stances.basket1.together"]]]);
  });
  test("without values nothing is acceptable to all", () => expect(acceptableToAll).toEqual([]));
});

describe("events", () => {
  const path = "party0.stances.basket1.later";
  const entry = subject.entries.findIndex((one) => one.path === path);
  const odds = subject.entries.length;
  const moved: Case = {
    ...subject,
    entries: [
      ...subject.entries,
      {
        ...subject.entries[entry],
        path: "events.strike.effects.0.odds",
        kind: "odds",
        given: { kind: "number", value: 0.25 },
      },
    ],
    effects: [{ event: "strike", date: "2025-06-22", entry, odds }],
  };
  const after = (kase: Case) => agendaOf(kase).cells.find((cell) => cell.path === path)!;

  test("multiply the odds up to the as-of date", () => {
    expect(after(moved)).toMatchObject({ accepted: false, word: "resists", events: ["strike"] });
    expect(after(moved).likelihood).toBeCloseTo(0.55 / (0.55 + 4 * 0.45), 12);
  });
  test("and not before", () =>
    expect(after({ ...moved, asOf: "2025-06-21" })).toMatchObject({ accepted: true, events: [] }));
});
