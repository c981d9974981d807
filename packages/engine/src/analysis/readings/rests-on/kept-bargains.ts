import type { Case } from "../../../model/case.ts";
import type { DrawEngine } from "../draw/draw-engine.ts";
import type { DrawState } from "../draw/draw-state.ts";

/**
 * What is struck at every point of every draw of a sample, kept: which lines hold, and for each framing, proposer and
 * whether later talks deliver, the complete outcome and to whom it is not enough.
 */
export class KeptBargains {
  readonly #subject: Case;
  readonly #engine: DrawEngine;
  readonly #points: number;
  readonly #lines: number;
  readonly #holds: Uint8Array;
  /** `[(((draw * points + point) * framings + framing) * proposers + proposer) * 2 + delivered]`. */
  readonly #struck: Uint8Array;
  readonly #outcomes: Int16Array;
  readonly #missed: Uint8Array;

  constructor(subject: Case, engine: DrawEngine, draws: number, points: number) {
    this.#subject = subject;
    this.#engine = engine;
    this.#points = points;
    this.#lines = subject.parties.reduce((sum, { lines }) => sum + lines.length, 0);
    const slots = draws * points * subject.framings.length * engine.proposers * 2;
    this.#holds = new Uint8Array(draws * points * this.#lines);
    this.#struck = new Uint8Array(slots);
    this.#outcomes = new Int16Array(slots * subject.issues.length);
    this.#missed = new Uint8Array(slots * subject.parties.length);
  }

  #slot(draw: number, point: number, framing: number, proposer: number, delivered: boolean): number {
    const { framings } = this.#subject;
    const place =
      ((draw * this.#points + point) * framings.length + framing) * this.#engine.proposers + proposer;
    return 2 * place + (delivered ? 1 : 0);
  }

  /** Settles everything at one point and keeps it. */
  keep(state: DrawState, draw: number, point: number): void {
    this.#holdsOf(state, draw, point, true);
    this.#engine.eachBargain(state, (f, _, struck, proposer) => {
      for (let g = f; g < this.#subject.framings.length; g++) {
        if (this.#engine.sameAs[g] !== f) continue;
        const run = this.#engine.framings[g];
        for (const delivered of run.plan.laterIssues.length === 0 ? [false] : [false, true]) {
          const slot = this.#slot(draw, point, g, proposer, delivered);
          const { outcome, missed } = run.deliver(state, struck, delivered);
          this.#struck[slot] = 1;
          this.#outcomes.set(outcome, slot * outcome.length);
          this.#missed.set(missed, slot * missed.length);
        }
      }
    });
  }

  /** Whether the same lines hold as when the point was kept. */
  sameLines(state: DrawState, draw: number, point: number): boolean {
    return this.#holdsOf(state, draw, point, false);
  }

  #holdsOf(state: DrawState, draw: number, point: number, write: boolean): boolean {
    let at = (draw * this.#points + point) * this.#lines;
    for (const byParty of state.holds) {
      for (const held of byParty) {
        if (write) this.#holds[at] = held;
        else if (this.#holds[at] !== held) return false;
        at++;
      }
    }
    return true;
  }

  /**
   * The chance of ending durable at a point, by framing, what is settled being as it was kept.
   *
   * @param weigh whether it has to be found out again to whom it is enough
   */
  durable(state: DrawState, draw: number, point: number, weigh: boolean, out: Float64Array): void {
    const { framings, issues, parties } = this.#subject;
    out.fill(0);
    for (let f = 0; f < framings.length; f++) {
      const run = this.#engine.framings[f];
      const chance = run.deliveryChance(state);
      for (let j = 0; j < this.#engine.proposers; j++) {
        for (const delivered of [false, true]) {
          const slot = this.#slot(draw, point, f, j, delivered);
          const weight = delivered ? chance : 1 - chance;
          if (this.#struck[slot] === 0 || weight === 0) continue;
          let missed = this.#missed.subarray(slot * parties.length, (slot + 1) * parties.length);
          if (weigh) {
            run.came.outcome.set(this.#outcomes.subarray(slot * issues.length, (slot + 1) * issues.length));
            missed = run.weigh(state, delivered).missed;
          }
          out[f] += this.#engine.proposerShare(state, j) * weight * run.stands(state, missed);
        }
      }
    }
    this.#engine.sitAndLast(state, out);
  }
}
