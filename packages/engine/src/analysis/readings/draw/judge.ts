import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import type { DrawState } from "./draw-state.ts";
import { meets, type Term, termsOf } from "./expression-terms.ts";
import type { FramingPlan, PlannedLine } from "./framing-plan.ts";

interface Demand {
  readonly party: number;
  /** Entry. */
  readonly threshold: number;
  readonly when: readonly { readonly terms: readonly Term[]; readonly value: number }[];
}

/** To whom an outcome is not enough: thresholds missed, and lines broken of parties that need not agree. */
export class Judge {
  /** Parties that can find an outcome insufficient: that have a threshold and values, or lines that may be tested. */
  readonly parties: readonly number[];
  readonly #demands: readonly Demand[];
  readonly #lines: FramingPlan["others"];

  constructor(subject: Case, plan: FramingPlan) {
    this.#demands = subject.parties.flatMap(({ threshold, values }, party): Demand[] => {
      if (threshold === null || values === null) return [];
      const when = threshold.when.map((one) => ({
        terms: termsOf(subject, plan.framing, one.if),
        value: one.value,
      }));
      return [{ party, threshold: threshold.value, when }];
    });
    this.#lines = plan.others;
    const asking = new Set([...this.#demands, ...this.#lines].map(({ party }: { party: number }) => party));
    this.parties = subject.parties.flatMap((_, p) => (asking.has(p) ? [p] : []));
  }

  /** The least that a party's threshold can be under this framing; -Infinity where it has none to test. */
  leastThreshold(party: number, state: DrawState): number {
    const demand = this.#demands.find((one) => one.party === party);
    if (demand === undefined) return Number.NEGATIVE_INFINITY;
    let least = state.entries[demand.threshold];
    for (const { terms, value } of demand.when) {
      if (terms.length > 0) least = Math.min(least, state.entries[value]);
    }
    return least;
  }

  /** Parties whose thresholds are tested. */
  get demanding(): number[] {
    return this.#demands.map(({ party }) => party);
  }

  /**
   * @param outcome what came, complete
   * @param delivered whether later talks delivered, so that lines about their issues count too
   * @param values by party: of what came
   * @param out by party: set to 1 where it is not enough, 0 elsewhere
   */
  missed(
    state: DrawState,
    outcome: Int32Array,
    delivered: boolean,
    values: Float64Array,
    out: Uint8Array,
  ): void {
    out.fill(0);
    for (const { party, threshold, when } of this.#demands) {
      let entry = threshold;
      for (const one of when) {
        if (meets(one.terms, outcome)) {
          entry = one.value;
          break;
        }
      }
      const room = values[party] - state.entries[entry];
      if (room < -FOCAL_TOLERANCE * state.spans[party]) out[party] = 1;
    }
    for (const line of this.#lines) {
      if (out[line.party] === 0 && this.#isBroken(state, line, outcome, delivered)) out[line.party] = 1;
    }
  }

  #isBroken(
    state: DrawState,
    line: PlannedLine & { readonly now: boolean },
    outcome: Int32Array,
    delivered: boolean,
  ): boolean {
    if (state.holds[line.party][line.line] === 0 || !(line.now || delivered)) return false;
    return meets(line.terms, outcome);
  }
}
