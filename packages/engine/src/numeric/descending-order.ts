/** Indices by descending value, equal values by index. Sorting plain numbers and searching them is far faster than sorting by a function. */
export function descendingOrder(values: Float64Array): Int32Array {
  const sorted = values.slice().sort();
  const count = values.length;
  const places = new Int32Array(count + 1);
  const rank = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    rank[i] = count - above(sorted, values[i], true);
    places[rank[i] + 1]++;
  }
  for (let i = 0; i < count; i++) places[i + 1] += places[i];
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[places[rank[i]]++] = i;
  return order;
}

/** In ascending numbers, the first place above the value; or, not `strictly`, at or above it. */
export function above(sorted: Float64Array, value: number, strictly: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > value || (!strictly && sorted[middle] === value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
