/** Every combination of some options for each variable: by variable, ascending. */
export type OptionBox = readonly (readonly number[])[];

/** What boxes of choices hold, excluded ones left out. */
export interface BoxReader {
  readonly count: (box: OptionBox) => bigint;
  /** In lexicographic order; the array is the caller's. */
  readonly choices: (box: OptionBox) => Generator<number[]>;
}

/** @param excluded without repeats */
export function boxReader(excluded: readonly (readonly number[])[]): BoxReader {
  const out = new Set(excluded.map((choice) => choice.join()));
  return {
    count: (box) => {
      let held = 1;
      for (const options of box) held *= options.length;
      let exact =
        held <= Number.MAX_SAFE_INTEGER
          ? BigInt(held)
          : box.reduce((product, options) => product * BigInt(options.length), 1n);
      for (const choice of excluded) if (choice.every((o, v) => box[v].includes(o))) exact--;
      return exact;
    },
    *choices(box) {
      const at = box.map(() => 0);
      for (;;) {
        const choice = at.map((i, v) => box[v][i]);
        if (out.size === 0 || !out.has(choice.join())) yield choice;
        let v = at.length - 1;
        while (v >= 0 && ++at[v] === box[v].length) at[v--] = 0;
        if (v < 0) return;
      }
    },
  };
}

/** The first so many choices, in lexicographic order, of boxes that share none, of which only those that matter are kept. */
export class FirstChoices {
  readonly #reader: BoxReader;
  readonly #list: number;
  #boxes: { readonly first: readonly number[]; readonly box: OptionBox }[] = [];
  #full = false;

  constructor(reader: BoxReader, list: number) {
    this.#reader = reader;
    this.#list = list;
  }

  /** @param box kept */
  add(box: OptionBox): void {
    const first = this.#reader.choices(box).next().value as number[];
    // Each box has at least its own first choice, so that those that start after `list` others are of no use.
    if (this.#full && compareChoices(first, this.#boxes[this.#list - 1].first) > 0) return;
    this.#boxes.push({ first, box });
    if (this.#boxes.length >= 2 * this.#list + 16) this.#cut();
  }

  absorb(other: FirstChoices): void {
    this.#boxes.push(...other.#boxes);
    this.#cut();
  }

  choices(): number[][] {
    this.#cut();
    let found: number[][] = [];
    for (const { first, box } of this.#boxes) {
      const full = found.length === this.#list;
      if (full && compareChoices(first, found[found.length - 1]) > 0) break;
      let taken = 0;
      for (const choice of this.#reader.choices(box)) {
        found.push(choice);
        if (++taken === this.#list) break;
      }
      found = found.sort(compareChoices).slice(0, this.#list);
    }
    return found;
  }

  #cut(): void {
    this.#boxes = this.#boxes.sort((a, b) => compareChoices(a.first, b.first)).slice(0, this.#list);
    this.#full = this.#boxes.length === this.#list;
  }
}

/** Below 0 where `a` comes first in lexicographic order. */
export function compareChoices(a: readonly number[], b: readonly number[]): number {
  for (let v = 0; v < a.length; v++) if (a[v] !== b[v]) return a[v] - b[v];
  return 0;
}
