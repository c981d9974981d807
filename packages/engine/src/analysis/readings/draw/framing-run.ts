import type { Case } from "../../../model/case.ts";
import { stanceWords } from "../../../model/likelihood-words.ts";
import { placements } from "../../../model/placement.ts";
import type { Failure } from "../../../model/schema/talks-schema.ts";
import type { Bargain, Bargained } from "./bargain.ts";
import { type DrawResult, ended } from "./draw-result.ts";
import type { DrawState } from "./draw-state.ts";
import type { FramingPlan } from "./framing-plan.ts";
import { Judge } from "./judge.ts";

/** A principal's answer to where a basket is placed: accepted when the latent is below the entry, or the constant. */
export interface Answer {
  readonly party: number;
  readonly basket: number;
  /** -1: the constant. */
  readonly entry: number;
  readonly likelihood: number;
}

/** What came of a bargain, and to whom it was not enough. */
export interface Came {
  readonly outcome: Int32Array;
  readonly values: Float64Array;
  readonly missed: Uint8Array;
}

/** One framing, for one draw after the other: from the agenda to how it ends. */
export class FramingRun {
  readonly plan: FramingPlan;
  readonly bargain: Bargain | null;
  readonly judge: Judge;
  readonly answers: readonly Answer[];
  readonly unravels: number;
  readonly came: Came;
  readonly #subject: Case;
  readonly #months: readonly number[];
  readonly #horizon: number;
  readonly #valued: readonly number[];

  constructor(subject: Case, plan: FramingPlan, bargain: Bargain | null) {
    this.#subject = subject;
    this.plan = plan;
    this.bargain = bargain;
    this.judge = new Judge(subject, plan);
    this.answers = answersTo(subject, plan.framing);
    const framing = subject.framings[plan.framing];
    this.unravels = framing.ambiguous ? framing.unravels : -1;
    this.#months = plan.mainBaskets.map((b) => framing.months[b]);
    this.#horizon = subject.document.time?.horizon ?? Number.POSITIVE_INFINITY;
    this.#valued = subject.parties.flatMap(({ values }, p) => (values === null ? [] : [p]));
    this.came = {
      outcome: new Int32Array(subject.issues.length),
      values: new Float64Array(subject.parties.length).fill(Number.NaN),
      missed: new Uint8Array(subject.parties.length),
    };
  }

  /** What comes of the outcome just struck. */
  deliver(state: DrawState, struck: Int32Array, delivered: boolean): Came {
    const { outcome } = this.came;
    outcome.set(struck);
    const followOn = this.bargain?.followOn ?? null;
    if (followOn !== null && delivered) {
      const { terms } = followOn.settle(state, struck);
      followOn.laterIssues.forEach((issue, at) => {
        outcome[issue] = terms[at];
      });
    }
    return this.weigh(state, delivered);
  }

