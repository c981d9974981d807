/**
 * Where points not dominated by those known may still lie: at or above one of these corners, in every objective (local
 * bounds: Klamroth, Lacour & Vanderpooten 2015, Eur. J. Oper. Res. 245). Used to give up what reaches far in each
 * objective, but not in all of them together.
 */
export class OpenCorners {
  readonly #step: readonly number[];
  readonly #joint: readonly Float64Array[];
  readonly #slack: Float64Array;
  readonly #most: number;
  #corners: Float64Array[];
  #known: Float64Array[] = [];
  /** By corner: its weighted means, from which a bound must not fall short. */
  #flat: Float64Array = new Float64Array(0);
  #stale = true;
  #last = 0;

  /**
   * @param least no point has less
   * @param step what a value has to be above a known one so that it counts as larger: 1 for whole numbers, otherwise minus
   *   the tolerance, so that what is near enough to tie is kept
   * @param slack by joint sum: what rounding and tolerance amount to
   * @param most corners; with more, nothing is given up any longer
   */
  constructor(
    least: Float64Array,
    step: readonly number[],
    joint: readonly Float64Array[],
    slack: Float64Array,
    most: number,
  ) {
    this.#corners = [least];
    this.#step = step;
    this.#joint = joint;
    this.#slack = slack;
    this.#most = most;
  }

  /** Takes a point into account that no known one dominates. Cost O(corners²) at worst. */
  add(point: Float64Array): void {
    if (this.#joint.length === 0 || this.#corners.length > this.#most) return;
    const dims = point.length;
    this.#known = this.#known.filter((known) => known.some((value, j) => value > point[j]));
    this.#known.push(point.slice());
    const next = Float64Array.from(point, (value, j) => value + this.#step[j]);
    const kept: Float64Array[] = [];
    const fresh: Float64Array[] = [];
    for (const corner of this.#corners) {
      if (corner.some((value, j) => value >= next[j])) kept.push(corner);
      else {
        for (let j = 0; j < dims; j++) {
          const raised = corner.slice();
          raised[j] = next[j];
          fresh.push(raised);
        }
      }
    }
    const covers = (a: Float64Array, b: Float64Array) => a.every((value, j) => value <= b[j]);
    const needed = fresh.filter(
      (corner, i) =>
        !kept.some((other) => covers(other, corner)) &&
        !fresh.some((other, k) => k !== i && covers(other, corner) && (k < i || !covers(corner, other))),
    );
    this.#corners = [...kept, ...needed];
    this.#stale = true;
  }

  /** Whether a point with these bounds, or one that ties with a known one, may be new. @param row objectives at 0, joint sums from `from` */
  reaches(row: Float64Array, from: number): boolean {
    if (this.#joint.length === 0 || this.#corners.length > this.#most) return true;
    if (this.#stale) this.#flatten();
    const [flat, joint] = [this.#flat, this.#joint.length];
    const dims = this.#step.length;
    const width = dims + joint;
    const count = flat.length / width;
    // What reached a corner mostly does so again with its next variable taken.
    if (this.#last < count && this.#at(this.#last * width, row, from)) return true;
    for (let corner = 0; corner < count; corner++) {
      if (this.#at(corner * width, row, from)) {
        this.#last = corner;
        return true;
      }
    }
    return false;
  }

  #at(base: number, row: Float64Array, from: number): boolean {
    const flat = this.#flat;
    const dims = this.#step.length;
    for (let j = 0; j < dims; j++) if (row[j] < flat[base + j]) return false;
    for (let k = 0; k < this.#joint.length; k++) if (row[from + k] < flat[base + dims + k]) return false;
    return true;
  }

  #flatten(): void {
    const dims = this.#step.length;
    const all = this.#step.some((step) => step <= 0) ? this.#corners : [...this.#corners, ...this.#known];
    const width = dims + this.#joint.length;
    const flat = new Float64Array(all.length * width);
    all.forEach((corner, i) => {
      flat.set(corner, i * width);
      this.#joint.forEach((weights, k) => {
        let sum = -this.#slack[k];
        for (let j = 0; j < dims; j++) sum += weights[j] * corner[j];
        flat[i * width + dims + k] = sum;
      });
    });
    this.#flat = flat;
    this.#stale = false;
  }
}
