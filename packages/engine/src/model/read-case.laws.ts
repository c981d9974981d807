import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "./case.ts";
import { changeCase } from "./change-case.ts";
import type { Checked } from "./problem.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

const encoder = new TextEncoder();
const sources = Object.fromEntries(
  Object.entries(starterSources).map(([name, text]) => [name, encoder.encode(text)]),
);
const starter = starterCase();
const read = (caseText: string | Uint8Array): Checked<Case> =>
  readCase({ path: "case.yaml", caseText, sources });

function isAnswer(result: Checked<Case>): void {
  if (result.ok) expect(result.problems.every(({ severity }) => severity === "warning")).toBe(true);
  else expect(result.problems.some(({ severity }) => severity === "error")).toBe(true);
  for (const { file, line, column, message } of result.problems) {
    expect(file).toBe("case.yaml");
    expect(Number.isInteger(line) && Number.isInteger(column) && line >= 0 && column >= 0).toBe(true);
    expect(message).not.toMatch(/undefined|\[object|Error:|at .*\.ts/);
  }
}

const pieces = [
  "[",
  "]",
  "{",
  "}",
  ":",
  ": ",
  "\n",
  "\n  ",
  "- ",
  "#",
  "'",
  '"',
  "*a",
  "&a ",
  "!",
  "|",
  ">",
  ".nan",
  "-1",
  "1e9",
  "null",
  "none",
  "north",
  "\t",
  "\0",
  "\u{1F600}",
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 40 }),
  inserted: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 }), fc.constant("")),
});

describe("readCase", () => {
  it("answers any edit of a case, and never throws", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = starter;
        for (const { at, removed, inserted } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + inserted + text.slice(start + removed);
        }
        isAnswer(read(text));
      }),
      { numRuns: 250 },
    );
  });

  it("answers the loss of any line", () => {
    const lines = starter.split("\n");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: lines.length - 1 }), { minLength: 1, maxLength: 3 }),
        (lost) => {
          isAnswer(read(lines.filter((_, index) => !lost.includes(index)).join("\n")));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("answers any value in any place", () => {
    const lines = starter.split("\n");
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(Number.NaN, -1, 1e300, "north", "unknown", []),
    );
    fc.assert(
      fc.property(fc.integer({ min: 3, max: lines.length - 1 }), values, (at, value) => {
        const shown = typeof value === "number" && Number.isNaN(value) ? ".nan" : JSON.stringify(value);
        const changed = lines.with(
          at,
          lines[at].replace(/:( .*)?$/, () => `: ${shown}`),
        );
        isAnswer(read(changed.join("\n")));
      }),
      { numRuns: 250 },
    );
  });

  it("answers any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isAnswer(read(bytes))),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: starter.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        (at, bytes) => {
          const text = encoder.encode(starter);
          text.set(bytes.slice(0, text.length - at), at);
          isAnswer(read(text));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("depends on ids only by their names", () => {
    const ids = [
      "north",
      "south",
      "delta",
      "release",
      "filling",
      "crossings",
      "low",
      "high",
      "slow",
      "fast",
      "river",
      "border",
      "river_only",
      "both",
      "no_high_release",
      "north_border",
    ];
    const plain = compiledText(starter);
    const newIds = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{4,9}$/), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    fc.assert(
      fc.property(newIds, (names) => {
        fc.pre(names.every((name) => !new RegExp(`\\b${name}\\b`, "i").test(starter)));
        const renamed = replaceWords(starter, new Map(ids.map((id, index) => [id, names[index]])));
        const back = replaceWords(compiledText(renamed), new Map(ids.map((id, index) => [names[index], id])));
        expect(JSON.parse(back)).toEqual(JSON.parse(plain));
      }),
      { numRuns: 30 },
    );
  });
});

describe("changeCase", () => {
  const before = read(starter);
  if (!before.ok) throw new Error("the starter does not check");
  const { entries } = before.value;

  it("changes one entry and no other, and keeps every remark", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entries.filter(({ kind }) => kind === "stance" || kind === "likelihood")),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ path }, value) => {
          const changed = changeCase(starter, [{ path, value }]);
          if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
          expect(remarks(changed.value)).toEqual(remarks(starter));
          const after = read(changed.value);
          if (!after.ok) throw new Error(JSON.stringify(after.problems));
          for (const [index, entry] of after.value.entries.entries()) {
            if (entry.path !== path) expect(entry).toEqual(entries[index]);
            else
              expect(entry).toMatchObject({
                given: { kind: "number", value },
                why: "what-if",
                claims: [],
                basis: "judged",
              });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

function compiledText(text: string): string {
  const result = read(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return JSON.stringify({ ...result.value, hash: "" });
}

function replaceWords(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_]*/g, (word) => names.get(word) ?? word);
}

function remarks(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^\s*#/.test(line));
}
