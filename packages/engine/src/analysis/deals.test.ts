import { describe, expect, test } from "vitest";
import { compareCentral } from "./compare-central.ts";
import { dealsOf } from "./deals-of.ts";
import { type SmallCase, smallCase } from "./small-case.oracle.ts";

/** Two baskets, one issue each with two options: A gains 3 and B loses 2 on the first, the reverse on the second. */
const toy: SmallCase = {
  sizes: [2, 2, 2],
  baskets: [[0], [1], [2]],
  parties: [
    {
      values: [
        [0, 3],
        [0, -2],
        [0, -2],
      ],
      noDeal: 0,
    },
    {
      values: [
        [0, -2],
        [0, 3],
        [0, 0],
      ],
      noDeal: 0,
    },
  ],
  framings: [
    { placements: ["together", "none", "none"] },
    { placements: ["none", "together", "none"] },
    { placements: ["separate", "separate", "none"] },
    { placements: ["together", "together", "none"], mustSettle: [0, 1] },
    { placements: ["together", "together", "together"], mustSettle: [0, 1, 2] },
    { placements: ["together", "together", "together"] },
  ],
};

describe("linkage creates and destroys a zone (Tollison & Willett 1979; Sebenius 1983)", () => {
  const framings = compareCentral(smallCase(toy)).framings;
  const zone = framings.map(({ frontier, deals }) => [
    deals.count,
    ...frontier.map(({ values }) => Object.values(values)),
  ]);

  test("either alone: empty", () => expect(zone.slice(0, 2)).toEqual([["0"], ["0"]]));
  test("tracks, each by itself: empty", () => expect(zone[2]).toEqual(["0"]));
  test("both in one undertaking: (1, 1)", () => expect(zone[3]).toEqual(["1", [1, 1]]));
  test("a third issue that only costs destroys it", () => expect(zone[4]).toEqual(["0"]));
  test("unless it may be left out", () => expect(zone[5]).toEqual(["1", [1, 1]]));

  test("what conflicts is named", () => {
    expect(framings[0].conflicts.map(({ constraints }) => constraints.map(({ id }) => id))).toEqual([
      ["party1.noDeal"],
    ]);
    expect(framings[4].none).toEqual({
      kind: "no-zone",
      because:
        "Nothing permitted meets all of these: Basket 2 has to be settled; Party 0: worth at least no deal (0); Party 1: worth at least no deal (0).",
    });
  });
});

describe("separate tracks", () => {
  // Main: A 4, B 1. Beside it: (A −1, B 7), which is no agreement to A, or (A 2, B 2).
  const subject = smallCase({
    sizes: [2, 3],
    baskets: [[0], [1]],
    parties: [
      {
        values: [
          [0, 4],
          [0, -1, 2],
        ],
        noDeal: 1,
      },
      {
        values: [
          [0, 1],
          [0, 7, 2],
        ],
        noDeal: 0,
      },
    ],
    framings: [{ placements: ["together", "separate"] }, { placements: ["together", "together"] }],
  });
  const [separate, together] = compareCentral(subject).framings;

  test("no agreement in a track counts once", () => {
    expect([separate.deals.count, together.deals.count]).toEqual(["2", "4"]);
  });

  test("no compensation across tracks", () => {
    expect(separate.focal.nash.map(({ values }) => values)).toEqual([{ party0: 6, party1: 3 }]);
    // Gains over (1, 0): (2, 8) beats (5, 3).
    expect(together.focal.nash.map(({ values }) => values)).toEqual([{ party0: 3, party1: 8 }]);
  });

  test("tracks are told apart", () => {
    const told = separate.tracks.map(({ kind, agreements, empty, paysNothingTo }) => [
      kind,
      agreements.count,
      empty,
      paysNothingTo,
    ]);
    expect(told).toEqual([
      ["main", "1", false, []],
      ["separate", "1", false, []],
    ]);
  });

  test("a track in which nothing pays one side is empty", () => {
    const [a, b] = [
      {
        values: [
          [0, 4],
          [0, -1],
        ],
        noDeal: 1,
      },
      {
        values: [
          [0, 1],
          [0, 7],
        ],
        noDeal: 0,
      },
    ];
    const [framing] = compareCentral(
      smallCase({
        sizes: [2, 2],
        baskets: [[0], [1]],
        parties: [a, b],
        framings: [{ placements: ["together", "separate"] }],
      }),
    ).framings;
    expect(framing.tracks[1]).toMatchObject({ empty: true, paysNothingTo: ["party0", "party1"] });
    expect(framing.deals.count).toBe("1");
  });
});

