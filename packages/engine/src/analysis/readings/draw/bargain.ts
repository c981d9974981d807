import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import type { Acceptance } from "../search/acceptance.ts";
import { firstChoice } from "../search/first-choice.ts";
import { OfferGoal } from "../search/offer-goal.ts";
import type { DrawState } from "./draw-state.ts";
import { FollowOnTables } from "./follow-on-tables.ts";
import type { FramingPlan } from "./framing-plan.ts";
import { NashChoice } from "./nash-choice.ts";
import type { Ban, TrackTables } from "./track-tables.ts";

/** How bargaining in one framing ends, whoever sits down. */
export type Bargained = "noZone" | "bargainingFailure" | "struck";

/** How deals are struck in a case. */
export interface BargainingRule {
  readonly rule: "proposer" | "single-text";
  /** By principal: distribution of its no-deal value, as the others know it. */
  readonly acceptance: readonly Acceptance[];
  /** By principal: its no-deal value in the central reading, from which a mediator works. */
  readonly modalNoDeal: Float64Array;
}

/** An offer that gains the proposer nothing is looked for among so many outcomes. */
const mostIndifferent = 200_000;

/** Further asks of an offer: whether it would be enough for everybody. Null: offers are not restricted. */
export type Enough = ((state: DrawState, outcome: Int32Array) => boolean) | null;

/**
 * Bargaining under one framing, for one draw after the other.
 *
 * The rule settles the main track: a proposer's offer, or a mediator's Nash deal at modal no-deal values. It fails when it
 * leaves a principal below its true no-deal value. Then each other track settles at its Nash deal, in case order, among what
 * is left permitted; the main track only among what the others can complete.
 */
export class Bargain {
  /** The complete outcome of now, of the last bargain struck; issues of the follow-on at the status quo. */
  readonly outcome: Int32Array;
  readonly followOn: FollowOnTables | null;
  readonly #subject: Case;
  readonly #plan: FramingPlan;
  readonly #rule: BargainingRule;
  readonly #tracks: readonly TrackTables[];
  readonly #nash: readonly NashChoice[];
  readonly #offer: OfferGoal;
  readonly #core: readonly Float64Array[];
  readonly #statusQuo: Int32Array;
  readonly #scratch: Int32Array;
  readonly #noDeal: Float64Array;
  readonly #spans: Float64Array;
  readonly #floors: Float64Array;
  readonly #enough: Enough;
  #state!: DrawState;
  #useCore: readonly Float64Array[] = [];

  constructor(
    subject: Case,
    plan: FramingPlan,
    rule: BargainingRule,
    enough: Enough,
    shared: (open: readonly number[], bans: readonly Ban[], conditions: readonly number[]) => TrackTables,
  ) {
    this.#subject = subject;
    this.#plan = plan;
    this.#rule = rule;
    this.#enough = enough;
    const now = plan.tracks.flat();
    const { laterIssues, laterBans } = plan;
    this.followOn =
      laterIssues.length === 0 ? null : new FollowOnTables(subject, laterIssues, now, laterBans);
    const conditions = this.followOn?.conditions ?? [];
    this.#tracks = plan.tracks.map((open, k) => shared(open, plan.bans[k], k === 0 ? conditions : []));
    this.#nash = this.#tracks.map((track) => new NashChoice(subject, track));
    this.#offer = new OfferGoal(rule.acceptance);
    const states = this.#tracks[0].tables.shape.states;
    this.#core = subject.principals.map(() => new Float64Array(this.followOn === null ? 0 : states));
    this.#statusQuo = Int32Array.from(subject.issues, ({ statusQuo }) => statusQuo);
    this.#scratch = this.#statusQuo.slice();
    this.outcome = this.#statusQuo.slice();
    const k = subject.principals.length;
    this.#noDeal = new Float64Array(k);
    this.#spans = new Float64Array(k);
    this.#floors = new Float64Array(k);
  }

  /** Whether it matters who proposes. */
  get proposes(): boolean {
    return this.#rule.rule === "proposer";
  }