  /** Values of the outcome that came, and to whom it is not enough. */
  weigh(state: DrawState, delivered: boolean): Came {
    const { outcome, values, missed } = this.came;
    for (const p of this.#valued) values[p] = state.valueOf(p, outcome);
    this.judge.missed(state, outcome, delivered, values, missed);
    return this.came;
  }

  /** Chance that later talks deliver; 0 without a follow-on. */
  deliveryChance(state: DrawState): number {
    return this.plan.laterIssues.length === 0 ? 0 : state.followOnChance[this.plan.framing];
  }

  /** Chance that nobody to whom it is not enough undoes it. */
  stands(state: DrawState, missed: Uint8Array): number {
    let chance = 1;
    for (const p of this.judge.parties) {
      const influence = this.#subject.parties[p].threshold?.influence ?? -1;
      if (missed[p] === 1 && influence >= 0) chance *= 1 - state.entries[influence];
    }
    return chance;
  }

  /** Months of the main track; NaN where some basket's are not entered. */
  monthsOf(state: DrawState): number {
    if (this.#months.length === 0) return Number.NaN;
    let sum = 0;
    for (const entry of this.#months) sum += entry < 0 ? Number.NaN : state.entries[entry];
    return sum;
  }

  /** Chance that everybody sits down, and that an ambiguous agenda does not come apart. */
  satDown(state: DrawState): number {
    let chance = this.unravels < 0 ? 1 : 1 - state.entries[this.unravels];
    for (const { entry, likelihood } of this.answers) chance *= entry < 0 ? likelihood : state.entries[entry];
    return chance;
  }

  /** Chance that nothing overtakes it. @param rate events a month, of all classes */
  inTime(state: DrawState, rate: number): number {
    const months = this.monthsOf(state);
    if (Number.isNaN(months)) return 1;
    return months > this.#horizon ? 0 : Math.exp(-rate * months);
  }

  /**
   * @param bargained how bargaining ends, and the outcome struck
   * @param arrival months until the first event, and its class
   */
  end(
    state: DrawState,
    bargained: Bargained,
    struck: Int32Array | null,
    arrival: number,
    hazard: number,
    result: DrawResult,
  ): void {
    const { framing: f } = this.plan;
    const parties = this.#subject.parties.length;
    const from = f * parties;
    const hasFollowOn = this.plan.laterIssues.length > 0;
    result.missed.fill(0, from, from + parties);
    result.undone.fill(0, from, from + parties);
    result.refused.fill(0, from, from + parties);
    result.agreed[f] = 0;
    result.delivered[f] = 0;
    result.overtakenBy[f] = -1;
    result.months[f] = this.monthsOf(state);

    let satDown: number = ended[bargained === "struck" ? "durable" : bargained];
    let came: Came | null = null;
    let overtaken = -1;
    if (bargained === "struck") {
      const delivered = hasFollowOn && state.deliveryLatent < state.followOnChance[f];
      came = this.deliver(state, struck!, delivered);
      result.agreed[f] = 1;
      result.delivered[f] = delivered ? 1 : 0;
      let undone = false;
      for (const p of this.judge.parties) {
        if (came.missed[p] === 0) continue;
        result.missed[from + p] = 1;
        const influence = this.#subject.parties[p].threshold?.influence ?? -1;
        if (influence >= 0 && state.influenceLatents[p] < state.entries[influence]) {
          result.undone[from + p] = 1;
          undone = true;
        }
      }
      const months = result.months[f];
      if (undone) satDown = ended.insufficient;
      else if (arrival < months || months > this.#horizon) {
        satDown = ended.overtakenByEvents;
        overtaken = arrival < months && arrival < this.#horizon ? hazard : state.subject.hazards.length;
      }
    }
    if (this.unravels >= 0 && state.unravelsLatent < state.entries[this.unravels])
      satDown = ended.agendaRefused;
    let ending = satDown;
    for (const { party, basket, entry, likelihood } of this.answers) {
      const chance = entry < 0 ? likelihood : state.entries[entry];
      if (state.stanceLatents[party][basket] < chance) continue;
      ending = ended.agendaRefused;
      result.refused[from + party] = 1;
    }
    result.satDown[f] = satDown;
    result.ending[f] = ending;
    if (ending === ended.overtakenByEvents) result.overtakenBy[f] = overtaken;
    this.#pay(state, ending, came, result);
  }

  #pay(state: DrawState, ending: number, came: Came | null, result: DrawResult): void {
    const { framing: f } = this.plan;
    const from = f * this.#subject.parties.length;
    if (ending === ended.durable) {
      result.values.set(came!.values, from);
      result.goesOn[f] = 0;
      result.escalation[f] = 0;
      return;
    }
    const failure = failureOf[ending];
    const values = state.failValues[failure];
    for (const p of this.#valued) result.values[from + p] = values[p];
    result.goesOn[f] = state.goesOn[failure];
    result.escalation[f] = state.escalation[failure];
  }
}

/** By ending: how talks failed. */
const failureOf: readonly Failure[] = [
  "agendaRefused",
  "atTheTable",
  "atTheTable",
  "insufficient",
  "overtaken",
];

/** As `readingFrom` has it: entered; implied by insisting on another placement; or, for silence, the default. */
function answersTo(subject: Case, f: number): Answer[] {
  const { described } = subject.framings[f];
  return subject.principals.flatMap((party) =>
    subject.baskets.map((_, basket): Answer => {
      const byPlacement = subject.parties[party].stances[basket] ?? [];
      const entry = byPlacement[placements.indexOf(described[party][basket])] ?? -1;
      const insists = byPlacement.some((at) => {
        if (at < 0) return false;
        const { given } = subject.entries[at];
        return given.kind === "word" && given.word === "insists";
      });
      const [low, high] = stanceWords[insists ? "resists" : "accepts"];
      return { party, basket, entry, likelihood: (low + high) / 2 };
    }),
  );
}
