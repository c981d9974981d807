import { describe, expect, it } from "vitest";
import type { Case } from "../../model/case.ts";
import { plainDesign, sobolDesign } from "../../numeric/sampling/design.ts";
import { columnsOf } from "./columns/columns-of.ts";
import { Sampler } from "./columns/sampler.ts";
import { bargainingRule } from "./draw/bargaining-rule.ts";
import { DrawEngine } from "./draw/draw-engine.ts";
import { DrawState } from "./draw/draw-state.ts";
import { muscat } from "./muscat.oracle.ts";
import { range, UncertainCase } from "./uncertain-case.oracle.ts";

const subject = muscat();
const draws = 128;

/** Every ending and value of some draws. */
function endingsOf(of: Case, extra: readonly string[] = [], design: "plain" | "sobol" = "plain") {
  const columns = columnsOf(of);
  const ids = [...columns.map(({ id }) => id), ...extra];
  const made = design === "plain" ? plainDesign(4, ids) : sobolDesign(4, ids);
  const sampler = new Sampler(of, columns, made, draws);
  const state = new DrawState(of);
  const engine = new DrawEngine(of, bargainingRule(of));
  sampler.fill(0, draws);
  const refused: boolean[][] = [];
  const all: unknown[] = [];
  for (let i = 0; i < draws; i++) {
    sampler.load(i, state);
    state.settle();
    const result = engine.run(state);
    refused.push([...result.ending].map((ending) => ending === 0));
    all.push([...result.ending], [...result.satDown], [...result.values], [...result.missed]);
  }
  return { refused, text: JSON.stringify(all) };
}

describe("readings", () => {
  it("do not change when an input is added that nothing depends on (Sobol: as the last)", () => {
    for (const design of ["plain", "sobol"] as const) {
      const before = endingsOf(subject, [], design).text;
      expect(endingsOf(subject, ["something.new"], design).text).toBe(before);
      const added = new UncertainCase(subject);
      added.add("nobody.noDeal", range(0, 1, 2));
      expect(endingsOf(added.case, [], design).text).toBe(before);
    }
  });

  it("keep the draws of every other input when one more is sampled", () => {
    const one = subject.entries.findIndex(({ path }) => path === "iran.values.options.stock.cap_300");
    const fixed = subject.entries[one];
    const wider = { ...subject, entries: subject.entries.with(one, { ...fixed, given: range(0, 0, 1e-9) }) };
    expect(columnsOf(wider)).toHaveLength(columnsOf(subject).length + 1);
    const strip = (text: string) => text.replace(/-?\d+\.\d+(e-?\d+)?/g, (n) => Number(n).toFixed(5));
    expect(strip(endingsOf(wider).text)).toBe(strip(endingsOf(subject).text));
  });

  it("never see an agenda accepted because a stance or a line was hardened, on the same draws", () => {
    const before = endingsOf(subject).refused;
    for (const path of ["iran.stances.missiles.later", "united_states.stances.nuclear.together"]) {
      const at = subject.entries.findIndex((entry) => entry.path === path);
      const { given } = subject.entries[at];
      const harder = {
        kind: "range",
        low: 0,
        mode: 0,
        high: given.kind === "number" ? 0 : given.low,
        shape: "triangular",
      } as const;
      const hardened = {
        ...subject,
        entries: subject.entries.with(at, { ...subject.entries[at], given: harder }),
      };
      const after = endingsOf(hardened).refused;
      before.forEach((byFraming, i) => {
        byFraming.forEach((refused, f) => {
          if (refused) expect(after[i][f]).toBe(true);
        });
      });
      expect(after.flat().filter(Boolean).length).toBeGreaterThan(before.flat().filter(Boolean).length);
    }
  });

  it("find no difference between a framing and itself", () => {
    const twice = {
      ...subject,
      framings: [subject.framings[1], { ...subject.framings[1], id: "again" }],
      parties: subject.parties.map((party) => ({ ...party, success: [null, null] })),
    };
    const { text } = endingsOf(twice);
    const rows = JSON.parse(text) as number[][];
    for (const row of rows) expect(row.slice(0, row.length / 2)).toEqual(row.slice(row.length / 2));
  });
});
