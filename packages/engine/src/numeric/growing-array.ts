/** Numbers appended one after the other; `data` is longer than `length` and is replaced as it grows. */
export interface Growing<T extends Float64Array | Int32Array> {
  data: T;
  length: number;
}

export function growingFloats(capacity = 1024): Growing<Float64Array> {
  return { data: new Float64Array(capacity), length: 0 };
}

export function growingInts(capacity = 1024): Growing<Int32Array> {
  return { data: new Int32Array(capacity), length: 0 };
}

/** Makes room for `more` numbers after the last. Amortised O(1) per number. */
export function reserve<T extends Float64Array | Int32Array>(array: Growing<T>, more: number): void {
  const needed = array.length + more;
  if (needed <= array.data.length) return;
  const capacity = Math.max(needed, array.data.length * 2);
  const wider = (
    array.data instanceof Float64Array ? new Float64Array(capacity) : new Int32Array(capacity)
  ) as T;
  wider.set(array.data.subarray(0, array.length));
  array.data = wider;
}