describe("a line across tracks", () => {
  // A will not have both issues settled; the main track comes first, so the other stays at the status quo.
  const subject = smallCase({
    sizes: [2, 2],
    baskets: [[0], [1]],
    parties: [
      {
        values: [
          [0, 1],
          [0, 5],
        ],
        noDeal: 0,
        lines: [{ forbids: (issue) => ({ kind: "and", operands: [issue(0, [1]), issue(1, [1])] }) }],
      },
      {
        values: [
          [0, 1],
          [0, 5],
        ],
        noDeal: 0,
      },
    ],
    framings: [{ placements: ["together", "separate"] }, { placements: ["together", "none"] }],
  });
  const [both, alone] = compareCentral(subject).framings;

  test("is tested on the complete outcome", () => {
    expect([both.deals.count, both.focal.nash.map(({ outcome }) => outcome)]).toEqual([
      "1",
      [{ issue0: "o1", issue1: "o0" }],
    ]);
  });
  test("names an issue off the table: it stands at the status quo", () =>
    expect(alone.deals.count).toBe("1"));
});

describe("staged", () => {
  // Now: A 2, B −1 (no deal 0). Later: A −1, B 4 or A 1, B 1. Nash of stage 2 from the base of stage 1: gains (1, 1).
  const small: SmallCase = {
    sizes: [2, 3],
    baskets: [[0], [1]],
    parties: [
      {
        values: [
          [0, 2],
          [0, -1, 1],
        ],
        noDeal: 0,
      },
      {
        values: [
          [0, -1],
          [0, 4, 2],
        ],
        noDeal: 0,
      },
    ],
    framings: [
      { placements: ["together", "later"], chance: 0.75 },
      { placements: ["together", "later"], chance: 0.25 },
      { placements: ["together", "none"] },
    ],
  };
  const [likely, unlikely, alone] = compareCentral(smallCase(small)).framings;

  test("expected values open it where later talks are likely enough", () => {
    expect([likely.deals.count, unlikely.deals.count, alone.deals.count]).toEqual(["1", "0", "0"]);
    expect(likely.focal.nash).toEqual([
      {
        values: { party0: 2.75, party1: 0.5 },
        valuesNow: { party0: 2, party1: -1 },
        outcome: { issue0: "o1", issue1: "o0" },
        followOn: { issue0: "o1", issue1: "o2" },
      },
    ]);
    expect(likely.followOn).toMatchObject({
      baskets: ["basket1"],
      issues: ["issue1"],
      chance: 0.75,
      dependsOnNow: false,
    });
  });

  test("a line of the follow-on keeps it at the status quo when nothing else is permitted", () => {
    const [a, b] = small.parties;
    const barred = smallCase({
      ...small,
      parties: [{ ...a, lines: [{ forbids: (issue) => issue(1, [2]) }] }, b],
    });
    expect(compareCentral(barred).framings[0].deals.count).toBe("0");
  });

  test("provisions multiply the odds of the case's chance, not of the framing's own", () => {
    const subject = smallCase({
      ...small,
      followOnChance: 0.5,
      provisions: [3],
      framings: [
        { placements: ["together", "later"], provisions: [0] },
        { ...small.framings[1], provisions: [0] },
      ],
    });
    expect(compareCentral(subject).framings.map(({ followOn }) => followOn?.chance)).toEqual([0.75, 0.25]);
  });
});

