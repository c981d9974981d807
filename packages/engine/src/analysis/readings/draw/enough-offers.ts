import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import { ProductGoal } from "../search/product-goal.ts";
import { SufficientGoal } from "../search/sufficient-goal.ts";
import type { DrawState } from "./draw-state.ts";
import type { FollowOnTables } from "./follow-on-tables.ts";
import type { FramingPlan } from "./framing-plan.ts";
import type { Judge } from "./judge.ts";
import { type Accept, MainTrack } from "./main-track.ts";
import { TrackTables } from "./track-tables.ts";

/** Far below any value. */
const anything = -1e15;

/**
 * The main track restricted to what is enough for everybody: every threshold reached, no party's line broken, the follow-on
 * expected. For cases in which offers anticipate (`anticipates`).
 */
export class EnoughOffers {
  readonly main: MainTrack;
  readonly #subject: Case;
  readonly #plan: FramingPlan;
  readonly #judge: Judge;
  readonly #followOn: FollowOnTables | null;
  readonly #within: SufficientGoal;
  /** Parties whose thresholds bound the search; those of others are only looked at in the end. */
  readonly #watched: readonly number[];
  readonly #any: ProductGoal;
  readonly #values: Float64Array;
  readonly #missed: Uint8Array;
  readonly #now: Int32Array;
  readonly #whole: Int32Array;
  #state!: DrawState;

  constructor(
    subject: Case,
    plan: FramingPlan,
    judge: Judge,
    followOn: FollowOnTables | null,
    watched: readonly number[],
  ) {
    this.#subject = subject;
    this.#plan = plan;
    this.#judge = judge;
    this.#followOn = followOn;
    this.#watched = watched;
    const bans = [
      ...plan.bans[0],
      ...plan.others
        .filter(({ now }) => now)
        .flatMap(({ party, line, terms }) => terms.map((term) => ({ party, line, term }))),
    ];
    const parties = [...subject.principals, ...watched];
    const track = new TrackTables(subject, plan.tracks[0], bans, followOn?.conditions ?? [], parties);
    this.#within = new SufficientGoal(subject.principals.length, watched.length);
    this.main = new MainTrack(subject, plan.framing, track, followOn, this.#within);
    this.#any = new ProductGoal(subject.principals.length);
    this.#any.base.fill(anything);
    this.#any.counts.fill(0);
    this.#any.anyWillDo = true;
    this.#values = new Float64Array(subject.parties.length);
    this.#missed = new Uint8Array(subject.parties.length);
    this.#now = Int32Array.from(subject.issues, ({ statusQuo }) => statusQuo);
    this.#whole = this.#now.slice();
  }

  load(state: DrawState): void {
    this.#state = state;
    this.#watched.forEach((p, at) => {
      this.#within.floors[at] = this.#judge.leastThreshold(p, state) - FOCAL_TOLERANCE * state.spans[p];
    });
    this.main.load(state, -1);
  }

  /** Whether any permitted outcome is enough for everybody. */
  exists(excluded: Int32Array | null, accept: Accept): boolean {
    return this.main.run(this.#any, excluded, this.asking(accept));
  }

  /** Asks of a choice that it be enough for everybody, besides what is asked already. */
  asking(accept: Accept): Accept {
    return (choice) => this.#isEnough(choice) && (accept === null || accept(choice));
  }

  #isEnough(choice: Int32Array): boolean {
    const { open } = this.main.track;
    const state = this.#state;
    const now = this.#now;
    for (let v = 0; v < open.length; v++) now[open[v]] = choice[v];
    const whole = this.#whole;
    whole.set(now);
    if (this.#followOn !== null) {
      const { terms } = this.#followOn.settle(state, now);
      this.#followOn.laterIssues.forEach((issue, at) => {
        whole[issue] = terms[at];
      });
    }
    const chance = state.followOnChance[this.#plan.framing];
    this.#subject.parties.forEach(({ values }, p) => {
      if (values === null) return;
      const worth = state.valueOf(p, now);
      this.#values[p] = this.#followOn === null ? worth : worth + chance * (state.valueOf(p, whole) - worth);
    });
    this.#judge.missed(state, now, false, this.#values, this.#missed);
    return !this.#missed.includes(1);
  }
}
