import { describe, expect, it } from "vitest";
import { frontier } from "../../numeric/frontier.ts";
import { plainDesign } from "../../numeric/sampling/design.ts";
import { focalFinder, trackFrontier } from "../focal-deals.ts";
import { framingSpace } from "../framing-space.ts";
import { readingFrom } from "../reading.ts";
import { outcomeOf } from "../variables.ts";
import { wholeFrontier } from "../whole-frontier.ts";
import { nothingExtra, wholeProblem } from "../whole-problem.ts";
import { columnsOf } from "./columns/columns-of.ts";
import { Sampler } from "./columns/sampler.ts";
import type { BargainingRule } from "./draw/bargain.ts";
import { bargainingRule } from "./draw/bargaining-rule.ts";
import { DrawEngine } from "./draw/draw-engine.ts";
import { DrawState } from "./draw/draw-state.ts";
import { muscat } from "./muscat.oracle.ts";

/** Draws compared; the long test sets more. */
const draws = Number(process.env.PARLEY_DRAWS ?? 6);

describe("draws of Muscat, against frontiers", () => {
  const subject = muscat();
  const columns = columnsOf(subject);
  const ids = columns.map(({ id }) => id);
  const sampler = new Sampler(subject, columns, plainDesign(11, ids), draws);
  sampler.fill(0, draws);

  it("have the same zones and Nash deals", () => {
    const state = new DrawState(subject);
    const modalNoDeal = new Float64Array(subject.principals.length);
    const rule: BargainingRule = { ...bargainingRule(subject), rule: "single-text", modalNoDeal };
    const engine = new DrawEngine(subject, rule);
    for (let i = 0; i < draws; i++) {
      sampler.load(i, state);
      const reading = readingFrom(subject, state.asColumns());
      state.settle();
      subject.principals.forEach((p, j) => {
        modalNoDeal[j] = state.noDeal[p];
      });
      const { agreed } = engine.run(state);
      subject.framings.forEach(({ id }, f) => {
        const space = framingSpace(subject, reading, f);
        const tracks = space.layout.tracks.map((_, k) => trackFrontier(space, k));
        const zone = wholeFrontier(space, tracks, nothingExtra).length > 0;
        expect([i, id, agreed[f] === 1]).toEqual([i, id, zone]);
        if (!zone) return;
        const [first] = focalFinder(space, tracks)("nash").choices;
        const now = outcomeOf(space.variables, first);
        expect([i, id, ...engine.framings[f].bargain!.outcome]).toEqual([i, id, ...now]);
        const { outcome } = engine.framings[f].came;
        const delivered = state.deliveryLatent < state.followOnChance[f];
        const came = space.followOn !== null && delivered ? space.followOn.complete(now) : now;
        expect([i, id, ...outcome]).toEqual([i, id, ...came]);
      });
    }
  });

  it("have the same offers", () => {
    const state = new DrawState(subject);
    const rule = bargainingRule(subject);
    const engine = new DrawEngine(subject, rule);
    for (let i = 0; i < draws; i++) {
      sampler.load(i, state);
      const reading = readingFrom(subject, state.asColumns());
      state.settle();
      const { agreed } = engine.run(state);
      const own = engine.proposerAt(state, state.recognitionLatent);
      const other = 1 - own;
      const noDeals = subject.principals.map((p) => state.noDeal[p]);
      subject.framings.forEach(({ id }, f) => {
        const space = framingSpace(subject, reading, f);
        if (space.layout.tracks.length > 1 || f === subject.framings.length - 2) return;
        const { points } = frontier({ ...wholeProblem(space), floors: [-Infinity, -Infinity] });
        let [best, offer] = [0, -1];
        points.forEach(({ values }, at) => {
          const worth = (values[own] - noDeals[own]) * rule.acceptance[other].at(values[other]);
          if (values[own] > noDeals[own] && worth > best) [best, offer] = [worth, at];
        });
        const accepted = offer >= 0 && points[offer].values[other] >= noDeals[other];
        expect([i, id, agreed[f] === 1]).toEqual([i, id, accepted]);
        if (!accepted) return;
        const now = outcomeOf(space.variables, points[offer].choices[0]);
        expect([i, id, ...engine.framings[f].bargain!.outcome]).toEqual([i, id, ...now]);
      });
    }
  });
});
