import { describe, expect, it } from "vitest";
import { plainDesign } from "../../numeric/sampling/design.ts";
import { readingFrom } from "../reading.ts";
import { columnsOf } from "./columns/columns-of.ts";
import { Sampler } from "./columns/sampler.ts";
import { DrawState } from "./draw/draw-state.ts";
import { muscat } from "./muscat.oracle.ts";

describe("a draw of Muscat", () => {
  it("has the figures that the analysis of one reading has, bit for bit", () => {
    const subject = muscat();
    const columns = columnsOf(subject);
    const sampler = new Sampler(
      subject,
      columns,
      plainDesign(
        5,
        columns.map(({ id }) => id),
      ),
      16,
    );
    const state = new DrawState(subject);
    sampler.fill(0, 16);
    for (let i = 0; i < 16; i++) {
      sampler.load(i, state);
      const reading = readingFrom(subject, state.asColumns());
      state.settle();
      expect([...state.entries]).toEqual([...reading.entries]);
      expect([...state.noDeal]).toEqual(reading.noDeal.map((value) => value ?? Number.NaN));
      expect(state.holds.map((held) => [...held].map((one) => one === 1))).toEqual(reading.holds);
      expect([...state.followOnChance]).toEqual(reading.followOnChance);
      reading.worth.forEach((byIssue, p) => {
        byIssue.forEach((byOption, issue) => {
          const from = state.firstOption[issue];
          const own = state.worth[p].subarray(from, from + subject.issues[issue].options.length);
          expect([...own]).toEqual([...(byOption ?? new Float64Array(own.length))]);
        });
      });
    }
  });

  it("has a column for what varies and matters, each once", () => {
    const subject = muscat();
    const ids = columnsOf(subject).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("chance.stances.iran.missiles");
    expect(ids).toContain("iran.stances.missiles.later");
    expect(ids).toContain("israel.values.weights.stock");
    expect(ids.some((id) => id.startsWith("issues.") || id.startsWith("conflict."))).toBe(false);
    // Its two steps on missile numbers hold or fall by one coin, and so do those on range.
    expect(ids.filter((id) => id.startsWith("chance.lines.iran."))).toEqual([
      "chance.lines.iran.enrichment_level",
      "chance.lines.iran.line.relief_for_limits",
      "chance.lines.iran.access",
      "chance.lines.iran.missile_range",
      "chance.lines.iran.missile_inventory",
      "chance.lines.iran.armed_groups",
    ]);
  });
});
