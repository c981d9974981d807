import type { ChoiceShape, Places } from "./choice-shape.ts";

/** Options of a cell that are compared each with each; longer lists are sorted. */
const mostCompared = 24;

/**
 * The numbers of one choice problem over a shape, made to be filled again and again: what each option adds to each of
 * several sums, what is forbidden, and which options are worth looking at.
 *
 * `begin`, then `addOption`, `add`, `forbid` in any order, then `finish`.
 */
export class ChoiceTables {
  readonly shape: ChoiceShape;
  readonly sums: number;
  /** By sum, then state. */
  readonly core: readonly Float64Array[];
  /** By sum, then item, all options. */
  readonly raw: readonly Float64Array[];
  /** By sum, then place: options worth looking at, cell after cell. */
  readonly kept: readonly Float64Array[];
  /** Place to option. */
  readonly keptOption: Int32Array;
  /** By cell: first place and the place after the last. */
  readonly keptFrom: Int32Array;
  readonly keptTo: Int32Array;
  /** States that nothing forbids, and how many. */
  readonly alive: Int32Array;
  aliveCount = 0;
  /** By sum: whether an option was left out that is no worse than the one that beats it in this sum. */
  readonly leftLevel: Uint8Array;
  /** Whether any option was left out at all. */
  leftOut = false;
  readonly #decisive: number;
  readonly #itemOut: Uint8Array;
  readonly #beaten: Uint8Array;
  readonly #listed: Uint8Array;
  readonly #order: Int32Array;
  readonly #coreOut: Uint8Array;
  readonly #isLeaf: Int32Array;
  readonly #corePlace: Int32Array;
  #allOut = false;

  /** @param decisive how many of the first sums make one option better than another; the others can only stand in the way */
  constructor(shape: ChoiceShape, sums: number, decisive = sums) {
    this.shape = shape;
    this.sums = sums;
    this.#decisive = decisive;
    const arrays = (length: number) => Array.from({ length: sums }, () => new Float64Array(length));
    this.core = arrays(shape.states);
    this.raw = arrays(shape.items);
    this.kept = arrays(shape.items);
    this.keptOption = new Int32Array(shape.items);
    this.keptFrom = new Int32Array(shape.cells);
    this.keptTo = new Int32Array(shape.cells);
    this.alive = new Int32Array(shape.states);
    this.leftLevel = new Uint8Array(sums);
    this.#itemOut = new Uint8Array(shape.items);
    this.#beaten = new Uint8Array(shape.items);
    this.#listed = new Uint8Array(shape.cells);
    this.#order = new Int32Array(Math.max(0, ...shape.leaves.map(({ size }) => size)));
    this.#coreOut = new Uint8Array(shape.states);
    this.#isLeaf = new Int32Array(shape.sizes.length).fill(-1);
    this.#corePlace = new Int32Array(shape.sizes.length).fill(-1);
    shape.leaves.forEach(({ variable }, l) => {
      this.#isLeaf[variable] = l;
    });
    shape.core.forEach((variable, k) => {
      this.#corePlace[variable] = k;
    });
  }

  /** @param constants by sum: what does not depend on the choice */
  begin(constants: ArrayLike<number>): void {
    for (let j = 0; j < this.sums; j++) {
      this.core[j].fill(constants[j]);
    }
    this.#itemOut.fill(0);
    this.#coreOut.fill(0);
    this.#allOut = false;
  }

  /**
   * What the options of a variable add to a sum.
   *
   * @param from first option's place in `values`
   */
  setVariable(variable: number, sum: number, values: Float64Array, from: number): void {
    const { leaves, firstItem, coreOptions, states, core, sizes } = this.shape;
    const l = this.#isLeaf[variable];
    if (l >= 0) {
      const { size, firstCell, combinations } = leaves[l];
      const out = this.raw[sum];
      let item = firstItem[firstCell];
      for (let c = 0; c < combinations; c++) for (let o = 0; o < size; o++) out[item++] = values[from + o];
      return;
    }
    const k = this.#corePlace[variable];
    const out = this.core[sum];
    const width = core.length;
    if (sizes[variable] === 0) return;
    for (let state = 0; state < states; state++) out[state] += values[from + coreOptions[state * width + k]];
  }

  add(places: Places, sum: number, change: number): void {
    const { states, items } = places;
    for (let i = 0; i < states.length; i++) this.core[sum][states[i]] += change;
    for (let i = 0; i < items.length; i++) this.raw[sum][items[i]] += change;
  }

  forbid(places: Places): void {
    const { states, items } = places;
    for (let i = 0; i < states.length; i++) this.#coreOut[states[i]] = 1;
    for (let i = 0; i < items.length; i++) this.#itemOut[items[i]] = 1;
  }

  forbidAll(): void {
    this.#allOut = true;
  }

