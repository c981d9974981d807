/**
 * Counts of values in fixed bins, from which percentiles are read. Two sketches of one grid are joined by adding counts:
 * in whatever order, the same bytes. Bin k holds the values nearest to low + k · width, so that values on that grid are exact.
 */
export interface PercentileSketch {
  /** Centre of the first bin. */
  readonly low: number;
  readonly width: number;
  readonly counts: Float64Array;
  /** Least and greatest value seen; ±∞ of none. */
  least: number;
  greatest: number;
}

/** A sketch without its empty bins, as JSON-safe data. */
export interface PackedSketch {
  readonly low: number;
  readonly width: number;
  readonly bins: number;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Bin and count, in rising order of bins. */
  readonly counts: readonly (readonly [bin: number, count: number])[];
}

/**
 * An empty sketch whose bins lie from `low` to `high`, both ends bin centres. Values outside are counted in the end bins;
 * percentiles there are the least or greatest value seen.
 *
 * @param bins at least 2
 */
export function percentileSketch(low: number, high: number, bins: number): PercentileSketch {
  if (!(low < high && Number.isInteger(bins) && bins >= 2))
    throw new RangeError(`no bins: ${bins} from ${low} to ${high}`);
  return {
    low,
    width: (high - low) / (bins - 1),
    counts: new Float64Array(bins),
    least: Infinity,
    greatest: -Infinity,
  };
}

export function sketchAll(sketch: PercentileSketch, values: ArrayLike<number>): void {
  const { low, width, counts } = sketch;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) throw new RangeError(`a sketch holds finite values: ${value}`);
    counts[Math.min(counts.length - 1, Math.max(0, Math.round((value - low) / width)))]++;
    if (value < sketch.least) sketch.least = value;
    if (value > sketch.greatest) sketch.greatest = value;
  }
}

/** Adds another sketch of the same grid to the first. */
export function joinSketch(to: PercentileSketch, other: PercentileSketch): void {
  if (to.low !== other.low || to.width !== other.width || to.counts.length !== other.counts.length) {
    throw new RangeError(`sketches of two grids: ${to.low} by ${to.width}, ${other.low} by ${other.width}`);
  }
  for (let k = 0; k < to.counts.length; k++) to.counts[k] += other.counts[k];
  to.least = Math.min(to.least, other.least);
  to.greatest = Math.max(to.greatest, other.greatest);
}

/**
 * The smallest value that at least the share p of all values does not exceed, to half a bin's width; exact in the end bins
 * where they hold nothing but the least or greatest value, and always between these.
 *
 * @returns `undefined` of no values
 */
export function percentile(sketch: PercentileSketch, p: number): number | undefined {
  let count = 0;
  for (const bin of sketch.counts) count += bin;
  if (count === 0) return undefined;
  const wanted = Math.max(1, Math.ceil(p * count - 1e-9));
  let below = 0;
  let k = 0;
  while (below + sketch.counts[k] < wanted) below += sketch.counts[k++];
  const centre = sketch.low + k * sketch.width;
  if (k === 0 && sketch.least < centre - sketch.width / 2) return sketch.least;
  if (k === sketch.counts.length - 1 && sketch.greatest > centre + sketch.width / 2) return sketch.greatest;
  return Math.min(sketch.greatest, Math.max(sketch.least, centre));
}

export function packSketch({ low, width, counts, least, greatest }: PercentileSketch): PackedSketch {
  const filled = [...counts.entries()].filter(([, count]) => count > 0);
  const any = filled.length > 0;
  return {
    low,
    width,
    bins: counts.length,
    least: any ? least : null,
    greatest: any ? greatest : null,
    counts: filled,
  };
}

export function unpackSketch({ low, width, bins, least, greatest, counts }: PackedSketch): PercentileSketch {
  const all = new Float64Array(bins);
  for (const [bin, count] of counts) all[bin] = count;
  return { low, width, counts: all, least: least ?? Infinity, greatest: greatest ?? -Infinity };
}