describe("thresholds", () => {
  const subject = smallCase({
    sizes: [2, 150],
    baskets: [[0, 1]],
    parties: [
      { values: [[0, 1], null], noDeal: 0 },
      { values: [[0, 1], null], noDeal: 0 },
      // It cares only for what the principals do not: the last of 150 alike.
      {
        role: "concerned",
        values: [null, Array.from({ length: 150 }, (_, o) => (o === 149 ? 10 : 0))],
        threshold: { value: 10, when: [{ if: (issue) => issue(1, [0]), value: 0 }] },
      },
      { role: "concerned", values: [[0, 3], null], threshold: { value: 3 } },
      { role: "concerned", values: [[0, 3], null], threshold: { value: 4 } },
    ],
    framings: [{ placements: ["together"] }],
  });
  const [framing] = compareCentral(subject).framings;

  test("all, some or none of the tied deals, also of those that are not listed", () => {
    expect(framing.focal.nash).toHaveLength(100);
    expect(framing.focalCounts.nash).toBe("150");
    expect(framing.thresholds.map(({ satisfiedBy }) => satisfiedBy.nash)).toEqual(["some", "all", "none"]);
    expect(
      framing.thresholds.map(({ best, reachable, dependsOnTerms }) => [best, reachable, dependsOnTerms]),
    ).toEqual([
      [10, true, true],
      [3, true, false],
      [3, false, false],
    ]);
  });

  test("sufficient deals reach all of them", () =>
    expect(framing.sufficient).toMatchObject({ exists: false, none: { kind: "no-sufficient-deal" } }));
});

describe("what is not there is said", () => {
  const parties: SmallCase["parties"] = [{ values: [[0, 1]], noDeal: 0 }, {}];

  test("no values", () => {
    const [framing] = compareCentral(
      smallCase({ sizes: [2], baskets: [[0]], parties, framings: [{ placements: ["together"] }] }),
    ).framings;
    expect(framing.none).toEqual({
      kind: "no-values",
      because: "No values are entered for Party 1; only the agenda can be judged.",
    });
    expect(framing.agenda.accepted).toBe(true);
  });

  test("nothing to settle now", () => {
    const subject = smallCase({
      sizes: [2],
      baskets: [[0]],
      parties: [parties[0], parties[0]],
      framings: [{ placements: ["later"] }],
    });
    expect(dealsOf(subject, "framing0").none?.kind).toBe("no-track");
  });

  test("no value of no deal: the status quo's stands for it", () => {
    const subject = smallCase({
      sizes: [2],
      baskets: [[0]],
      parties: [{ values: [[2, 5]] }, { values: [[1, 1]], noDeal: 0 }],
      framings: [{ placements: ["together"] }],
    });
    const deals = dealsOf(subject, "framing0");
    expect([deals.noDeal, deals.deals.count]).toEqual([{ party0: 2, party1: 0 }, "1"]);
    expect(deals.notes).toEqual([
      "Party 0: no value of no deal is entered; its value of the status quo stands for it.",
    ]);
  });

  test("a domain without a status quo leaves nothing out", () => {
    const subject = smallCase({
      sizes: [3],
      statusQuo: [-1],
      baskets: [[0]],
      parties: [
        { values: [[0, 1, 2]], noDeal: 0 },
        { values: [[2, 1, 0]], noDeal: 0 },
      ],
      framings: [{ placements: ["together"] }],
    });
    expect(dealsOf(subject, "framing0").deals.count).toBe("3");
  });

  test("an unknown framing", () =>
    expect(() => dealsOf(smallCase(toy), "framing9")).toThrow("no such framing: framing9"));
});

describe("duties and terms", () => {
  const subject = smallCase({
    sizes: [2, 2],
    baskets: [[0], [1]],
    parties: [
      {
        values: [
          [0, 1],
          [0, 1],
        ],
        noDeal: 0,
      },
      {
        values: [
          [0, 1],
          [0, 1],
        ],
        noDeal: 0,
      },
      { role: "verifier" },
    ],
    framings: [{ placements: ["together", "later"], chance: 0.5 }, { placements: ["together", "together"] }],
    obligations: [
      { issue: 0, option: 1, by: 0, checked: true },
      { issue: 0, option: 1, by: 2, checked: false },
      { issue: 1, option: 1, by: 0, checked: true },
      { issue: 1, option: 0, by: 1, checked: true },
    ],
  });
  const [staged, together] = compareCentral(subject).framings;

  test("by bearer, principals always there", () => {
    expect(staged.obligations).toEqual([
      { party: "party0", asked: 1, checked: 1, later: 1, laterChecked: 1 },
      { party: "party1", asked: 0, checked: 0, later: 0, laterChecked: 0 },
      { party: "party2", asked: 1, checked: 0, later: 0, laterChecked: 0 },
    ]);
    expect(together.duties).toEqual({ party0: 2, party1: 0, party2: 1 });
  });
  test("a term is checked when all it obliges to can be", () =>
    expect(together.terms).toEqual({ count: 2, checked: 1 }));
});
