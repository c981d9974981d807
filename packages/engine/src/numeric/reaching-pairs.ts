import { above, descendingOrder } from "./descending-order.ts";

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
export function reachingPairs(
  a: WeightedPoints,
  b: WeightedPoints,
  dims: number,
  floors: ArrayLike<number>,
): bigint {
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

/** `met[p]` += weight of the points that have what p needs. */
function meet1(need: Float64Array, have: Float64Array, weights: Float64Array, met: Float64Array): void {
  const points = descendingOrder(have);
  let at = 0;
  let sum = 0;
  const askers = descendingOrder(need);
  for (const p of askers) {
    while (at < points.length && have[points[at]] >= need[p]) sum += weights[points[at++]];
    met[p] = sum;
  }
}

/** For each need, how many reach it; for each that one has, how many are larger. */
function ranks(need: Float64Array, have: Float64Array): { needRank: Int32Array; haveRank: Int32Array } {
  const sorted = have.slice().sort();
  const { length } = sorted;
  return {
    needRank: Int32Array.from(need, (value) => length - above(sorted, value, false)),
    haveRank: Int32Array.from(have, (value) => length - above(sorted, value, true)),
  };
}

function meet2(
  needs: readonly Float64Array[],
  have: readonly Float64Array[],
  weights: Float64Array,
  met: Float64Array,
): void {
  const { needRank, haveRank } = ranks(needs[1], have[1]);
  const tree = new Float64Array(weights.length + 1);
  const points = descendingOrder(have[0]);
  let at = 0;
  for (const p of descendingOrder(needs[0])) {
    while (at < points.length && have[0][points[at]] >= needs[0][p]) {
      const q = points[at++];
      for (let i = haveRank[q] + 1; i < tree.length; i += i & -i) tree[i] += weights[q];
    }
    let sum = 0;
    for (let i = needRank[p]; i > 0; i -= i & -i) sum += tree[i];
    met[p] = sum;
  }
}

const BLOCK = 32;

/**
 * Events (points and askers) in descending first dimension, points before askers at equal values. Halves are merged by the
 * second, with a Fenwick tree over the third; blocks of a few are compared one by one.
 */
function meet3(
  needs: readonly Float64Array[],
  have: readonly Float64Array[],
  weights: Float64Array,
  met: Float64Array,
): void {
  const points = weights.length;
  const events = points + needs[0].length;
  const first = new Float64Array(events);
  first.set(have[0]);
  first.set(needs[0], points);
  const order = descendingOrder(first);
  const { needRank, haveRank } = ranks(needs[2], have[2]);
  let second = new Float64Array(events);
  let who = new Int32Array(events);
  const third = new Int32Array(events);
  for (let i = 0; i < events; i++) {
    const e = order[i];
    who[i] = e;
    second[i] = e < points ? have[1][e] : needs[1][e - points];
    third[e] = e < points ? haveRank[e] + 1 : needRank[e - points];
  }
  const found = new Float64Array(events);
  for (let start = 0; start < events; start += BLOCK)
    blockOf(start, Math.min(start + BLOCK, events), points, second, who, third, weights, found);
  const tree = new Float64Array(points + 2);
  let [secondTo, whoTo] = [new Float64Array(events), new Int32Array(events)];
  for (let width = BLOCK; width < events; width *= 2) {
    for (let start = 0; start < events; start += 2 * width) {
      const middle = Math.min(start + width, events);
      const end = Math.min(start + 2 * width, events);
      let [a, out] = [start, start];
      for (let b = middle; b < end; b++) {
        const need = second[b];
        while (a < middle && second[a] >= need) {
          const q = who[a];
          if (q < points) for (let i = third[q]; i < tree.length; i += i & -i) tree[i] += weights[q];
          secondTo[out] = second[a];
          whoTo[out++] = who[a++];
        }
        const asker = who[b];
        if (asker >= points) {
          let sum = 0;
          for (let i = third[asker]; i > 0; i &= i - 1) sum += tree[i];
          found[asker] += sum;
        }
        secondTo[out] = need;
        whoTo[out++] = asker;
      }
      for (let back = start; back < a; back++) {
        const q = who[back];
        if (q < points) for (let i = third[q]; i < tree.length && tree[i] !== 0; i += i & -i) tree[i] = 0;
      }
      secondTo.set(second.subarray(a, middle), out);
      whoTo.set(who.subarray(a, middle), out);
    }
    [second, secondTo, who, whoTo] = [secondTo, second, whoTo, who];
  }
  met.set(found.subarray(points));
}

/** One block: askers against the points before them, then sorted by the second dimension. */
function blockOf(
  start: number,
  end: number,
  points: number,
  second: Float64Array,
  who: Int32Array,
  third: Int32Array,
  weights: Float64Array,
  found: Float64Array,
): void {
  for (let b = start; b < end; b++) {
    const asker = who[b];
    if (asker < points) continue;
    let sum = 0;
    for (let a = start; a < b; a++) {
      if (who[a] < points && second[a] >= second[b] && third[who[a]] <= third[asker]) sum += weights[who[a]];
    }
    found[asker] += sum;
  }
  for (let i = start + 1; i < end; i++) {
    const [value, id] = [second[i], who[i]];
    let to = i;
    for (; to > start && second[to - 1] < value; to--) {
      second[to] = second[to - 1];
      who[to] = who[to - 1];
    }
    second[to] = value;
    who[to] = id;
  }
}

const CHUNK_WORDS = 1 << 21;

/** One row of bits per asker over the points, points of one weight side by side from a fresh word on. */
function meetBits(
  needs: readonly Float64Array[],
  have: readonly Float64Array[],
  weights: Float64Array,
  met: Float64Array,
): void {
  const byWeight = descendingOrder(weights);
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
  const pointsBy = have.map((values) => descendingOrder(values));
  const askersBy = needs.map((values) => descendingOrder(values));
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