  /**
   * Lists the options of every cell that are permitted, and, unless `all`, those that another option beats: by more than
   * `near` in some decisive sum and, within it, in none worse; or no worse and earlier in order.
   *
   * @param near by sum
   */
  finish(near: ArrayLike<number>, all = false): void {
    const { states, leaves, cellOf } = this.shape;
    const width = leaves.length;
    this.leftLevel.fill(0);
    this.leftOut = false;
    this.aliveCount = 0;
    if (this.#allOut) return;
    this.#listed.fill(0);
    let place = 0;
    for (let state = 0; state < states; state++) {
      if (this.#coreOut[state] !== 0) continue;
      let possible = true;
      for (let l = 0; l < width && possible; l++) {
        const cell = cellOf[state * width + l];
        if (this.#listed[cell] === 0) {
          this.#listed[cell] = 1;
          place = this.#list(cell, place, near, all);
        }
        possible = this.keptTo[cell] > this.keptFrom[cell];
      }
      if (possible) this.alive[this.aliveCount++] = state;
    }
  }

  /** Lists the options of one cell from a place on; returns the place after the last. */
  #list(cell: number, from: number, near: ArrayLike<number>, all: boolean): number {
    const { sums, raw, kept } = this;
    const out = this.#itemOut;
    const first = this.shape.firstItem[cell];
    const end = this.shape.firstItem[cell + 1];
    const pairs = sums === 2 && this.#decisive === 2;
    const sweep = pairs && !all && end - first > mostCompared;
    if (sweep) this.#sweep(first, end, near);
    let place = from;
    for (let item = first; item < end; item++) {
      if (out[item] !== 0) continue;
      if (!all) {
        if (sweep) {
          if (this.#beaten[item] === 1) continue;
        } else if (
          pairs ? this.#isBeatenOfTwo(item, first, end, near) : this.#isBeaten(item, first, end, near)
        )
          continue;
      }
      for (let j = 0; j < sums; j++) kept[j][place] = raw[j][item];
      this.keptOption[place++] = item - first;
    }
    this.keptFrom[cell] = from;
    this.keptTo[cell] = place;
    return place;
  }

  /** Core state of a choice; -1 where it is forbidden. */
  stateOf(choice: Int32Array): number {
    const { core, sizes, leaves, cellOf, firstItem } = this.shape;
    let state = 0;
    for (const variable of core) state = state * sizes[variable] + choice[variable];
    if (this.#allOut || this.#coreOut[state] !== 0) return -1;
    for (let l = 0; l < leaves.length; l++) {
      const item = firstItem[cellOf[state * leaves.length + l]] + choice[leaves[l].variable];
      if (this.#itemOut[item] !== 0) return -1;
    }
    return state;
  }

  /** Sums of a permitted choice, the core giving what `core` says. */
  sumsOf(choice: Int32Array, core: readonly Float64Array[], out: Float64Array): void {
    const { leaves, cellOf, firstItem } = this.shape;
    const state = this.stateOf(choice);
    for (let j = 0; j < this.sums; j++) {
      let sum = core[j][state];
      for (let l = 0; l < leaves.length; l++) {
        sum += this.raw[j][firstItem[cellOf[state * leaves.length + l]] + choice[leaves[l].variable]];
      }
      out[j] = sum;
    }
  }

  /** Marks beaten options of a long list, from the largest first sum down. */
  #sweep(first: number, end: number, near: ArrayLike<number>): void {
    const [a, b] = this.raw;
    const order = this.#order.subarray(0, end - first);
    let count = 0;
    for (let item = first; item < end; item++) if (this.#itemOut[item] === 0) order[count++] = item;
    order.subarray(0, count).sort((i, j) => a[j] - a[i] || b[j] - b[i] || i - j);
    let holder = -1;
    for (let at = 0; at < count; at++) {
      const item = order[at];
      this.#beaten[item] = 0;
      if (holder >= 0 && b[holder] >= b[item] - near[1]) {
        const [more, other] = [a[holder] - a[item] > near[0], b[holder] - b[item] > near[1]];
        if (more || other || holder < item) {
          this.#beaten[item] = 1;
          this.leftOut = true;
          if (other && !more) this.leftLevel[0] = 1;
          if (more && !other) this.leftLevel[1] = 1;
        }
      }
      if (holder < 0 || b[item] > b[holder]) holder = item;
    }
  }

  /** `#isBeaten` for two sums, both decisive: most of the time goes here. */
  #isBeatenOfTwo(item: number, first: number, end: number, near: ArrayLike<number>): boolean {
    const a = this.raw[0];
    const b = this.raw[1];
    const out = this.#itemOut;
    const [nearA, nearB] = [near[0], near[1]];
    const [ownA, ownB] = [a[item], b[item]];
    for (let other = first; other < end; other++) {
      const byA = a[other] - ownA;
      if (byA < -nearA || other === item || out[other] !== 0) continue;
      const byB = b[other] - ownB;
      if (byB < -nearB) continue;
      const better = byA > nearA || byB > nearB;
      if (!better && other > item) continue;
      this.leftOut = true;
      if (better) {
        if (byA <= nearA) this.leftLevel[0] = 1;
        if (byB <= nearB) this.leftLevel[1] = 1;
      }
      return true;
    }
    return false;
  }

  #isBeaten(item: number, first: number, end: number, near: ArrayLike<number>): boolean {
    const { sums, raw } = this;
    for (let other = first; other < end; other++) {
      if (other === item || this.#itemOut[other] !== 0) continue;
      let [worse, better] = [false, false];
      for (let j = 0; j < sums && !worse; j++) {
        const difference = raw[j][other] - raw[j][item];
        if (difference > near[j]) better ||= j < this.#decisive;
        else if (difference < -near[j]) worse = true;
      }
      if (worse || !(better || other < item)) continue;
      this.leftOut = true;
      if (better) {
        for (let j = 0; j < sums; j++) {
          if (Math.abs(raw[j][other] - raw[j][item]) <= near[j]) this.leftLevel[j] = 1;
        }
      }
      return true;
    }
    return false;
  }
}
