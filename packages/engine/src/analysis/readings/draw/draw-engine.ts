import type { Case } from "../../../model/case.ts";
import { Bargain, type Bargained, type BargainingRule, type Enough } from "./bargain.ts";
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
      const judge = new Judge(subject, plan);
      const holder: { bargain: Bargain | null } = { bargain: null };
      const enough: Enough = anticipates ? enoughFor(subject, judge, holder, f) : null;
      holder.bargain = new Bargain(subject, plan, rule, enough, shared);
      runs.push(new FramingRun(subject, plan, holder.bargain));
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
    this.#draw++;
    const { principals, hazards, parties } = this.#subject;
    let rate = 0;
    for (const { perMonth } of hazards) rate += state.entries[perMonth];
    let total = 0;
    for (let j = 0; j < principals.length; j++) total += this.#recognition(state, j);
    out.fill(0);
    for (let f = 0; f < this.framings.length; f++) {
      const { bargain } = this.framings[f];
      if (bargain === null || this.#sameAs[f] !== f) continue;
      bargain.begin(state, this.#draw);
      const proposers = bargain.proposes ? principals.length : 1;
      for (let j = 0; j < proposers; j++) {
        const share = proposers === 1 ? 1 : this.#recognition(state, j) / total;
        if (share === 0 || bargain.strike(j) !== "struck") continue;
        for (let g = f; g < this.framings.length; g++) {
          if (this.#sameAs[g] !== f) continue;
          const run = this.framings[g];
          const chance = run.plan.laterIssues.length === 0 ? 0 : state.followOnChance[g];
          for (const delivered of [true, false]) {
            const weight = delivered ? chance : 1 - chance;
            if (weight === 0) continue;
            const { missed } = run.deliver(state, bargain.outcome, delivered);
            let stands = share * weight;
            for (const p of run.judge.parties) {
              const influence = parties[p].threshold?.influence ?? -1;
              if (missed[p] === 1 && influence >= 0) stands *= 1 - state.entries[influence];
            }
            out[g] += stands;
          }
        }
      }
    }
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
    const { principals } = this.#subject;
    let total = 0;
    for (let j = 0; j < principals.length; j++) total += this.#recognition(state, j);
    let left = latent * total;
    for (let j = 0; j + 1 < principals.length; j++) {
      left -= this.#recognition(state, j);
      if (left < 0) return j;
    }
    return principals.length - 1;
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

/** Whether an outcome, the follow-on expected, is enough for everybody. */
function enoughFor(
  subject: Case,
  judge: Judge,
  holder: { readonly bargain: Bargain | null },
  f: number,
): NonNullable<Enough> {
  const values = new Float64Array(subject.parties.length);
  const missed = new Uint8Array(subject.parties.length);
  const whole = new Int32Array(subject.issues.length);
  return (state, outcome) => {
    const followOn = holder.bargain!.followOn;
    whole.set(outcome);
    if (followOn !== null) {
      const { terms } = followOn.settle(state, outcome);
      followOn.laterIssues.forEach((issue, at) => {
        whole[issue] = terms[at];
      });
    }
    const chance = state.followOnChance[f];
    subject.parties.forEach((party, p) => {
      if (party.values === null) return;
      const now = state.valueOf(p, outcome);
      values[p] = followOn === null ? now : now + chance * (state.valueOf(p, whole) - now);
    });
    judge.missed(state, outcome, false, values, missed);
    return !missed.includes(1);
  };
}
