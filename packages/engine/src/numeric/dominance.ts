/**
 * Which points are not dominated. A point is dominated by one that is at least as large in every dimension and larger,
 * by more than the tolerance, in one. Equal points do not dominate each other: all are kept.
 *
 * Points are taken in descending lexicographic order, so that whatever dominates comes first. Two dimensions: one sweep.
 * More: a bucketed k-d tree of the points kept so far (ENS-NDT: Gustavsson & Syberfeldt 2018, Evol. Comput. 26).
 *
 * @param values `[point * dims + dim]`, larger is better
 * @param tolerance per dimension; 0 where missing
 * @returns indices of the points kept, ascending. Cost O(n log n) in two dimensions
 */
export function nonDominated(values: Float64Array, dims: number, tolerance?: ArrayLike<number>): Int32Array {
  const count = dims === 0 ? 0 : values.length / dims;
  const order = descending(values, dims);
  const archive = new DominanceArchive(dims, dims, tolerance ?? new Float64Array(dims));
  const kept: number[] = [];
  const point = new Float64Array(dims);
  for (let at = 0; at < count; at++) {
    const p = order[at];
    for (let j = 0; j < dims; j++) point[j] = values[p * dims + j];
    if (at > 0 && samePoint(values, dims, order[at - 1], p)) {
      if (kept[kept.length - 1] === order[at - 1]) kept.push(p);
      else if (!archive.dominates(point)) kept.push(p);
      continue;
    }
    if (archive.dominates(point)) continue;
    archive.add(point);
    kept.push(p);
  }
  return Int32Array.from(kept).sort();
}

