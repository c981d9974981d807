/** A box in the space of the inputs, and what it holds. */
export interface PrimBox {
  /** Inputs that are restricted, in order; both ends belong to the box, ±∞ is no limit on that side. */
  readonly limits: readonly PrimLimit[];
  /** Draws inside, and those of interest among them. */
  readonly inside: number;
  readonly hits: number;
  /** Share of all draws of interest that are inside. */
  readonly coverage: number;
  /** Share of the draws inside that are of interest. */
  readonly density: number;
  /** Share of all draws that are inside. */
  readonly support: number;
}

export interface PrimLimit {
  readonly input: number;
  readonly from: number;
  readonly to: number;
}

/** Draws to look for boxes in. */
export interface PrimData {
  /** By input; all of the same length. */
  readonly inputs: readonly Float64Array[];
  /** 1 where a draw is of interest, otherwise 0. */
  readonly interest: Uint8Array;
}

/** Counts what limits hold; limits open on both sides are left out. Cost O(draws × limits). */
export function primBox({ inputs, interest }: PrimData, limits: readonly PrimLimit[]): PrimBox {
  const closed = limits.filter(({ from, to }) => from > -Infinity || to < Infinity);
  let [inside, hits, all] = [0, 0, 0];
  for (let i = 0; i < interest.length; i++) {
    all += interest[i];
    if (!closed.every(({ input, from, to }) => inputs[input][i] >= from && inputs[input][i] <= to)) continue;
    inside++;
    hits += interest[i];
  }
  return {
    limits: closed.toSorted((a, b) => a.input - b.input),
    inside,
    hits,
    coverage: all > 0 ? hits / all : 0,
    density: inside > 0 ? hits / inside : 0,
    support: inside / interest.length,
  };
}
