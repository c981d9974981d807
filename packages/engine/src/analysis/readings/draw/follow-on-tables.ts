import type { Case } from "../../../model/case.ts";
import { FOCAL_TOLERANCE } from "../../focal.ts";
import type { DrawState } from "./draw-state.ts";
import { NashChoice } from "./nash-choice.ts";
import { type Ban, TrackTables } from "./track-tables.ts";

/** Follow-ons of one draw told apart by what of them depends on what is settled now. */
interface Settled {
  readonly terms: Int32Array;
  /** By principal: what it adds. */
  readonly adds: Float64Array;
  /** The same by watched party. */
  readonly watched: Float64Array;
}

/** What later talks settle, given what is settled now: as `planFollowOn`, for one draw after the other. */
export class FollowOnTables {
  readonly laterIssues: readonly number[];
  /** Issues settled now on which it can depend. */
  readonly conditions: readonly number[];
  /** Parties, not principals alone, to whom it is told what the follow-on adds. */
  watching: readonly number[] = [];
  readonly #subject: Case;
  readonly #track: TrackTables;
  readonly #nash: NashChoice;
  readonly #statusQuo: Int32Array;
  readonly #base: Int32Array;
  readonly #floors: Float64Array;
  readonly #spans: Float64Array;
  /** Bans and interactions that join now and later: which of them apply is all that depends on now. */
  readonly #joins: readonly {
    readonly party: number;
    readonly line: number;
    readonly atoms: readonly { readonly issue: number; readonly allowed: ArrayLike<number> }[];
  }[];
  readonly #known = new Map<string, Settled>();

  constructor(subject: Case, laterIssues: readonly number[], now: readonly number[], bans: readonly Ban[]) {
    this.#subject = subject;
    this.laterIssues = laterIssues;
    const isNow = new Set(now);
    const isLater = new Set(laterIssues);
    const interactions = subject.principals.flatMap((p) =>
      (subject.parties[p].values?.interactions ?? []).filter(
        ({ issues }) => issues.some((i) => isLater.has(i)) && issues.some((i) => isNow.has(i)),
      ),
    );
    const joins = [
      ...bans.map(({ party, line, term }) => ({
        party,
        line,
        atoms: term.filter(({ issue }) => isNow.has(issue)),
      })),
      ...interactions.flatMap(({ issues, cells }) =>
        cells.map(({ from, to }) => ({
          party: -1,
          line: -1,
          atoms: issues.flatMap((issue, at) =>
            isNow.has(issue)
              ? [
                  {
                    issue,
                    allowed: subject.issues[issue].options.map((_, o) =>
                      o >= from[at] && o <= to[at] ? 1 : 0,
                    ),
                  },
                ]
              : [],
          ),
        })),
      ),
    ];
    this.#joins = joins.filter(({ atoms }) => atoms.length > 0);
    this.conditions = [...new Set(this.#joins.flatMap(({ atoms }) => atoms.map(({ issue }) => issue)))].sort(
      (a, b) => a - b,
    );
    this.#track = new TrackTables(subject, laterIssues, bans, []);
    this.#nash = new NashChoice(subject, this.#track);
    this.#statusQuo = Int32Array.from(subject.issues, ({ statusQuo }) => statusQuo);
    this.#base = this.#statusQuo.slice();
    this.#floors = new Float64Array(subject.principals.length);
    this.#spans = new Float64Array(subject.principals.length);
  }

  begin(state: DrawState): void {
    this.#known.clear();
    this.#subject.principals.forEach((p, j) => {
      this.#spans[j] = state.spans[p];
    });
  }

  /** @param now a complete outcome; later issues are not read */
  settle(state: DrawState, now: Int32Array): Settled {
    let key = "";
    for (const { party, line, atoms } of this.#joins) {
      let applies = party < 0 || state.holds[party][line] === 1;
      for (let at = 0; at < atoms.length && applies; at++)
        applies = atoms[at].allowed[now[atoms[at].issue]] === 1;
      key += applies ? "1" : "0";
    }
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const settled = this.#solve(state, now);
    this.#known.set(key, settled);
    return settled;
  }

  #solve(state: DrawState, now: Int32Array): Settled {
    const { principals } = this.#subject;
    const base = this.#base;
    base.set(this.#statusQuo);
    for (const i of this.conditions) base[i] = now[i];
    for (let j = 0; j < principals.length; j++) this.#floors[j] = state.valueOf(principals[j], base);
    this.#track.load(state, -1, base);
    const adds = new Float64Array(principals.length);
    const terms = Int32Array.from(this.laterIssues, (i) => base[i]);
    if (this.#nash.find(this.#track.tables.core, this.#floors, this.#spans, null)) {
      const { sums, choice } = this.#nash;
      const improves = principals.some(
        (_, j) => sums[j] - this.#floors[j] > FOCAL_TOLERANCE * this.#spans[j],
      );
      if (improves) {
        terms.set(choice);
        for (let j = 0; j < principals.length; j++) adds[j] = sums[j] - this.#floors[j];
      }
    }
    return { terms, adds, watched: this.#addsToWatched(state, terms) };
  }

  #addsToWatched(state: DrawState, terms: Int32Array): Float64Array {
    const whole = this.#base.slice();
    this.laterIssues.forEach((issue, at) => {
      whole[issue] = terms[at];
    });
    return Float64Array.from(this.watching, (p) => state.valueOf(p, whole) - state.valueOf(p, this.#base));
  }
}