/** Indices of points in descending lexicographic order; equal points by index. */
export function descending(values: Float64Array, dims: number): Int32Array {
  const order = new Int32Array(dims === 0 ? 0 : values.length / dims);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => {
    for (let j = 0; j < dims; j++) {
      const difference = values[b * dims + j] - values[a * dims + j];
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

function samePoint(values: Float64Array, dims: number, a: number, b: number): boolean {
  for (let j = 0; j < dims; j++) if (values[a * dims + j] !== values[b * dims + j]) return false;
  return true;
}

const BUCKET = 16;

/**
 * Points kept so far, asked whether one of them dominates a newcomer. The newcomer must not come before any of them in
 * descending lexicographic order.
 *
 * Only the first `strict` dimensions can make the difference: a point that is larger only in the others does not dominate.
 */
export class DominanceArchive {
  readonly dims: number;
  readonly strict: number;
  readonly tolerance: ArrayLike<number>;
  /** `[slot * dims + dim]`; a leaf owns BUCKET slots in a row. */
  #points: Float64Array;
  #slots = 0;
  /** `[node * dims + dim]`: the largest below. */
  #corner: Float64Array;
  /** Of a leaf: -1 - first slot. Of a branch: the child that holds the large side; the other follows it. */
  #child: Int32Array;
  #size: Int32Array;
  #splitDim: Int32Array;
  #splitAt: Float64Array;
  #nodes = 0;
  #stack = new Int32Array(256);
  readonly #column = new Float64Array(BUCKET);
  readonly #lowest: Float64Array;

  constructor(dims: number, strict: number, tolerance: ArrayLike<number>) {
    this.dims = dims;
    this.strict = strict;
    this.tolerance = tolerance;
    this.#lowest = new Float64Array(dims);
    this.#points = new Float64Array(BUCKET * dims * 8);
    this.#corner = new Float64Array(8 * dims);
    this.#child = new Int32Array(8);
    this.#size = new Int32Array(8);
    this.#splitDim = new Int32Array(8);
    this.#splitAt = new Float64Array(8);
    this.clear();
  }

  clear(): void {
    this.#slots = 0;
    this.#nodes = 0;
    this.#lowest.fill(Infinity);
    this.#leaf();
  }

  dominates(p: Float64Array): boolean {
    const { dims } = this;
    const corner = this.#corner;
    const stack = this.#stack;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top];
      const base = node * dims;
      let reaches = true;
      for (let j = dims - 1; j >= 0; j--) {
        if (corner[base + j] < p[j]) {
          reaches = false;
          break;
        }
      }
      if (!reaches) continue;
      const child = this.#child[node];
      if (child >= 0) {
        stack[top++] = child + 1;
        stack[top++] = child;
      } else if (this.#inLeaf((-1 - child) * dims, this.#size[node], p)) return true;
    }
    return false;
  }

  #inLeaf(from: number, size: number, p: Float64Array): boolean {
    const { dims, strict, tolerance } = this;
    const points = this.#points;
    for (let q = from, end = from + size * dims; q < end; q += dims) {
      let j = dims - 1;
      while (j >= 0 && points[q + j] >= p[j]) j--;
      if (j >= 0) continue;
      for (let s = 0; s < strict; s++) if (points[q + s] > p[s] + tolerance[s]) return true;
    }
    return false;
  }

  add(p: Float64Array): void {
    const { dims } = this;
    for (let j = 0; j < dims; j++) if (p[j] < this.#lowest[j]) this.#lowest[j] = p[j];
    let node = 0;
    for (;;) {
      const base = node * dims;
      for (let j = 0; j < dims; j++) if (p[j] > this.#corner[base + j]) this.#corner[base + j] = p[j];
      const child = this.#child[node];
      if (child >= 0) {
        node = p[this.#splitDim[node]] >= this.#splitAt[node] ? child : child + 1;
      } else if (this.#size[node] < BUCKET) {
        const slot = -1 - child + this.#size[node]++;
        for (let j = 0; j < dims; j++) this.#points[slot * dims + j] = p[j];
        return;
      } else if (!this.#split(node)) return;
    }
  }

  /** False where all points of the leaf are equal: one more is of no use. */
  #split(node: number): boolean {
    const { dims } = this;
    const first = -1 - this.#child[node];
    const points = this.#points;
    let dim = -1;
    let widest = 0;
    for (let j = 0; j < dims; j++) {
      let [low, high] = [Infinity, -Infinity];
      for (let s = 0; s < BUCKET; s++) {
        const value = points[(first + s) * dims + j];
        if (value < low) low = value;
        if (value > high) high = value;
      }
      // Against what the whole archive spans, so that the units of the dimensions do not matter.
      const share = (high - low) / (this.#corner[j] - this.#lowest[j]);
      if (share > widest) [dim, widest] = [j, share];
    }
    if (dim < 0) return false;
    const at = this.#middle(first, dim);
    const high = this.#leaf();
    const low = this.#leaf();
    const highSlot = -1 - this.#child[high];
    const lowSlot = -1 - this.#child[low];
    for (let s = 0; s < BUCKET; s++) {
      const from = (first + s) * dims;
      const into = this.#points[from + dim] >= at ? high : low;
      const slot = (into === high ? highSlot : lowSlot) + this.#size[into]++;
      for (let j = 0; j < dims; j++) {
        const value = this.#points[from + j];
        this.#points[slot * dims + j] = value;
        if (value > this.#corner[into * dims + j]) this.#corner[into * dims + j] = value;
      }
    }
    this.#child[node] = high;
    this.#splitDim[node] = dim;
    this.#splitAt[node] = at;
    return true;
  }

  /** A value of the leaf with about half of its points at or above, and at least one below. */
  #middle(first: number, dim: number): number {
    const column = this.#column;
    for (let s = 0; s < BUCKET; s++) {
      const value = this.#points[(first + s) * this.dims + dim];
      let to = s;
      while (to > 0 && column[to - 1] > value) column[to] = column[--to];
      column[to] = value;
    }
    let cut = BUCKET / 2;
    if (column[cut] > column[0]) return column[cut];
    while (column[cut] === column[0]) cut++;
    return column[cut];
  }

  #leaf(): number {
    const { dims } = this;
    const node = this.#nodes++;
    if (node >= this.#child.length) this.#widen();
    if ((this.#slots + BUCKET) * dims > this.#points.length) {
      const wider = new Float64Array(this.#points.length * 2);
      wider.set(this.#points);
      this.#points = wider;
    }
    this.#child[node] = -1 - this.#slots;
    this.#size[node] = 0;
    this.#corner.fill(-Infinity, node * dims, (node + 1) * dims);
    this.#slots += BUCKET;
    return node;
  }

  #widen(): void {
    const widen = <T extends Int32Array | Float64Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const room = this.#child.length * 2;
    this.#corner = widen(this.#corner, new Float64Array(room * this.dims));
    this.#child = widen(this.#child, new Int32Array(room));
    this.#size = widen(this.#size, new Int32Array(room));
    this.#splitDim = widen(this.#splitDim, new Int32Array(room));
    this.#splitAt = widen(this.#splitAt, new Float64Array(room));
    if (this.#stack.length < room) this.#stack = new Int32Array(room * 2);
  }
}
