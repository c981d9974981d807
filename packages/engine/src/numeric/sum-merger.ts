import { descendingOrder } from "./descending-order.ts";
import { DominanceArchive } from "./dominance.ts";
import type { Outlook } from "./outlook.ts";

/** What a merger needs to know of the sums it carries, all in held values. */
export interface SumRules {
  readonly sums: number;
  /** The first so many are maximised. */
  readonly objectives: number;
  readonly floors: Float64Array;
  readonly tolerance: Float64Array;
  readonly noise: Float64Array;
  /** `all`: equal sums are joined, none of the undominated dropped. `one`: of partial sums as large in everything, one stays. `count`: none is dropped for another. */
  readonly ties: "all" | "one" | "count";
  /** Do not compare many partial choices in many sums: where little is dominated, going on is cheaper than finding out. */
  readonly light?: boolean;
}

const FEW = 48;

/**
 * Merges shifted lists of partial sums that lead to one state, and keeps what may still matter: what can reach the
 * floors, and is not dominated. A bounded sum that will reach its floor whatever follows is set to one and the same
 * value, so that it no longer tells partial choices apart.
 *
 * Use: `begin`, `add` for each list (in descending lexicographic order of objectives; other orders cost time only),
 * `finish`; then read `groups`: group g has the sums `sum(j, g)` and the members `members[groupStart[g] … groupStart[g + 1])`.
 * Cost O(candidates · log lists) for two objectives.
 */
export class SumMerger {
  readonly rules: SumRules;
  /** `columns[sum][candidate]` */
  readonly columns: Float64Array[];
  parent: Int32Array;
  option: Int32Array;
  groups = 0;
  groupStart: Int32Array;
  members: Int32Array;
  #room: number;
  #count = 0;
  #order: Int32Array;
  #other: Int32Array;
  #runs: number[] = [];
  #most: Float64Array = new Float64Array(0);
  #least: Float64Array = new Float64Array(0);
  #base = 0;
  #outlook: Outlook | null = null;
  readonly #held: Float64Array;
  #active: number[] = [];
  #archives = new Map<number, DominanceArchive>();

  constructor(rules: SumRules) {
    this.rules = rules;
    this.#held = new Float64Array(rules.sums);
    this.#room = 256;
    this.columns = Array.from({ length: rules.sums }, () => new Float64Array(256));
    this.parent = new Int32Array(256);
    this.option = new Int32Array(256);
    this.groupStart = new Int32Array(257);
    this.members = new Int32Array(256);
    this.#order = new Int32Array(256);
    this.#other = new Int32Array(256);
  }

  /**
   * @param base where the state's sums start in `most` and `least`: what follows can add at most and at least
   * @param outlook what else a partial choice must promise
   */
  begin(most: Float64Array, least: Float64Array, base: number, outlook: Outlook | null = null): void {
    this.#outlook = outlook;
    this.#count = 0;
    this.#runs = [];
    this.#most = most;
    this.#least = least;
    this.#base = base;
  }

