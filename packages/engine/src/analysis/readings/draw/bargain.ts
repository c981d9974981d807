import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import type { Acceptance } from "../search/acceptance.ts";
import { OfferGoal } from "../search/offer-goal.ts";
import type { DrawState } from "./draw-state.ts";
import { EnoughOffers } from "./enough-offers.ts";
import { FollowOnTables } from "./follow-on-tables.ts";
import type { FramingPlan } from "./framing-plan.ts";
import type { Judge } from "./judge.ts";
import { type Accept, MainTrack } from "./main-track.ts";
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
  readonly #main: MainTrack;
  /** Null where offers are not restricted to what is enough for everybody. */
  readonly #enough: EnoughOffers | null;
  /** By track; of the main one nothing is asked. */
  readonly #nash: readonly NashChoice[];
  readonly #offer: OfferGoal;
  readonly #statusQuo: Int32Array;
  /** By principal. */
  readonly #noDeal: Float64Array;
  readonly #spans: Float64Array;
  readonly #scratch: Float64Array;
  #state!: DrawState;
  /** Whether the last offer was kept to what is enough. */
  #kept = false;

  /** @param judge who says what is enough, where offers anticipate it; otherwise null */
  constructor(
    subject: Case,
    plan: FramingPlan,
    rule: BargainingRule,
    judge: Judge | null,
    shared: (open: readonly number[], bans: readonly Ban[], conditions: readonly number[]) => TrackTables,
  ) {
    this.#subject = subject;
    this.#plan = plan;
    this.#rule = rule;
    const { laterIssues, laterBans } = plan;
    this.followOn =
      laterIssues.length === 0
        ? null
        : new FollowOnTables(subject, laterIssues, plan.tracks.flat(), laterBans);
    const conditions = this.followOn?.conditions ?? [];
    this.#tracks = plan.tracks.map((open, k) => shared(open, plan.bans[k], k === 0 ? conditions : []));
    this.#main = new MainTrack(subject, plan.framing, this.#tracks[0], this.followOn);
    this.#enough = judge === null ? null : this.#restricted(judge);
    this.#nash = this.#tracks.map((track) => new NashChoice(subject, track));
    this.#offer = new OfferGoal(rule.acceptance);
    this.#statusQuo = Int32Array.from(subject.issues, ({ statusQuo }) => statusQuo);
    this.outcome = this.#statusQuo.slice();
    const k = subject.principals.length;
    this.#noDeal = new Float64Array(k);
    this.#spans = new Float64Array(k);
    this.#scratch = new Float64Array(k);
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
      this.#offer.slack[j] = FOCAL_TOLERANCE * this.#spans[j];
    }
    this.followOn?.begin(state);
    this.#main.load(state, draw);
    this.#enough?.load(state);
  }

  /** @param proposer place among the principals; not read under a mediator's single text */
  strike(proposer: number): Bargained {
    const main = this.#main;
    const accept = this.#plan.tracks.length > 1 && this.#othersAsk(1) ? this.#completable : null;
    const excluded = main.track.statusQuo;
    const reaches = (choice: Int32Array) => main.reachesAll(choice, this.#noDeal, this.#spans, this.#scratch);
    const choice = this.proposes
      ? this.#offered(proposer, excluded, accept)
      : this.#drafted(excluded, accept);
    if (choice !== null && reaches(choice)) this.#put(0, choice);
    else {
      const zone = main.nash.exists(main.core, this.#noDeal, this.#spans, excluded, accept);
      if (!zone) return "noZone";
      if (choice !== null || !this.proposes || this.#kept) return "bargainingFailure";
      const indifferent = main.indifferent(this.#offer, excluded, accept);
      if (indifferent === null || !reaches(indifferent)) return "bargainingFailure";
      this.#put(0, indifferent);
    }
    return this.#settleOthers() ? "struck" : "noZone";
  }

  /** The best offer; among those that are enough for everybody, where that is asked and there are any. */
  #offered(proposer: number, excluded: Int32Array | null, accept: Accept): Int32Array | null {
    const offer = this.#offer;
    offer.own = proposer;
    offer.base = this.#noDeal[proposer];
    offer.least = offer.slack[proposer];
    const enough = this.#enough;
    this.#kept = enough?.exists(excluded, accept) ?? false;
    if (enough !== null && this.#kept) {
      const asked = enough.asking(accept);
      const found = enough.main.offered(offer, excluded, asked);
      return found ?? enough.main.indifferent(offer, excluded, asked);
    }
    return this.#main.offered(offer, excluded, accept);
  }

  #drafted(excluded: Int32Array | null, accept: Accept): Int32Array | null {
    const { modalNoDeal } = this.#rule;
    const enough = this.#enough;
    if (enough !== null) {
      const { nash, core } = enough.main;
      if (nash.find(core, modalNoDeal, this.#spans, excluded, enough.asking(accept))) return nash.choice;
    }
    const { nash, core } = this.#main;
    return nash.find(core, modalNoDeal, this.#spans, excluded, accept) ? nash.choice : null;
  }

  /** Thresholds bound the search, save those of parties for whom what later talks add depends on more than their terms. */
  #restricted(judge: Judge): EnoughOffers {
    const isLater = new Set(this.#plan.laterIssues);
    const isCrossed = (p: number) =>
      (this.#subject.parties[p].values?.interactions ?? []).some(
        ({ issues }) => issues.some((i) => isLater.has(i)) && issues.some((i) => !isLater.has(i)),
      );
    const watched = judge.demanding.filter((p) => !isCrossed(p));
    if (this.followOn !== null) this.followOn.watching = watched;
    return new EnoughOffers(this.#subject, this.#plan, judge, this.followOn, watched);
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
    return this.#nash[k].exists(track.tables.core, this.#worthNow(), this.#spans, null, (choice) => {
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
  #worthNow(): Float64Array {
    const { principals } = this.#subject;
    return Float64Array.from(principals, (p) => this.#state.valueOf(p, this.#statusQuo));
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
      if (!this.#nash[k].find(track.tables.core, this.#worthNow(), this.#spans, null, accept)) return false;
      this.#put(k, this.#nash[k].choice);
    }
    return true;
  }
}
