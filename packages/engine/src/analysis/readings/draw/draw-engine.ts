import type { Case } from "../../../model/case.ts";
import { Bargain, type Bargained, type BargainingRule } from "./bargain.ts";
import { type DrawResult, drawResult } from "./draw-result.ts";
import type { DrawState } from "./draw-state.ts";
import { framingPlan, spelledBan } from "./framing-plan.ts";
import { FramingRun } from "./framing-run.ts";
import { Judge } from "./judge.ts";
import { type Ban, TrackTables } from "./track-tables.ts";

/**
 * Every framing of a case, for one draw after the other. Made once for a case; what framings have in common is worked out
 * once per draw.
 */
export class DrawEngine {
  readonly framings: readonly FramingRun[];
  readonly result: DrawResult;
  readonly #subject: Case;
  /** By framing: the first one that always settles the same. */
  readonly #sameAs: readonly number[];
  readonly #bargained: Bargained[];
  #draw = 0;

  constructor(subject: Case, rule: BargainingRule) {
    this.#subject = subject;
    this.result = drawResult(subject);
    const shared = sharedTables(subject);
    const plans = subject.framings.map((_, f) => framingPlan(subject, f));
    const anticipates = subject.document.bargaining?.anticipates ?? false;
    this.#sameAs = plans.map(({ key }, f) =>
      anticipates ? f : plans.findIndex((other) => other.key === key),
    );
    const runs: FramingRun[] = [];
    plans.forEach((plan, f) => {
      if (plan.none !== null || this.#sameAs[f] !== f) {
        const bargain = plan.none === null ? runs[this.#sameAs[f]].bargain : null;
        runs.push(new FramingRun(subject, plan, bargain));
        return;
      }
      const judge = anticipates ? new Judge(subject, plan) : null;
      runs.push(new FramingRun(subject, plan, new Bargain(subject, plan, rule, judge, shared)));
    });
    this.framings = runs;
    this.#bargained = plans.map(() => "noZone");
  }

  /** Ends one draw under every framing; `result` holds it until the next. The state is settled. */
  run(state: DrawState): DrawResult {
    this.#draw++;
    const proposer = this.proposerAt(state, state.recognitionLatent);
    let [arrival, hazard] = [Number.POSITIVE_INFINITY, -1];
    const { hazards } = this.#subject;
    for (let h = 0; h < hazards.length; h++) {
      const rate = state.entries[hazards[h].perMonth];
      const months = rate > 0 ? -Math.log1p(-state.hazardLatents[h]) / rate : Number.POSITIVE_INFINITY;
      if (months < arrival) {
        arrival = months;
        hazard = h;
      }
    }
    for (let f = 0; f < this.framings.length; f++) {
      const run = this.framings[f];
      const { bargain } = run;
      let bargained: Bargained = "noZone";
      if (bargain !== null) {
        const same = this.#sameAs[f];
        if (same === f) {
          bargain.begin(state, this.#draw);
          this.#bargained[f] = bargain.strike(proposer);
        }
        bargained = this.#bargained[same];
      }
      run.end(state, bargained, bargain?.outcome ?? null, arrival, hazard, this.result);
    }
    return this.result;
  }

  /**
   * The chance of ending durable given judgements and the lines that hold, all other chances integrated exactly: the agenda,
   * whether it unravels, who proposes, whether later talks deliver, influence, events.
   *
   * @param out by framing
   */
  durable(state: DrawState, out: Float64Array): void {
    out.fill(0);
    this.eachBargain(state, (f, share, struck) => {
      for (let g = f; g < this.framings.length; g++) {
        if (this.#sameAs[g] !== f) continue;
        const run = this.framings[g];
        const chance = run.deliveryChance(state);
        if (chance > 0) out[g] += share * chance * run.stands(state, run.deliver(state, struck, true).missed);
        if (chance < 1)
          out[g] += share * (1 - chance) * run.stands(state, run.deliver(state, struck, false).missed);
      }
    });
    this.sitAndLast(state, out);
  }

  /**
   * Every bargain that is struck: by framing that is like no earlier one, and by who proposes.
   *
   * @param visit gets the framing, the chance of its proposer, the outcome of now, the proposer's place; must not keep the outcome
   */
  eachBargain(
    state: DrawState,
    visit: (f: number, share: number, struck: Int32Array, proposer: number) => void,
  ): void {
    this.#draw++;
    for (let f = 0; f < this.framings.length; f++) {
      const { bargain } = this.framings[f];
      if (bargain === null || this.#sameAs[f] !== f) continue;
      bargain.begin(state, this.#draw);
      for (let j = 0; j < this.proposers; j++) {
        const share = this.proposerShare(state, j);
        if (share > 0 && bargain.strike(j) === "struck") visit(f, share, bargain.outcome, j);
      }
    }
  }

  /** How many proposers make a difference: one under a mediator's single text. */
  get proposers(): number {
    return this.framings.some(({ bargain }) => bargain?.proposes) ? this.#subject.principals.length : 1;
  }

  /** By framing: the first one that always settles the same. */
  get sameAs(): readonly number[] {
    return this.#sameAs;
  }

  proposerShare(state: DrawState, j: number): number {
    if (this.proposers === 1) return 1;
    let total = 0;
    for (let other = 0; other < this.#subject.principals.length; other++)
      total += this.#recognition(state, other);
    return total > 0 ? this.#recognition(state, j) / total : 1 / this.#subject.principals.length;
  }

  /** Multiplies by the chance that everybody sits down and that nothing overtakes them. */
  sitAndLast(state: DrawState, out: Float64Array): void {
    let rate = 0;
    for (const { perMonth } of this.#subject.hazards) rate += state.entries[perMonth];
    for (let f = 0; f < this.framings.length; f++) {
      if (out[f] > 0) out[f] *= this.framings[f].satDown(state) * this.framings[f].inTime(state, rate);
    }
  }

  #recognition(state: DrawState, j: number): number {
    const entry = this.#subject.parties[this.#subject.principals[j]].recognition;
    return entry < 0 ? 1 : state.entries[entry];
  }

  /** Place among the principals of the one that proposes: by recognition, 1 where it is not entered. */
  proposerAt(state: DrawState, latent: number): number {
    let left = latent;
    const last = this.#subject.principals.length - 1;
    for (let j = 0; j < last; j++) {
      left -= this.proposerShare(state, j);
      if (left < 0) return j;
    }
    return Math.max(0, last);
  }
}

/** Tables that framings which settle the same issues under the same lines have in common. */
function sharedTables(subject: Case) {
  const known = new Map<string, TrackTables[]>();
  return (open: readonly number[], bans: readonly Ban[], conditions: readonly number[]): TrackTables => {
    const key = JSON.stringify([open, bans.map(spelledBan)]);
    const list = known.get(key) ?? [];
    known.set(key, list);
    let found = list.find((tables) => tables.tellsApart(conditions));
    if (found === undefined) {
      found = new TrackTables(subject, open, bans, conditions);
      list.push(found);
    }
    return found;
  };
}
