import { describe, expect, test } from "vitest";
import { type SmallCase, smallCase } from "../small-case.oracle.ts";
import { explain } from "./explain.ts";
import type { Explanation, MovesOfOne } from "./explanation.ts";

/**
 * A range of four options, 0 to 3. One side is worth 30 more with every option and holds a line above option 0; the other is
 * worth 30 less with every option and asks 65 of a deal; a neighbour would stand by option 1 or less.
 */
const range: SmallCase = {
  sizes: [4],
  statusQuo: [3],
  baskets: [[0]],
  parties: [
    {
      values: [[0, 30, 60, 90]],
      noDeal: -10,
      lines: [{ forbids: (issue) => issue(0, [0, 1]) }],
      stances: [{ together: "refuses" }],
    },
    { values: [[90, 60, 30, 0]], noDeal: 65 },
    { role: "concerned", values: [[10, 6, 2, 0]], threshold: { value: 7 } },
  ],
  framings: [{ placements: ["together"] }],
};

const accepting: SmallCase = {
  ...range,
  parties: range.parties.map((party) => ({ ...party, stances: [] })),
};

const steps = (moves: MovesOfOne) =>
  moves.moves.map((move) =>
    move.steps.map((step) => {
      if (step.kind === "line")
        return `${step.constraint} by ${step.optionSteps}: ${step.accepts[0]?.option}`;
      return "from" in step ? `${step.constraint} ${step.from} to ${step.to}` : step.constraint;
    }),
  );

function movesOf(explanation: Explanation, goal: "deal" | "sufficient") {
  return Object.fromEntries(explanation[goal].moves.map((one) => [one.party, one.none?.kind ?? steps(one)]));
}

describe("explain", () => {
  test("a line and a value of no deal that cannot both hold, and the least that either has to move", () => {
    const explanation = explain(smallCase(accepting), "framing0");
    expect(explanation.deal.conflicts).toEqual([["party0.lines.line0", "party1.noDeal"]]);
    expect(explanation.deal.openings).toEqual([["party0.lines.line0"], ["party1.noDeal"]]);
    expect(movesOf(explanation, "deal")).toEqual({
      party0: [["party0.lines.line0 by 2: o0"]],
      party1: [["party1.noDeal 65 to 30"]],
    });
    expect(explanation.deal.joint).toMatchObject({ parties: 1 });
  });

  test("a threshold joins them for a sufficient deal", () => {
    const explanation = explain(smallCase(accepting), "framing0");
    expect(explanation.sufficient.conflicts).toEqual([
      ["party0.lines.line0", "party1.noDeal"],
      ["party0.lines.line0", "party2.threshold"],
    ]);
    expect(movesOf(explanation, "sufficient")).toEqual({
      party0: [["party0.lines.line0 by 2: o0"]],
      party1: "not-enough",
      party2: "not-enough",
    });
  });

  test("a refusal is a conflict by itself, and part of every opening", () => {
    const explanation = explain(smallCase(range), "framing0");
    expect(explanation.deal.conflicts).toEqual([
      ["party0.stances.basket0.together"],
      ["party0.lines.line0", "party1.noDeal"],
    ]);
    expect(explanation.deal.openings.every((set) => set[0] === "party0.stances.basket0.together")).toBe(true);
    const [first, second] = explanation.deal.moves;
    expect(steps(first)).toEqual([["party0.stances.basket0.together", "party0.lines.line0 by 2: o0"]]);
    expect(second).toMatchObject({ moves: [], none: { kind: "others-refuse", parties: ["party0"] } });
    expect(second.onceSeated?.map(({ size }) => size.points)).toEqual([35]);
  });

  test("nothing stands in the way: what the line and the neighbour cost", () => {
    const easy = range.parties.map((party, p) => ({
      ...party,
      stances: [],
      ...(p === 1 ? { noDeal: 10 } : {}),
    }));
    const explanation = explain(smallCase({ ...range, parties: easy }), "framing0");
    expect(explanation.deal).toMatchObject({
      open: true,
      deals: { count: "1" },
      conflicts: [],
      openings: [],
    });
    expect(explanation.costs).toMatchObject([
      {
        kind: "line",
        party: "party0",
        without: { deals: { count: "3" }, best: { party1: 90 } },
        with: { best: { party1: 30 } },
      },
      {
        kind: "party",
        party: "party2",
        without: { deals: { count: "1" } },
        with: { deals: { count: "0" }, best: null },
      },
    ]);
  });

  test("one undertaking that nothing but its own rule forbids is a change of framing", () => {
    const explanation = explain(
      smallCase({
        ...accepting,
        sizes: [2, 2],
        statusQuo: [0, 0],
        baskets: [[0], [1]],
        parties: [
          {
            values: [
              [0, 5],
              [9, 0],
            ],
            noDeal: 5,
          },
          {
            values: [
              [0, 5],
              [0, 1],
            ],
            noDeal: 5,
          },
        ],
        framings: [{ placements: ["together", "together"], mustSettle: [1] }],
      }),
      "framing0",
    );
    expect(explanation.deal.open).toBe(true);
  });

  test("a limit leaves a partial answer that says so", () => {
    const explanation = explain(smallCase(accepting), "framing0", { most: 1 });
    expect(explanation.complete).toBe(false);
    expect(explanation.notes.join()).toContain("Stopped at the limit");
    const told: number[] = [];
    explain(smallCase(accepting), "framing0", { progress: ({ conflicts }) => told.push(conflicts) });
    expect(told.at(-1)).toBeGreaterThan(0);
  });

  test("an unknown framing is our caller's fault, without values only the agenda is explained", () => {
    expect(() => explain(smallCase(range), "nothing")).toThrow("nothing");
    const unvalued = { ...range, parties: range.parties.map(({ values, ...party }) => party) };
    const explanation = explain(smallCase(unvalued), "framing0");
    expect(explanation.none?.kind).toBe("no-values");
    expect(explanation.deal.conflicts).toEqual([["party0.stances.basket0.together"]]);
  });
});
