import { cholesky } from "../linear/cholesky.ts";
import { type StreamKey, streamKey } from "../sampling/stream-key.ts";
import { drawStream } from "../sampling/stream-uniforms.ts";
import type { Polytope } from "./polytope.ts";
import type { PolytopeCentre } from "./polytope-centre.ts";

/** Nearly uniform points of a polytope, each the end of a chain of its own. */
export interface ChainSampler {
  /** In how many directions the polytope extends; 0 is a single point. */
  readonly directions: number;
  /** Steps of every chain. */
  readonly length: number;
  /** The point of one draw: a function of polytope, stream key and draw alone. */
  draw(key: StreamKey, draw: number, out: Float64Array): void;
}

/**
 * Coordinate hit-and-run with rounding (Haraldsdóttir, Cousins, Thiele, Fleming & Vempala 2017, "CHRR", Bioinformatics 33;
 * hit-and-run: Smith 1984).
 *
 * The polytope is first stretched until its covariance is near the identity, by three pilot chains of fixed length and seed,
 * which also leave 256 scattered starting points. Each draw then starts at one of these and takes `length` steps along
 * axes chosen at random, with random numbers of its own. `chainStudy` measures what is left of the start; by default
 * `length` is 30 + 6·directions + directions², enough that 200,000 draws do not tell its marginals from exact ones for 4 to 10
 * weights in strict order (distances 0.003–0.004 where chance alone gives 0.005); `chain-study.long.ts` has more cases.
 *
 * Preparation costs about directions³ steps and more; a step costs O(rows), some 50–150 ns.
 */
export function chainSampler(
  polytope: Polytope,
  centre: Extract<PolytopeCentre, { kind: "centre" }>,
  length: number = defaultLength(centre.directions.length),
): ChainSampler {
  const loose = polytope.atMost.filter((_, at) => !centre.tight.includes(at));
  const count = centre.directions.length;
  if (count === 0) return { directions: 0, length: 0, draw: (_key, _draw, out) => out.set(centre.point) };
  let frame = frameOf(loose, centre.point, centre.directions);
  let starts: Float64Array = new Float64Array(count);
  for (let round = 0; round < 3; round++) {
    const pilot = pilotChain(frame, starts.subarray(0, count), round);
    frame = rounded(loose, frame, pilot);
    starts = pilot.visited;
    for (let s = 0; s < starts.length; s += count) inNewAxes(starts.subarray(s, s + count), pilot);
  }
  const room = new Float64Array(loose.length);
  const at = new Float64Array(count);
  const pool = starts.length / count;
  const { rows, origin, axes, speeds } = frame;
  return {
    directions: count,
    length,
    draw(key, draw, out) {
      const uniform = drawStream(key, draw);
      const start = Math.floor(uniform() * pool) * count;
      at.set(starts.subarray(start, start + count));
      enter(frame, at, room);
      for (let step = 0; step < length; step++) move(speeds, rows, room, at, uniform);
      for (let i = 0; i < origin.length; i++) {
        let x = origin[i];
        for (let k = 0; k < count; k++) x += at[k] * axes[k][i];
        out[i] = x;
      }
    },
  };
}

export function defaultLength(directions: number): number {
  return 30 + 6 * directions + directions * directions;
}

/** x = origin + Σ y_k axes_k, and the rows in terms of y. */
interface Frame {
  readonly rows: number;
  readonly origin: Float64Array;
  readonly axes: readonly Float64Array[];
  /** Change of each row along each axis, `[axis * rows + row]`. */
  readonly speeds: Float64Array;
  /** Room of each row at the origin. */
  readonly room: Float64Array;
}

function frameOf(rows: Polytope["atMost"], origin: Float64Array, axes: readonly Float64Array[]): Frame {
  const speeds = new Float64Array(axes.length * rows.length);
  const room = new Float64Array(rows.length);
  for (const [r, { coefficients, bound }] of rows.entries()) {
    room[r] = bound;
    for (let i = 0; i < origin.length; i++) room[r] -= coefficients[i] * origin[i];
    for (const [k, axis] of axes.entries()) {
      for (let i = 0; i < origin.length; i++) speeds[k * rows.length + r] += coefficients[i] * axis[i];
    }
  }
  return { rows: rows.length, origin, axes, speeds, room };
}