  /** Makes ready for a draw. @param draw names it, for tables that several framings share */
  begin(state: DrawState, draw: number): void {
    this.#state = state;
    const { principals } = this.#subject;
    for (let j = 0; j < principals.length; j++) {
      this.#noDeal[j] = state.noDeal[principals[j]];
      this.#spans[j] = state.spans[principals[j]];
    }
    const main = this.#tracks[0];
    main.load(state, draw, this.#statusQuo);
    this.#useCore = main.tables.core;
    if (this.followOn !== null) this.#expect(this.followOn);
  }

  /** @param proposer place among the principals; not read under a mediator's single text */
  strike(proposer: number): Bargained {
    const main = this.#tracks[0];
    const accept = this.#plan.tracks.length > 1 && this.#othersAsk(1) ? this.#completable : null;
    const excluded = main.statusQuo;
    const proposed = this.#rule.rule === "proposer";
    const choice = proposed ? this.#offered(proposer, excluded, accept) : this.#drafted(excluded, accept);
    if (choice === null || !this.#reachesAll(choice)) {
      const zone = this.#nash[0].exists(this.#useCore, this.#noDeal, this.#spans, excluded, accept);
      if (!zone) return "noZone";
      if (choice !== null || !proposed) return "bargainingFailure";
      const indifferent = this.#indifferent(proposer, excluded, accept);
      if (indifferent === null || !this.#reachesAll(indifferent)) return "bargainingFailure";
      this.#put(0, indifferent);
    } else this.#put(0, choice);
    return this.#settleOthers() ? "struck" : "noZone";
  }

  /** What the follow-on adds to the core of the main track, expected. */
  #expect(followOn: FollowOnTables): void {
    const state = this.#state;
    followOn.begin(state);
    const { tables, open } = this.#tracks[0];
    const chance = state.followOnChance[this.#plan.framing];
    const { alive, aliveCount, shape, core } = tables;
    const { core: coreVariables, coreOptions } = shape;
    const now = this.#scratch;
    now.set(this.#statusQuo);
    for (let i = 0; i < aliveCount; i++) {
      const at = alive[i];
      for (let k = 0; k < coreVariables.length; k++) {
        now[open[coreVariables[k]]] = coreOptions[at * coreVariables.length + k];
      }
      const { adds } = followOn.settle(state, now);
      for (let j = 0; j < core.length; j++) this.#core[j][at] = core[j][at] + chance * adds[j];
    }
    this.#useCore = this.#core;
  }

  #offered(proposer: number, excluded: Int32Array | null, accept: Accept): Int32Array | null {
    const { search, tables } = this.#tracks[0];
    const offer = this.#offer;
    offer.own = proposer;
    offer.base = this.#noDeal[proposer];
    for (let j = 0; j < this.#spans.length; j++) offer.slack[j] = FOCAL_TOLERANCE * this.#spans[j];
    offer.least = offer.slack[proposer];
    const asked = this.#enough === null ? accept : this.#sufficient(accept);
    const look = (also: Accept) => {
      let found = search.run(offer, this.#useCore, excluded, also);
      const again = tables.leftLevel[proposer] === 1 || search.metExcluded || search.refused;
      if (again && tables.leftOut) {
        this.#tracks[0].keepAll(true);
        found = search.run(offer, this.#useCore, excluded, also);
        this.#tracks[0].keepAll(false);
      }
      return found;
    };
    if (look(asked)) return search.choice;
    return asked !== accept && look(accept) ? search.choice : null;
  }

  /** Where no offer gains the proposer anything: the first in case order among those that cost it nothing. */
  #indifferent(proposer: number, excluded: Int32Array | null, accept: Accept): Int32Array | null {
    const { tables } = this.#tracks[0];
    const slack = FOCAL_TOLERANCE * this.#spans[proposer];
    return firstChoice(
      tables,
      this.#useCore,
      (sums, choice) => {
        if (excluded !== null && excluded.every((option, v) => option === choice[v])) return false;
        if (accept !== null && !accept(choice)) return false;
        let value = sums[proposer] - this.#noDeal[proposer];
        for (let j = 0; j < sums.length; j++) {
          if (j !== proposer)
            value *= this.#rule.acceptance[j].at(sums[j] + FOCAL_TOLERANCE * this.#spans[j]);
        }
        return value >= -slack;
      },
      mostIndifferent,
    );
  }

  #drafted(excluded: Int32Array | null, accept: Accept): Int32Array | null {
    const nash = this.#nash[0];
    const found = (also: Accept) =>
      nash.find(this.#useCore, this.#rule.modalNoDeal, this.#spans, excluded, also);
    if (this.#enough !== null && found(this.#sufficient(accept))) return nash.choice;
    return found(accept) ? nash.choice : null;
  }

  #sufficient(accept: Accept): Accept {
    const state = this.#state;
    const { open } = this.#tracks[0];
    const whole = this.#statusQuo.slice();
    return (choice) => {
      for (let v = 0; v < open.length; v++) whole[open[v]] = choice[v];
      return this.#enough!(state, whole) && (accept === null || accept(choice));
    };
  }

  #reachesAll(choice: Int32Array): boolean {
    const sums = this.#floors;
    this.#tracks[0].tables.sumsOf(choice, this.#useCore, sums);
    for (let j = 0; j < sums.length; j++) {
      if (sums[j] < this.#noDeal[j] - FOCAL_TOLERANCE * this.#spans[j]) return false;
    }
    return true;
  }

  #put(k: number, choice: Int32Array): void {
    const { open } = this.#tracks[k];
    if (k === 0) this.outcome.set(this.#statusQuo);
    for (let v = 0; v < open.length; v++) this.outcome[open[v]] = choice[v];
  }

  /** Whether lines that hold touch a track from the given one on. */
  #othersAsk(from: number): boolean {
    const bans = this.#plan.bansFrom[from] ?? [];
    for (const { party, line } of bans) if (this.#state.holds[party][line] === 1) return true;
    return false;
  }

  readonly #completable = (choice: Int32Array): boolean => {
    const { open } = this.#tracks[0];
    const whole = this.#statusQuo.slice();
    for (let v = 0; v < open.length; v++) whole[open[v]] = choice[v];
    return this.#canComplete(1, whole);
  };

  /** Whether the tracks from the given one on can settle, or stay as they are, without breaking a line. */
  #canComplete(k: number, whole: Int32Array): boolean {
    if (k >= this.#tracks.length || !this.#breaks(k, whole)) return true;
    const track = this.#tracks[k];
    this.#prepare(k, whole);
    return this.#nash[k].exists(track.tables.core, this.#floorsOf(), this.#spans, null, (choice) => {
      const next = whole.slice();
      for (let v = 0; v < track.open.length; v++) next[track.open[v]] = choice[v];
      return this.#canComplete(k + 1, next);
    });
  }

  #breaks(k: number, whole: Int32Array): boolean {
    for (const { party, line, term } of this.#plan.bansFrom[k]) {
      if (this.#state.holds[party][line] === 0) continue;
      let met = true;
      for (let at = 0; at < term.length && met; at++) met = term[at].allowed[whole[term[at].issue]] === 1;
      if (met) return true;
    }
    return false;
  }

  #prepare(k: number, whole: Int32Array): void {
    this.#tracks[k].load(this.#state, -1, this.#statusQuo, whole);
  }

  /** What the status quo is worth to each principal. */
  #floorsOf(): Float64Array {
    const { principals } = this.#subject;
    for (let j = 0; j < principals.length; j++) {
      this.#floors[j] = this.#state.valueOf(principals[j], this.#statusQuo);
    }
    return this.#floors;
  }

  #settleOthers(): boolean {
    for (let k = 1; k < this.#tracks.length; k++) {
      const track = this.#tracks[k];
      this.#prepare(k, this.outcome);
      const accept: Accept = this.#othersAsk(k + 1)
        ? (choice) => {
            const next = this.outcome.slice();
            for (let v = 0; v < track.open.length; v++) next[track.open[v]] = choice[v];
            return this.#canComplete(k + 1, next);
          }
        : null;
      if (!this.#nash[k].find(track.tables.core, this.#floorsOf(), this.#spans, null, accept)) return false;
      this.#put(k, this.#nash[k].choice);
    }
    return true;
  }
}

type Accept = ((choice: Int32Array) => boolean) | null;
