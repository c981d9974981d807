import type { Case } from "../../../model/case.ts";
import { ChoiceSearch } from "../search/choice-search.ts";
import { choiceShape, type Places, placesWhere, type Tests } from "../search/choice-shape.ts";
import { ChoiceTables } from "../search/choice-tables.ts";
import type { DrawState } from "./draw-state.ts";
import type { Atom, Term } from "./expression-terms.ts";

/** Lines and interactions join too many issues at once to be looked at in every draw. */
export class TooEntangled extends RangeError {
  readonly issues: readonly string[];

  constructor(issues: readonly string[]) {
    super(`lines and interactions join too many of ${issues.join(", ")} at once to look at in every draw`);
    this.issues = issues;
  }
}

/** One way of breaking a line, or of leaving unsettled what must be settled (party -1). */
export interface Ban {
  readonly party: number;
  readonly line: number;
  readonly term: Term;
}

interface PlacedBan extends Ban {
  /** Tests on issues that are not open. */
  readonly fixed: readonly Atom[];
  /** Null where the term names no open issue. */
  readonly places: Places | null;
}

interface PlacedCell {
  readonly sum: number;
  readonly entry: number;
  readonly fixed: readonly Atom[];
  readonly places: Places | null;
}

/**
 * What the principals can settle over some open issues, ready to be filled for every draw and searched. Sums are values of
 * complete outcomes: the principals', in case order, unless others are asked for.
 */
export class TrackTables {
  /** Open issues, ascending. */
  readonly open: readonly number[];
  readonly tables: ChoiceTables;
  readonly search: ChoiceSearch;
  /** The status quo as a choice; null where an open issue has none. */
  readonly statusQuo: Int32Array | null;
  readonly #subject: Case;
  readonly #parties: readonly number[];
  readonly #bans: readonly PlacedBan[];
  readonly #cells: readonly PlacedCell[];
  readonly #constants: Float64Array;
  readonly #near: Float64Array;
  readonly #isOpen: Uint8Array;
  #state: DrawState | null = null;
  #draw = -1;

  /**
   * @param conditions issues whose options have to be told apart state by state; open ones count
   * @param parties whose values are the sums
   */
  constructor(
    subject: Case,
    open: readonly number[],
    bans: readonly Ban[],
    conditions: readonly number[],
    parties: readonly number[] = subject.principals,
  ) {
    this.#subject = subject;
    this.#parties = parties;
    this.open = open;
    const place = new Map(open.map((issue, at) => [issue, at]));
    this.#isOpen = Uint8Array.from(subject.issues, (_, i) => (place.has(i) ? 1 : 0));
    const variables = (issues: readonly number[]) => issues.flatMap((i) => place.get(i) ?? []);
    const cells = parties.flatMap((p, sum) =>
      (subject.parties[p].values?.interactions ?? []).flatMap(({ issues, cells }) =>
        cells.map(({ from, to, change }) => ({
          sum,
          entry: change,
          atoms: issues.map((issue, at): Atom => {
            const size = subject.issues[issue].options.length;
            return {
              issue,
              allowed: Uint8Array.from({ length: size }, (_, o) => (o >= from[at] && o <= to[at] ? 1 : 0)),
            };
          }),
        })),
      ),
    );
    const scopes = [
      ...bans.map(({ term }) => term.map(({ issue }) => issue)),
      ...cells.map(({ atoms }) => atoms.map(({ issue }) => issue)),
    ].map(variables);
    const sizes = open.map((issue) => subject.issues[issue].options.length);
    const shape = choiceShape(
      sizes,
      scopes.filter((scope) => scope.length > 1),
      variables(conditions),
    );
    if (shape === null) throw new TooEntangled(open.map((i) => subject.issues[i].id));
    this.tables = new ChoiceTables(shape, parties.length, subject.principals.length);
    this.search = new ChoiceSearch(this.tables);
    const choice = Int32Array.from(open, (issue) => subject.issues[issue].statusQuo);
    this.statusQuo = choice.includes(-1) ? null : choice;
    const split = (atoms: readonly Atom[]) => {
      const inside = atoms.filter(({ issue }) => place.has(issue));
      const tests: Tests = new Map(inside.map(({ issue, allowed }) => [place.get(issue)!, allowed]));
      return {
        fixed: atoms.filter(({ issue }) => !place.has(issue)),
        places: inside.length === 0 ? null : placesWhere(shape, tests),
      };
    };
    this.#bans = bans.map((ban) => ({ ...ban, ...split(ban.term) }));
    this.#cells = cells.map(({ sum, entry, atoms }) => ({ sum, entry, ...split(atoms) }));
    this.#constants = new Float64Array(parties.length);
    this.#near = new Float64Array(parties.length);
  }

  /**
   * Fills the tables for a draw; does nothing when they hold it already.
   *
   * @param draw names the state and the fixed options together; -1: fill in any case
   * @param valued options of the issues that are not open, as far as values are concerned
   * @param settled the same, as far as lines are concerned
   */
  load(state: DrawState, draw: number, valued: Int32Array, settled: Int32Array = valued): void {
    if (draw >= 0 && this.#draw === draw && this.#state === state) return;
    this.#draw = draw;
    this.#state = state;
    const { tables, open } = this;
    const { issues } = this.#subject;
    const parties = this.#parties;
    const { firstOption } = state;
    const constants = this.#constants;
    for (let j = 0; j < parties.length; j++) {
      const worth = state.worth[parties[j]];
      let constant = 0;
      for (let i = 0; i < issues.length; i++) {
        if (this.#isOpen[i] === 0 && valued[i] >= 0) constant += worth[firstOption[i] + valued[i]];
      }
      for (const { sum, entry, fixed, places } of this.#cells) {
        if (sum === j && places === null && areMet(fixed, valued)) constant += state.entries[entry];
      }
      constants[j] = constant;
      this.#near[j] = 1e-10 * state.spans[parties[j]];
    }
    tables.begin(constants);
    for (let j = 0; j < parties.length; j++) {
      const worth = state.worth[parties[j]];
      for (let v = 0; v < open.length; v++) tables.setVariable(v, j, worth, firstOption[open[v]]);
    }
    for (const { sum, entry, fixed, places } of this.#cells) {
      if (places !== null && areMet(fixed, valued)) tables.add(places, sum, state.entries[entry]);
    }
    for (const { party, line, fixed, places } of this.#bans) {
      if (party >= 0 && state.holds[party][line] === 0) continue;
      if (!areMet(fixed, settled)) continue;
      if (places === null) tables.forbidAll();
      else tables.forbid(places);
    }
    tables.finish(this.#near);
  }

  /** Whether options of these issues are told apart state by state, as far as they are open. */
  tellsApart(issues: readonly number[]): boolean {
    const core = this.tables.shape.core.map((v) => this.open[v]);
    return issues.every((issue) => this.#isOpen[issue] === 0 || core.includes(issue));
  }

  /** Lists every permitted option again, also those that another beats. */
  keepAll(all: boolean): void {
    this.tables.finish(this.#near, all);
  }
}

function areMet(atoms: readonly Atom[], outcome: Int32Array): boolean {
  for (const { issue, allowed } of atoms) if (allowed[outcome[issue]] !== 1) return false;
  return true;
}
