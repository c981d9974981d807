import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import { firstChoice } from "../search/first-choice.ts";
import type { Goal } from "../search/goal.ts";
import type { OfferGoal } from "../search/offer-goal.ts";
import type { SufficientGoal } from "../search/sufficient-goal.ts";
import type { DrawState } from "./draw-state.ts";
import type { FollowOnTables } from "./follow-on-tables.ts";
import { NashChoice } from "./nash-choice.ts";
import type { TrackTables } from "./track-tables.ts";

export type Accept = ((choice: Int32Array) => boolean) | null;

/** An offer that gains the proposer nothing is looked for among so many outcomes. */
const mostIndifferent = 200_000;

/** The main track of a framing in one draw, the follow-on counted as it is expected. */
export class MainTrack {
  readonly track: TrackTables;
  readonly nash: NashChoice;
  readonly #framing: number;
  readonly #followOn: FollowOnTables | null;
  readonly #within: SufficientGoal | null;
  readonly #core: readonly Float64Array[];
  readonly #statusQuo: Int32Array;
  readonly #now: Int32Array;
  #useCore: readonly Float64Array[] = [];

  /** @param within what offers have to be enough for; its further sums are the track's beyond the principals' */
  constructor(
    subject: Case,
    framing: number,
    track: TrackTables,
    followOn: FollowOnTables | null,
    within: SufficientGoal | null = null,
  ) {
    this.track = track;
    this.nash = new NashChoice(subject, track, within);
    this.#framing = framing;
    this.#followOn = followOn;
    this.#within = within;
    const { shape, sums } = track.tables;
    this.#core = Array.from({ length: sums }, () => new Float64Array(followOn === null ? 0 : shape.states));
    this.#statusQuo = Int32Array.from(subject.issues, ({ statusQuo }) => statusQuo);
    this.#now = this.#statusQuo.slice();
  }

  /** By sum, then state. */
  get core(): readonly Float64Array[] {
    return this.#useCore;
  }

  /** @param draw names it, for tables that several framings share */
  load(state: DrawState, draw: number): void {
    const { track } = this;
    track.load(state, draw, this.#statusQuo);
    this.#useCore = track.tables.core;
    if (this.#followOn === null) return;
    const { alive, aliveCount, shape, core } = track.tables;
    const chance = state.followOnChance[this.#framing];
    const now = this.#now;
    for (let i = 0; i < aliveCount; i++) {
      const at = alive[i];
      for (let k = 0; k < shape.core.length; k++) {
        now[track.open[shape.core[k]]] = shape.coreOptions[at * shape.core.length + k];
      }
      const { adds, watched } = this.#followOn.settle(state, now);
      for (let j = 0; j < core.length; j++) {
        const more = j < adds.length ? adds[j] : watched[j - adds.length];
        this.#core[j][at] = core[j][at] + chance * more;
      }
    }
    this.#useCore = this.#core;
  }

  /** Looks for the best choice; again among all permitted options where one that was left out could be it. */
  run(goal: Goal, excluded: Int32Array | null, accept: Accept, level = -1): boolean {
    const { search, tables } = this.track;
    let asked = goal;
    if (this.#within !== null) {
      this.#within.inner = goal;
      asked = this.#within;
    }
    const found = search.run(asked, this.#useCore, excluded, accept);
    const again = search.metExcluded || search.refused || (level >= 0 && tables.leftLevel[level] === 1);
    if (!again || !tables.leftOut) return found;
    this.track.keepAll(true);
    const second = search.run(asked, this.#useCore, excluded, accept);
    this.track.keepAll(false);
    return second;
  }

  /** The best offer; null where none gains the proposer anything. */
  offered(offer: OfferGoal, excluded: Int32Array | null, accept: Accept): Int32Array | null {
    return this.run(offer, excluded, accept, offer.own) ? this.track.search.choice : null;
  }

  /** Where no offer gains the proposer anything: the first in case order among those that cost it nothing. */
  indifferent(offer: OfferGoal, excluded: Int32Array | null, accept: Accept): Int32Array | null {
    return firstChoice(
      this.track.tables,
      this.#useCore,
      (sums, choice) => {
        if (excluded?.every((option, v) => option === choice[v])) return false;
        if (accept !== null && !accept(choice)) return false;
        return (sums[offer.own] - offer.base) * offer.chance(sums, 0) >= -offer.slack[offer.own];
      },
      mostIndifferent,
    );
  }

  /** Whether a choice leaves every principal at its no-deal value, or above. */
  reachesAll(choice: Int32Array, noDeal: Float64Array, spans: Float64Array, sums: Float64Array): boolean {
    this.track.tables.sumsOf(choice, this.#useCore, sums);
    for (let j = 0; j < noDeal.length; j++) {
      if (sums[j] < noDeal[j] - FOCAL_TOLERANCE * spans[j]) return false;
    }
    return true;
  }
}
