import { expect, test } from "vitest";
import { compareCentral } from "./compare-central.ts";
import { type SmallCase, smallCase } from "./small-case.oracle.ts";
import { whatChanges } from "./what-changes.ts";

const before: SmallCase = {
  sizes: [3],
  baskets: [[0]],
  parties: [
    { values: [[0, 1, 3]], noDeal: 0, stances: [{ together: "refuses" }] },
    { values: [[0, 3, 1]], noDeal: 0, lines: [{ forbids: (issue) => issue(0, [2]) }] },
  ],
  framings: [{ placements: ["together"] }],
};
const compared = (small: SmallCase) => compareCentral(smallCase(small));

test("nothing changes", () => expect(whatChanges(compared(before), compared(before))).toEqual([]));

test("a stance opens a framing", () => {
  const after = {
    ...before,
    parties: [{ ...before.parties[0], stances: [{ together: "accepts" }] }, before.parties[1]],
  };
  expect(whatChanges(compared(before), compared(after))).toMatchObject([
    { kind: "agenda", framing: "framing0", before: false, after: true, gone: [{ party: "party0" }], new: [] },
    {
      kind: "answer",
      party: "party0",
      before: { accepts: false, word: "refuses" },
      after: { accepts: true, word: "accepts" },
    },
    { kind: "preferred", party: "party0", gained: ["framing0"], lost: [] },
    { kind: "acceptable", gained: ["framing0"], lost: [] },
  ]);
});

test("a line given up makes room", () => {
  const after = { ...before, parties: [before.parties[0], { ...before.parties[1], lines: [] }] };
  const changes = whatChanges(compared(before), compared(after));
  expect(changes).toContainEqual({
    kind: "room",
    framing: "framing0",
    before: { word: "wide", deals: "1" },
    after: { word: "wide", deals: "2" },
  });
  expect(changes.filter(({ kind }) => kind === "focal")).toEqual([]);
});

test("a higher value of no deal moves the deal", () => {
  const [a, b] = before.parties;
  const after = {
    ...before,
    parties: [
      { ...a, noDeal: 2 },
      { ...b, lines: [] },
    ],
  };
  const changes = whatChanges(compared({ ...before, parties: [a, { ...b, lines: [] }] }), compared(after));
  expect(changes.map(({ kind }) => kind)).toEqual(["room", "focal", "focal", "focal", "focal", "no-deal"]);
  expect(changes[1]).toEqual({
    kind: "focal",
    framing: "framing0",
    rule: "nash",
    terms: [{ issue: "issue0", before: "o1", after: "o2" }],
    values: [
      { party: "party0", before: 1, after: 3 },
      { party: "party1", before: 3, after: 1 },
    ],
  });
});

test("framings come and go", () => {
  const more = { ...before, framings: [...before.framings, ...before.framings] };
  expect(whatChanges(compared(before), compared(more))).toEqual([
    { kind: "framing", framing: "framing1", change: "added" },
    { kind: "preferred", party: "party1", gained: ["framing1"], lost: [] },
  ]);
  expect(whatChanges(compared(more), compared(before))).toEqual([
    { kind: "framing", framing: "framing1", change: "left-out" },
    { kind: "preferred", party: "party1", gained: [], lost: ["framing1"] },
  ]);
});
