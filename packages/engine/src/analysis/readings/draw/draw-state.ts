import type { Case } from "../../../model/case.ts";
import { centralValue } from "../../../model/central-value.ts";
import { type Failure, failures } from "../../../model/schema/talks-schema.ts";
import { timesOdds } from "../../odds.ts";
import type { Columns } from "../../reading.ts";
import { coderOutlook } from "../columns/coder-outlook.ts";

/** Relative likelihoods and values of the scenarios, as entries (-1: none). */
interface Expectation {
  readonly likelihoods: readonly number[];
  readonly values: readonly number[];
}

/**
 * One draw: every number of a case, and what follows from the numbers before anybody negotiates. Made once and filled for
 * every draw; the same figures as `readingFrom`, bit for bit.
 */
export class DrawState {
  readonly subject: Case;
  /** First option of each issue in an array over all options, and their number. */
  readonly firstOption: Int32Array;
  readonly options: number;
  /** By entry; after `settle`, with events counted. */
  readonly entries: Float64Array;
  /** By party, then issue: weights that importances in words allow; null elsewhere. */
  readonly orderedWeights: readonly (Float64Array | null)[];
  /** By party, then issue: option values that a ranking allows; null elsewhere. */
  readonly rankedOptions: readonly (readonly (Float64Array | null)[])[];
  readonly stanceLatents: readonly Float64Array[];
  readonly lineLatents: readonly Float64Array[];
  readonly influenceLatents: Float64Array;
  readonly hazardLatents: Float64Array;
  recognitionLatent = 0.5;
  deliveryLatent = 0.5;
  unravelsLatent = 0.5;

  /** By party: weight × value of every option; 0 where it does not value the issue. */
  readonly worth: readonly Float64Array[];
  /** By party: widest range of its values, and a little for the rounding of large ones; by this rounding is judged. */
  readonly spans: Float64Array;
  /** By party; NaN where it has neither values nor an outlook. */
  readonly noDeal: Float64Array;
  /** By failure, then party: what failing so is worth. At the table: `noDeal`. */
  readonly failValues: Readonly<Record<Failure, Float64Array>>;
  /** By failure: chance that talks go on, and of escalation, by the coder's likelihoods. */
  readonly goesOn: Record<Failure, number>;
  readonly escalation: Record<Failure, number>;
  /** By party, then line. */
  readonly holds: readonly Uint8Array[];
  /** By framing. */
  readonly followOnChance: Float64Array;

  readonly #constants: Float64Array;
  readonly #resets: Int32Array;
  readonly #effects: Case["effects"];
  readonly #expectations: readonly Readonly<Record<Failure, Expectation | null>>[];
  readonly #coder: Readonly<Record<Failure, readonly number[] | null>>;
  readonly #weights: Float64Array;
  readonly #statusQuo: Int32Array;

