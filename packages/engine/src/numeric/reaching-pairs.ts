/** Points with whole weights; `values[point * dims + dim]`. */
export interface WeightedPoints {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/**
 * How many pairs, one point of each list, together reach the floor in every dimension; a pair counts as the product of
 * its weights. The weights of either list must sum below 2^53.
 *
 * One dimension: sorted lists. Two: sorted lists and a Fenwick tree. Three: divide and conquer over the second on top
 * (offline dominance counting; Chazelle 1988). More: bit sets, one pass per dimension. Cost O(n log n), O(n log n),
 * O(n log² n), O(n² · dims / 32).
 */
export function reachingPairs(a: WeightedPoints, b: WeightedPoints, dims: number, floors: ArrayLike<number>): bigint {
  if (a.weights.length === 0 || b.weights.length === 0) return 0n;
  const open: number[] = [];
  for (let j = 0; j < dims; j++) {
    const [lowA, highA] = extent(a, dims, j);
    const [lowB, highB] = extent(b, dims, j);
    if (highA + highB < floors[j]) return 0n;
    if (lowA + lowB < floors[j]) open.push(j);
  }
  const needs = open.map((j) => Float64Array.from(a.weights, (_, p) => floors[j] - a.values[p * dims + j]));
  const have = open.map((j) => Float64Array.from(b.weights, (_, p) => b.values[p * dims + j]));
  const met = new Float64Array(a.weights.length);
  if (open.length === 0) met.fill(total(b.weights));
  else if (open.length === 1) meet1(needs[0], have[0], b.weights, met);
  else if (open.length === 2) meet2(needs, have, b.weights, met);
  else if (open.length === 3) meet3(needs, have, b.weights, met);
  else meetBits(needs, have, b.weights, met);
  let sum = 0n;
  let small = 0;
  for (let p = 0; p < met.length; p++) {
    const product = met[p] * a.weights[p];
    if (small + product < 2 ** 53) small += product;
    else sum += BigInt(met[p]) * BigInt(a.weights[p]);
  }
  return sum + BigInt(small);
}

function extent({ values, weights }: WeightedPoints, dims: number, j: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let p = 0; p < weights.length; p++) {
    const value = values[p * dims + j];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function total(weights: Float64Array): number {
  let sum = 0;
  for (let p = 0; p < weights.length; p++) sum += weights[p];
  return sum;
}

/** Indices by descending value. Float keys with their index packed beside them: sorting numbers is far faster than sorting by a function. */
function descendingBy(values: Float64Array): Int32Array {
  const order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((p, q) => values[q] - values[p]);
}

/** `met[p]` += weight of the points that have what p needs. */
function meet1(need: Float64Array, have: Float64Array, weights: Float64Array, met: Float64Array): void {
  const points = descendingBy(have);
  let at = 0;
  let sum = 0;
  const askers = descendingBy(need);
  for (const p of askers) {
    while (at < points.length && have[points[at]] >= need[p]) sum += weights[points[at++]];
    met[p] = sum;
  }
}

/** For each need, how many of `sorted` (descending) reach it; for each of `values`, its place. */
function ranks(need: Float64Array, have: Float64Array): { needRank: Int32Array; haveRank: Int32Array } {
  const points = descendingBy(have);
  const haveRank = new Int32Array(have.length);
  points.forEach((p, i) => {
    haveRank[p] = i;
  });
  const needRank = new Int32Array(need.length);
  let at = 0;
  for (const p of descendingBy(need)) {
    while (at < points.length && have[points[at]] >= need[p]) at++;
    needRank[p] = at;
  }
  return { needRank, haveRank };
}

function meet2(needs: readonly Float64Array[], have: readonly Float64Array[], weights: Float64Array, met: Float64Array): void {
  const { needRank, haveRank } = ranks(needs[1], have[1]);
  const tree = new Float64Array(weights.length + 1);
  const points = descendingBy(have[0]);
  let at = 0;
  for (const p of descendingBy(needs[0])) {
    while (at < points.length && have[0][points[at]] >= needs[0][p]) {
      const q = points[at++];
      for (let i = haveRank[q] + 1; i < tree.length; i += i & -i) tree[i] += weights[q];
    }
    let sum = 0;
    for (let i = needRank[p]; i > 0; i -= i & -i) sum += tree[i];
    met[p] = sum;
  }
}

/** Events in descending first dimension, points before askers at equal values; halves merged by the second; a Fenwick tree over the third. */
function meet3(needs: readonly Float64Array[], have: readonly Float64Array[], weights: Float64Array, met: Float64Array): void {
  const askers = needs[0].length;
  const events = askers + weights.length;
  const key0 = new Float64Array(events);
  const key1 = new Float64Array(events);
  key0.set(needs[0]);
  key0.set(have[0], askers);
  key1.set(needs[1]);
  key1.set(have[1], askers);
  const { needRank, haveRank } = ranks(needs[2], have[2]);
  const tree = new Float64Array(weights.length + 1);
  let from = new Int32Array(events);
  for (let i = 0; i < events; i++) from[i] = i;
  from.sort((x, y) => key0[y] - key0[x] || y - x);
  let to = new Int32Array(events);
  for (let width = 1; width < events; width *= 2) {
    for (let start = 0; start < events; start += 2 * width) {
      const middle = Math.min(start + width, events);
      const end = Math.min(start + 2 * width, events);
      let [a, b, out] = [start, middle, start];
      while (b < end) {
        const asker = from[b];
        while (a < middle && key1[from[a]] >= key1[asker]) {
          const q = from[a] - askers;
          if (q >= 0) for (let i = haveRank[q] + 1; i < tree.length; i += i & -i) tree[i] += weights[q];
          to[out++] = from[a++];
        }
        if (asker < askers) {
          let sum = 0;
          for (let i = needRank[asker]; i > 0; i -= i & -i) sum += tree[i];
          met[asker] += sum;
        }
        to[out++] = asker;
        b++;
      }
      for (let back = start; back < a; back++) {
        const q = from[back] - askers;
        if (q >= 0) for (let i = haveRank[q] + 1; i < tree.length && tree[i] !== 0; i += i & -i) tree[i] = 0;
      }
      while (a < middle) to[out++] = from[a++];
    }
    [from, to] = [to, from];
  }
}

const CHUNK_WORDS = 1 << 21;

/** One row of bits per asker over the points, points of one weight side by side from a fresh word on. */
function meetBits(needs: readonly Float64Array[], have: readonly Float64Array[], weights: Float64Array, met: Float64Array): void {
  const byWeight = descendingBy(weights);
  const bit = new Int32Array(weights.length);
  const wordWeight: number[] = [];
  let used = 32;
  byWeight.forEach((q, i) => {
    if (used === 32 || weights[q] !== weights[byWeight[i - 1]]) {
      wordWeight.push(weights[q]);
      used = 0;
    }
    bit[q] = (wordWeight.length - 1) * 32 + used++;
  });
  const words = wordWeight.length;
  const askers = met.length;
  const chunk = Math.max(1, Math.min(askers, Math.floor(CHUNK_WORDS / words)));
  const pointsBy = have.map((values) => descendingBy(values));
  const askersBy = needs.map((values) => descendingBy(values));
  const rows = new Int32Array(chunk * words);
  const running = new Int32Array(words);
  for (let first = 0; first < askers; first += chunk) {
    const end = Math.min(first + chunk, askers);
    rows.fill(-1);
    for (let j = 0; j < needs.length; j++) {
      running.fill(0);
      let at = 0;
      for (const p of askersBy[j]) {
        if (p < first || p >= end) continue;
        while (at < pointsBy[j].length && have[j][pointsBy[j][at]] >= needs[j][p]) {
          const place = bit[pointsBy[j][at++]];
          running[place >> 5] |= 1 << (place & 31);
        }
        const row = (p - first) * words;
        for (let w = 0; w < words; w++) rows[row + w] &= running[w];
      }
    }
    for (let p = first; p < end; p++) {
      let sum = 0;
      const row = (p - first) * words;
      for (let w = 0; w < words; w++) sum += ones(rows[row + w]) * wordWeight[w];
      met[p] = sum;
    }
  }
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
