import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import { type DrawResult, ended } from "../draw/draw-result.ts";
import type { DrawState } from "../draw/draw-state.ts";
import { endings } from "../readings-result.ts";
import { bins, steps, type Tally, type TallyLayout } from "./tally.ts";

/** Adds one draw after the other to a tally. */
export class DrawAdder {
  readonly #subject: Case;
  readonly #layout: TallyLayout;
  readonly #tally: Tally;
  readonly #isBest: Uint8Array;

  constructor(subject: Case, layout: TallyLayout, tally: Tally) {
    this.#subject = subject;
    this.#layout = layout;
    this.#tally = tally;
    this.#isBest = new Uint8Array(layout.framings);
  }

  add(state: DrawState, result: DrawResult, scramble: number): void {
    const { framings: F, parties: P, hazards, valued } = this.#layout;
    const t = this.#tally;
    const E = endings.length;
    t.draws[scramble]++;
    for (let f = 0; f < F; f++) {
      const ending = result.ending[f];
      t.endings[(scramble * F + f) * E + ending]++;
      t.satDown[(scramble * F + f) * E + result.satDown[f]]++;
      t.agreed[f] += result.agreed[f];
      t.delivered[f] += result.delivered[f];
      t.goesOn[f] += Math.round(result.goesOn[f] * steps);
      t.escalation[f] += Math.round(result.escalation[f] * steps);
      if (result.overtakenBy[f] >= 0) t.overtaken[f * (hazards + 1) + result.overtakenBy[f]]++;
      for (let at = f * P; at < (f + 1) * P; at++) {
        t.missed[at] += result.missed[at];
        t.undone[at] += result.undone[at];
        t.refused[at] += result.refused[at];
      }
      if (ending !== ended.durable) continue;
      for (let g = 0; g < F; g++) {
        if (result.ending[g] === ended.durable) t.bothDurable[(scramble * F + f) * F + g]++;
      }
    }
    for (let v = 0; v < valued.length; v++) this.#addValues(state, result, scramble, v);
    this.#addJoint(state, result);
  }

  #addValues(state: DrawState, result: DrawResult, scramble: number, v: number): void {
    const { framings: F, parties: P, valued, pairs, low, high } = this.#layout;
    const t = this.#tally;
    const V = valued.length;
    const p = valued[v];
    const near = FOCAL_TOLERANCE * state.spans[p];
    let most = -Infinity;
    let best = state.noDeal[p] + near;
    let any = false;
    for (let f = 0; f < F; f++) {
      const value = result.values[f * P + p];
      if (value > most) most = value;
      if (result.ending[f] === ended.durable && value > best) {
        best = value;
        any = true;
      }
    }
    let ties = 0;
    const width = (high[v] - low[v]) / bins;
    const scale = steps / (high[v] - low[v]);
    for (let f = 0; f < F; f++) {
      const value = result.values[f * P + p];
      const at = f * V + v;
      t.values[at] += Math.round(value * scale);
      t.valueBins[at * bins + binOf((value - low[v]) / width)]++;
      t.regret[at] += Math.round((most - value) * scale);
      t.regretBins[at * bins + binOf((most - value) / width)]++;
      const isBest = any && result.ending[f] === ended.durable && value >= best - near;
      this.#isBest[f] = isBest ? 1 : 0;
      if (isBest) ties++;
    }
    this.#split(v, ties);
    for (let pair = 0; pair < pairs.length; pair++) {
      const difference = result.values[pairs[pair][0] * P + p] - result.values[pairs[pair][1] * P + p];
      const at = pair * V + v;
      t.differences[scramble * pairs.length * V + at] += Math.round(difference * scale);
      t.squares[at] += Math.round((difference * difference * scale) / (high[v] - low[v]));
      if (difference > near) t.firstBetter[at]++;
      else if (difference < -near) t.secondBetter[at]++;
    }
  }

  /** Jointly best: against every other framing and no deal, worse for no principal and better for one; equals share. */
  #addJoint(state: DrawState, result: DrawResult): void {
    const { framings: F, valued } = this.#layout;
    let ties = 0;
    for (let f = 0; f < F; f++) {
      let best = result.ending[f] === ended.durable && this.#against(state, result, f, -1) > 0;
      for (let g = 0; g < F && best; g++) if (g !== f) best = this.#against(state, result, f, g) >= 0;
      this.#isBest[f] = best ? 1 : 0;
      if (best) ties++;
    }
    this.#split(valued.length, ties);
  }

  /** 1: worse for no principal and better for one; 0: the same for all; -1: neither. @param g -1: no deal */
  #against(state: DrawState, result: DrawResult, f: number, g: number): number {
    const { parties: P } = this.#layout;
    let better = 0;
    for (const p of this.#subject.principals) {
      const near = FOCAL_TOLERANCE * state.spans[p];
      const other = g < 0 ? state.noDeal[p] : result.values[g * P + p];
      const difference = result.values[f * P + p] - other;
      if (!(difference >= -near)) return -1;
      if (difference > near) better = 1;
    }
    return better;
  }

  #split(who: number, ties: number): void {
    const F = this.#layout.framings;
    const from = who * (F + 1);
    if (ties === 0) this.#tally.best[from + F] += steps;
    else
      for (let f = 0; f < F; f++)
        if (this.#isBest[f] === 1) this.#tally.best[from + f] += Math.round(steps / ties);
  }
}

function binOf(place: number): number {
  if (!(place > 0)) return 0;
  return place >= bins ? bins - 1 : Math.floor(place);
}