/** Room of every row at a point y. */
function enter({ rows, speeds, room: atOrigin }: Frame, y: Float64Array, room: Float64Array): void {
  for (let r = 0; r < rows; r++) room[r] = atOrigin[r];
  for (let k = 0; k < y.length; k++) {
    for (let r = 0; r < rows; r++) room[r] -= y[k] * speeds[k * rows + r];
  }
}

/** One step: to a uniform point of the chord along a random axis. Uses two uniform numbers. */
function move(
  speeds: Float64Array,
  rows: number,
  room: Float64Array,
  y: Float64Array,
  uniform: () => number,
): void {
  const axis = Math.floor(uniform() * y.length);
  const part = uniform();
  let low = -Infinity;
  let high = Infinity;
  const from = axis * rows;
  for (let r = 0; r < rows; r++) {
    const speed = speeds[from + r];
    const left = Math.max(room[r], 0);
    if (speed > 1e-13) {
      if (left < high * speed) high = left / speed;
    } else if (speed < -1e-13 && left < low * speed) low = left / speed;
  }
  const step = low + part * (high - low);
  if (!Number.isFinite(step)) throw new RangeError(`the region has no end: a chord from ${low} to ${high}`);
  y[axis] += step;
  for (let r = 0; r < rows; r++) room[r] -= step * speeds[from + r];
}

interface Pilot {
  readonly mean: Float64Array;
  /** Cholesky's factor of the covariance, `[row * axes + column]`. */
  readonly spread: Float64Array;
  /** Scattered points of the chain, one after the other. */
  readonly visited: Float64Array;
}

const kept = 256;

function pilotChain(frame: Frame, start: Float64Array, round: number): Pilot {
  const count = frame.axes.length;
  const apart = 20 * count;
  const uniform = drawStream(streamKey(0, "pilot of a polytope"), round);
  const y = start.slice();
  const room = new Float64Array(frame.rows);
  const visited = new Float64Array(kept * count);
  const mean = new Float64Array(count);
  const products = new Float64Array(count * count);
  let seen = 0;
  for (let s = -kept / 4; s < kept; s++) {
    // Entered anew now and then, so that rounding never adds up.
    enter(frame, y, room);
    for (let step = 0; step < apart; step++) {
      move(frame.speeds, frame.rows, room, y, uniform);
      if (s < 0 || step % 4 !== 0) continue;
      seen++;
      for (let i = 0; i < count; i++) {
        mean[i] += y[i];
        for (let j = 0; j <= i; j++) products[i * count + j] += y[i] * y[j];
      }
    }
    if (s >= 0) visited.set(y, s * count);
  }
  for (let i = 0; i < count; i++) mean[i] /= seen;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) products[i * count + j] = products[i * count + j] / seen - mean[i] * mean[j];
  }
  const factor = cholesky(products, count, 1e-14);
  if (factor.kind !== "factor") throw new Error(`a covariance with a negative part at row ${factor.row}`);
  for (let i = 0; i < count; i++) {
    if (factor.lower[i * count + i] === 0) throw new Error(`the pilot chain never moved along axis ${i}`);
  }
  return { mean, spread: factor.lower, visited };
}

/** Origin at the mean, axes along the spread. */
function rounded(rows: Polytope["atMost"], { origin, axes }: Frame, { mean, spread }: Pilot): Frame {
  const count = axes.length;
  const moved = origin.map((x, i) => x + axes.reduce((sum, axis, k) => sum + mean[k] * axis[i], 0));
  const turned = axes.map((_, column) =>
    Float64Array.from(origin, (__, i) =>
      axes.reduce((sum, axis, row) => sum + spread[row * count + column] * axis[i], 0),
    ),
  );
  return frameOf(rows, moved, turned);
}

/** y ← L⁻¹ (y − mean). */
function inNewAxes(y: Float64Array, { mean, spread }: Pilot): void {
  const count = y.length;
  for (let i = 0; i < count; i++) {
    let rest = y[i] - mean[i];
    for (let k = 0; k < i; k++) rest -= spread[i * count + k] * y[k];
    y[i] = rest / spread[i * count + i];
  }
}