  /** Adds nodes `from … to` of `values` (`[node * sums + sum]`), each increased by `gain[gainAt + sum]`, as reached by `option`. */
  add(
    values: Float64Array,
    from: number,
    to: number,
    gain: Float64Array,
    gainAt: number,
    option: number,
  ): void {
    this.#reserve(to - from);
    const { sums, objectives, floors } = this.rules;
    const { columns } = this;
    const outlook = this.#outlook;
    const held = this.#held;
    let at = this.#count;
    this.#runs.push(at);
    next: for (let node = from; node < to; node++) {
      for (let j = 0; j < sums; j++) {
        let value = values[node * sums + j] + gain[gainAt + j];
        if (value + this.#most[this.#base + j] < floors[j]) continue next;
        if (j >= objectives && value + this.#least[this.#base + j] >= floors[j]) {
          value = floors[j] - this.#least[this.#base + j] + this.rules.tolerance[j];
        }
        columns[j][at] = value;
      }
      if (outlook !== null) {
        for (let j = 0; j < sums; j++) held[j] = columns[j][at];
        if (!outlook.promising(held)) continue;
      }
      this.parent[at] = node;
      this.option[at] = option;
      at++;
    }
    if (at === this.#count) this.#runs.pop();
    this.#count = at;
  }

  sum(j: number, group: number): number {
    return this.columns[j][this.members[this.groupStart[group]]];
  }

  finish(): void {
    this.groups = 0;
    if (this.#count === 0) return;
    this.#findActive();
    const order = this.#sorted();
    this.#group(order);
    if (this.rules.ties !== "count") this.#filter();
  }

  #reserve(more: number): void {
    const needed = this.#count + more;
    if (needed <= this.#room) return;
    this.#room = Math.max(needed, this.#room * 2);
    const room = this.#room;
    this.columns.forEach((column, j) => {
      const wider = new Float64Array(room);
      wider.set(column.subarray(0, this.#count));
      this.columns[j] = wider;
    });
    const widen = (old: Int32Array) => {
      const wider = new Int32Array(room);
      wider.set(old.subarray(0, this.#count));
      return wider;
    };
    this.parent = widen(this.parent);
    this.option = widen(this.option);
    this.groupStart = new Int32Array(room + 1);
    this.members = new Int32Array(room);
    this.#order = new Int32Array(room);
    this.#other = new Int32Array(room);
  }

  /** Sums that differ between candidates. */
  #findActive(): void {
    this.#active = [];
    for (let j = 0; j < this.rules.sums; j++) {
      const column = this.columns[j];
      for (let c = 1; c < this.#count; c++) {
        if (column[c] !== column[0]) {
          this.#active.push(j);
          break;
        }
      }
    }
  }

  /** Negative where candidate a comes first. */
  #compare(a: number, b: number): number {
    const active = this.#active;
    for (let i = 0; i < active.length; i++) {
      const column = this.columns[active[i]];
      const difference = column[b] - column[a];
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Bottom-up merge of the runs, then insertion for what capping or rounding put out of order. */
  #sorted(): Int32Array {
    const count = this.#count;
    let from = this.#order;
    let to = this.#other;
    for (let c = 0; c < count; c++) from[c] = c;
    if (this.#active.length === 0) return from;
    let runs = this.#runs;
    const first = this.columns[this.#active[0]];
    while (runs.length > 1) {
      const merged: number[] = [];
      for (let r = 0; r < runs.length; r += 2) {
        merged.push(runs[r]);
        const middle = r + 1 < runs.length ? runs[r + 1] : count;
        const end = r + 2 < runs.length ? runs[r + 2] : count;
        let a = runs[r];
        let b = middle;
        let out = a;
        while (a < middle && b < end) {
          const x = first[from[a]];
          const y = first[from[b]];
          if (x > y || (x === y && this.#compare(from[a], from[b]) <= 0)) to[out++] = from[a++];
          else to[out++] = from[b++];
        }
        while (a < middle) to[out++] = from[a++];
        while (b < end) to[out++] = from[b++];
      }
      [from, to] = [to, from];
      runs = merged;
    }
    this.#order = from;
    this.#other = to;
    if (this.#insertion(from)) return from;
    from.set(descendingOrder(first.subarray(0, count)));
    if (!this.#insertion(from)) from.subarray(0, count).sort((a, b) => this.#compare(a, b));
    return from;
  }

  /** False where so much is out of order that it gave up half-way. */
  #insertion(order: Int32Array): boolean {
    const count = this.#count;
    let moves = 0;
    for (let i = 1; i < count; i++) {
      const c = order[i];
      let at = i;
      for (; at > 0 && this.#compare(order[at - 1], c) > 0; at--) {
        order[at] = order[at - 1];
        moves++;
      }
      order[at] = c;
      if (moves > 20 * count) return false;
    }
    return true;
  }

  /** Equal candidates next to each other become one group, at the sums of its first. */
  #group(order: Int32Array): void {
    const count = this.#count;
    const { noise } = this.rules;
    const active = this.#active;
    let groups = 0;
    let anchor = -1;
    for (let at = 0; at < count; at++) {
      const c = order[at];
      let same = anchor >= 0;
      for (let i = 0; same && i < active.length; i++) {
        const j = active[i];
        same = Math.abs(this.columns[j][anchor] - this.columns[j][c]) <= noise[j];
      }
      if (!same) {
        this.groupStart[groups++] = at;
        anchor = c;
      }
      this.members[at] = c;
    }
    this.groupStart[groups] = count;
    this.groups = groups;
  }

  #filter(): void {
    const { objectives } = this.rules;
    const active = this.#active;
    if (active.length === 0) return;
    if (active.length === 1 && active[0] < objectives) this.#keepBest(active[0]);
    else if (active.length === 2 && active[1] < objectives) this.#sweep(active[0], active[1]);
    else if (!this.rules.light || active[active.length - 1] < objectives || this.groups <= FEW)
      this.#keepUndominated();
  }

  #keepBest(j: number): void {
    const column = this.columns[j];
    const best = column[this.members[0]];
    let g = 1;
    while (g < this.groups && column[this.members[this.groupStart[g]]] >= best - this.rules.tolerance[j]) g++;
    this.groups = g;
  }

  /** Two objectives in descending order: dominated where the second falls short of what came before. */
  #sweep(j0: number, j1: number): void {
    const [first, second] = [this.columns[j0], this.columns[j1]];
    const { tolerance } = this.rules;
    const [tolerance0, tolerance1] = [tolerance[j0], tolerance[j1]];
    const { groupStart, members } = this;
    const total = this.groups;
    let kept = 0;
    let out = 0;
    let best = -Infinity;
    let lag = 0;
    let lagBest = -Infinity;
    for (let g = 0; g < total; g++) {
      const start = groupStart[g];
      const end = groupStart[g + 1];
      const a = first[members[start]];
      const b = second[members[start]];
      if (best > b + tolerance1) continue;
      while (lag < kept && first[members[groupStart[lag]]] > a + tolerance0) {
        const value = second[members[groupStart[lag]]];
        if (value > lagBest) lagBest = value;
        lag++;
      }
      if (lagBest >= b) continue;
      if (b > best) best = b;
      for (let i = start; i < end; i++) members[out + i - start] = members[i];
      groupStart[kept++] = out;
      out += end - start;
    }
    groupStart[kept] = out;
    this.groups = kept;
  }

  #keepUndominated(): void {
    const active = this.#active;
    const { rules, groupStart, members } = this;
    const strict = rules.ties === "one" ? active.length : active.filter((j) => j < rules.objectives).length;
    if (strict === 0) return;
    const archive = this.#archive(strict);
    const point = new Float64Array(active.length);
    const total = this.groups;
    let kept = 0;
    let out = 0;
    for (let g = 0; g < total; g++) {
      const start = groupStart[g];
      const end = groupStart[g + 1];
      for (let i = 0; i < active.length; i++) point[i] = this.columns[active[i]][members[start]];
      if (archive.dominates(point)) continue;
      archive.add(point);
      for (let i = start; i < end; i++) members[out + i - start] = members[i];
      groupStart[kept++] = out;
      out += end - start;
    }
    groupStart[kept] = out;
    this.groups = kept;
  }

  #archive(strict: number): DominanceArchive {
    const active = this.#active;
    const key = active.reduce((bits, j) => bits + 2 ** j, 0);
    const known = this.#archives.get(key);
    if (known) {
      known.clear();
      return known;
    }
    const tolerance = Float64Array.from(active, (j) =>
      this.rules.ties === "one" ? 0 : this.rules.tolerance[j],
    );
    const made = new DominanceArchive(active.length, strict, tolerance);
    this.#archives.set(key, made);
    return made;
  }
}