  constructor(subject: Case) {
    this.subject = subject;
    const { issues, parties, framings, hazards, baskets } = subject;
    this.firstOption = new Int32Array(issues.length);
    let options = 0;
    issues.forEach((issue, i) => {
      this.firstOption[i] = options;
      options += issue.options.length;
    });
    this.options = options;
    this.#constants = Float64Array.from(subject.entries, (entry) => centralValue(entry.given));
    this.entries = this.#constants.slice();
    this.#effects = subject.effects.filter(({ date }) => date <= subject.asOf);
    this.#resets = Int32Array.from(new Set(this.#effects.map(({ entry }) => entry)));
    const half = (length: number) => new Float64Array(length).fill(0.5);
    this.orderedWeights = parties.map(({ values }) =>
      values?.weights.kind === "order" ? new Float64Array(issues.length) : null,
    );
    this.rankedOptions = parties.map(({ values }) =>
      issues.map((issue, i) =>
        values?.options[i]?.kind === "order" ? new Float64Array(issue.options.length) : null,
      ),
    );
    this.stanceLatents = parties.map(() => half(baskets.length));
    this.lineLatents = parties.map(({ lines }) => half(lines.length));
    this.influenceLatents = half(parties.length);
    this.hazardLatents = half(hazards.length);
    this.worth = parties.map(() => new Float64Array(options));
    this.spans = new Float64Array(parties.length);
    this.noDeal = new Float64Array(parties.length);
    const byFailure = <T>(of: (failure: Failure) => T) =>
      Object.fromEntries(failures.map((failure) => [failure, of(failure)])) as Record<Failure, T>;
    this.failValues = { ...byFailure(() => new Float64Array(parties.length)), atTheTable: this.noDeal };
    this.goesOn = byFailure(() => 0);
    this.escalation = byFailure(() => 0);
    this.holds = parties.map(({ lines }) => new Uint8Array(lines.length));
    this.followOnChance = new Float64Array(framings.length);
    this.#expectations = parties.map(({ outlook }) =>
      byFailure((failure) => {
        const likelihoods = outlook?.likelihoods[failure] ?? null;
        return outlook === null || likelihoods === null ? null : { likelihoods, values: outlook.values };
      }),
    );
    this.#coder = byFailure((failure) => coderOutlook(subject, failure));
    this.#weights = new Float64Array(issues.length);
    this.#statusQuo = Int32Array.from(issues, ({ statusQuo }) => statusQuo);
  }

  /** Forgets what events did to entries; before a draw's own numbers are put in. */
  reset(): void {
    for (const entry of this.#resets) this.entries[entry] = this.#constants[entry];
  }

  /** Works out everything that follows from the entries and latents. */
  settle(): void {
    this.settleJudgements();
    this.settleChances();
  }

  /** What judgements alone decide. Entries change: call it once after they are put in. */
  settleJudgements(): void {
    const { subject, entries } = this;
    for (const { entry, odds } of this.#effects) entries[entry] = timesOdds(entries[entry], entries[odds]);
    for (let p = 0; p < subject.parties.length; p++) {
      this.#value(p);
      this.#fail(p);
    }
    for (const failure of failures) this.#follow(failure);
    for (let f = 0; f < subject.framings.length; f++) this.followOnChance[f] = this.#later(f);
  }

  /** No-deal values alone; where one is that of the status quo, what that is worth must be settled already. */
  settleNoDeals(): void {
    const { entries, subject } = this;
    for (const { entry, odds } of this.#effects) entries[entry] = timesOdds(entries[entry], entries[odds]);
    for (const p of subject.principals) this.#fail(p);
  }

  /** Which lines hold. */
  settleChances(): void {
    const { parties } = this.subject;
    for (let p = 0; p < parties.length; p++) {
      const { lines } = parties[p];
      for (let l = 0; l < lines.length; l++) {
        this.holds[p][l] = this.lineLatents[p][l] < this.entries[lines[l].firmness] ? 1 : 0;
      }
    }
  }

  /** Value of a complete outcome to a party, in the order of `worthOfOutcome`. */
  valueOf(p: number, outcome: Int32Array): number {
    const worth = this.worth[p];
    const { firstOption } = this;
    let value = 0;
    for (let i = 0; i < outcome.length; i++) {
      if (outcome[i] >= 0) value += worth[firstOption[i] + outcome[i]];
    }
    const { values } = this.subject.parties[p];
    if (values === null || values.interactions.length === 0) return value;
    for (const { issues, cells } of values.interactions) {
      let change = 0;
      for (const cell of cells) {
        let inside = true;
        for (let at = 0; at < issues.length && inside; at++) {
          const option = outcome[issues[at]];
          inside = option >= cell.from[at] && option <= cell.to[at];
        }
        if (inside) change += this.entries[cell.change];
      }
      value += change;
    }
    return value;
  }

  /** The draw as a choice of all numbers, for the analysis of one reading. Call it before `settle`. */
  asColumns(): Columns {
    return {
      entries: this.entries.slice(),
      orderedWeights: this.orderedWeights.map((weights) => weights?.slice() ?? null),
      rankedOptions: this.rankedOptions.map((byIssue) => byIssue.map((values) => values?.slice() ?? null)),
      stanceLatents: this.stanceLatents.map((latents) => latents.slice()),
      lineLatents: this.lineLatents.map((latents) => latents.slice()),
    };
  }

  #value(p: number): void {
    const { issues, parties, document } = this.subject;
    const { values } = parties[p];
    if (values === null) return;
    const { entries, firstOption } = this;
    const worth = this.worth[p];
    const weights = this.orderedWeights[p] ?? this.#weights;
    if (values.weights.kind === "entries") {
      let sum = 0;
      for (let i = 0; i < issues.length; i++) {
        const entry = values.weights.entries[i];
        weights[i] = entry < 0 ? 0 : entries[entry];
        sum += weights[i];
      }
      if (document.scale !== "source" && sum > 0) {
        for (let i = 0; i < issues.length; i++) weights[i] = weights[i] / sum;
      }
    }
    let span = 0;
    let largest = 0;
    for (let i = 0; i < issues.length; i++) {
      const options = values.options[i];
      if (options === null) continue;
      const ranked = this.rankedOptions[p][i];
      let [low, high] = [Infinity, -Infinity];
      for (let o = 0; o < issues[i].options.length; o++) {
        const value = options.kind === "entries" ? entries[options.entries[o]] : ranked![o];
        const weighted = weights[i] * value;
        worth[firstOption[i] + o] = weighted;
        if (weighted < low) low = weighted;
        if (weighted > high) high = weighted;
      }
      span += high - low;
      largest += Math.max(Math.abs(low), Math.abs(high));
    }
    for (const { cells } of values.interactions)
      for (const { change } of cells) span += Math.abs(entries[change]);
    this.spans[p] = span + 1e-4 * largest;
  }

  #fail(p: number): void {
    const party = this.subject.parties[p];
    const expectations = this.#expectations[p];
    let value = Number.NaN;
    if (party.noDeal >= 0) value = this.entries[party.noDeal];
    else {
      const expected = this.#expected(expectations.atTheTable);
      if (!Number.isNaN(expected)) value = expected;
      else if (party.values !== null) {
        value = this.#statusQuo.includes(-1) ? 0 : this.valueOf(p, this.#statusQuo);
      }
    }
    this.noDeal[p] = value;
    for (const failure of failures) {
      if (failure === "atTheTable") continue;
      const expected = this.#expected(expectations[failure]);
      this.failValues[failure][p] = Number.isNaN(expected) ? value : expected;
    }
  }

  /** Expected value; NaN where likelihoods or a value that matters are not entered. */
  #expected(expectation: Expectation | null): number {
    if (expectation === null) return Number.NaN;
    const { likelihoods, values } = expectation;
    let [total, sum] = [0, 0];
    for (let s = 0; s < likelihoods.length; s++) {
      const likelihood = likelihoods[s] < 0 ? 0 : this.entries[likelihoods[s]];
      if (likelihood === 0) continue;
      if (values[s] < 0) return Number.NaN;
      total += likelihood;
      sum += likelihood * this.entries[values[s]];
    }
    return total > 0 ? sum / total : Number.NaN;
  }

  /** A failure without likelihoods of its own follows like one at the table. */
  #follow(failure: Failure): void {
    const likelihoods = this.#coder[failure] ?? this.#coder.atTheTable;
    let [total, goesOn, escalation] = [0, 0, 0];
    for (let s = 0; likelihoods !== null && s < likelihoods.length; s++) {
      if (likelihoods[s] < 0) continue;
      const likelihood = this.entries[likelihoods[s]];
      const scenario = this.subject.scenarios[s];
      total += likelihood;
      if (scenario.goesOn) goesOn += likelihood;
      if (scenario.escalation) escalation += likelihood;
    }
    this.goesOn[failure] = total > 0 ? goesOn / total : 0;
    this.escalation[failure] = total > 0 ? escalation / total : 0;
  }

  #later(f: number): number {
    const { framings, followOnChance, provisions } = this.subject;
    const framing = framings[f];
    if (framing.followOnChance >= 0) return this.entries[framing.followOnChance];
    if (followOnChance < 0) return 0;
    let chance = this.entries[followOnChance];
    for (const at of framing.provisions) chance = timesOdds(chance, this.entries[provisions[at].odds]);
    return chance;
  }
}
