import type { Case } from "../../../model/case.ts";
import { nonDominated } from "../../../numeric/dominance.ts";
import { isBefore } from "../../case-order.ts";
import { FOCAL_TOLERANCE, focalPoints } from "../../focal.ts";
import { ProductGoal } from "../search/product-goal.ts";
import type { SufficientGoal } from "../search/sufficient-goal.ts";
import type { TrackTables } from "./track-tables.ts";

/** Outcomes listed when no product of gains tells them apart. */
const mostListed = 5_000;

type Accept = ((choice: Int32Array) => boolean) | null;

/** Zone and Nash deal of a track whose tables are filled: the same as over its frontier, without the frontier. */
export class NashChoice {
  /** Option by open issue, of the last deal found. */
  readonly choice: Int32Array;
  readonly sums: Float64Array;
  readonly #track: TrackTables;
  readonly #goal: ProductGoal;
  readonly #k: number;
  readonly #within: SufficientGoal | null;

  /** @param within what deals have to be enough for; null: nothing more is asked */
  constructor(subject: Case, track: TrackTables, within: SufficientGoal | null = null) {
    this.#track = track;
    this.#within = within;
    this.#k = subject.principals.length;
    this.#goal = new ProductGoal(this.#k);
    this.choice = new Int32Array(track.open.length);
    this.sums = new Float64Array(this.#k);
  }

  /**
   * Whether some permitted outcome gives every principal its base value.
   *
   * @param spans by principal, which says what rounding is
   * @param excluded an outcome that does not count
   */
  exists(
    core: readonly Float64Array[],
    base: Float64Array,
    spans: Float64Array,
    excluded: Int32Array | null,
    accept: Accept = null,
  ): boolean {
    this.#aim(base, spans);
    this.#goal.anyWillDo = true;
    this.#goal.counts.fill(1);
    const found = this.#run(core, excluded, accept);
    this.#goal.anyWillDo = false;
    return found;
  }

  /** The first Nash deal in case order; false when nothing gives every principal its base value. */
  find(
    core: readonly Float64Array[],
    base: Float64Array,
    spans: Float64Array,
    excluded: Int32Array | null,
    accept: Accept = null,
  ): boolean {
    const { search } = this.#track;
    const goal = this.#goal;
    this.#aim(base, spans);
    goal.counts.fill(1);
    if (!this.#run(core, excluded, accept)) return false;
    if (search.value > 0 && this.#allGain(search.sums, spans)) return this.#take();
    let gaining = 0;
    const counts = new Uint8Array(this.#k);
    for (let j = 0; j < this.#k; j++) {
      goal.counts.fill(0);
      goal.counts[j] = 1;
      this.#run(core, excluded, accept);
      if (search.value > FOCAL_TOLERANCE * spans[j]) {
        counts[j] = 1;
        gaining++;
      }
    }
    goal.counts.set(counts);
    if (!this.#run(core, excluded, accept)) return false;
    if (gaining === 0 || search.value > 0) return this.#take();
    return this.#leximin(core, spans, excluded, accept);
  }

  #aim(base: Float64Array, spans: Float64Array): void {
    this.#goal.base.set(base);
    for (let j = 0; j < this.#k; j++) this.#goal.slack[j] = FOCAL_TOLERANCE * spans[j];
  }

  /** Where an outcome that does not count was among the best, others beside it may have been left out: look again. */
  #run(core: readonly Float64Array[], excluded: Int32Array | null, accept: Accept): boolean {
    const { search, tables } = this.#track;
    const goal = this.#within ?? this.#goal;
    if (this.#within !== null) this.#within.inner = this.#goal;
    const found = search.run(goal, core, excluded, accept);
    if (!(search.metExcluded || search.refused) || !tables.leftOut) return found;
    this.#track.keepAll(true);
    const second = search.run(goal, core, excluded, accept);
    this.#track.keepAll(false);
    return second;
  }

  #allGain(sums: Float64Array, spans: Float64Array): boolean {
    for (let j = 0; j < this.#k; j++) {
      if (sums[j] - this.#goal.base[j] <= FOCAL_TOLERANCE * spans[j]) return false;
    }
    return true;
  }

  #take(): boolean {
    this.choice.set(this.#track.search.choice);
    this.sums.set(this.#track.search.sums.subarray(0, this.#k));
    return true;
  }

  /** Each can gain, but never all at once: the largest smallest share of the ideal gain, among what is efficient. */
  #leximin(
    core: readonly Float64Array[],
    spans: Float64Array,
    excluded: Int32Array | null,
    accept: Accept,
  ): boolean {
    const goal = this.#goal;
    const listed: { choice: Int32Array; sums: Float64Array }[] = [];
    goal.counts.fill(0);
    this.#track.keepAll(true);
    this.#track.search.run(this.#within ?? goal, core, excluded, (choice) => {
      if (accept !== null && !accept(choice)) return false;
      if (listed.length < mostListed) {
        const sums = new Float64Array(core.length);
        this.#track.tables.sumsOf(choice, core, sums);
        listed.push({ choice: choice.slice(), sums: sums.slice(0, this.#k) });
      }
      return false;
    });
    this.#track.keepAll(false);
    goal.counts.fill(1);
    const near = spans.map((span) => FOCAL_TOLERANCE * span);
    const values = Float64Array.from(listed.flatMap(({ sums }) => [...sums]));
    const efficient = [...nonDominated(values, this.#k, near)].map((at) => listed[at]);
    const gains = efficient.map(({ sums }) => Array.from(sums, (sum, j) => sum - goal.base[j]));
    const tied = focalPoints(gains, [...spans], "nash").map((at) => efficient[at]);
    if (tied.length === 0) return false;
    const first = tied.reduce((a, b) => (isBefore(b.choice, a.choice) ? b : a));
    this.choice.set(first.choice);
    this.sums.set(first.sums);
    return true;
  }
}
