import { type PrimBox, type PrimData, type PrimLimit, primBox } from "./prim-box.ts";

/**
 * Widens a box where peeling took off too much: again and again one end of one input is moved out by a small part of the
 * draws inside, the one that raises the density most, as long as one does not lower it and brings in something of interest.
 *
 * Friedman & Fisher (1999), section 8.2; they ask for a rise, here a step that keeps the density is taken too, since it can
 * only add coverage. Cost O(inputs × draws) a step.
 *
 * @param paste share of the draws inside that a step adds, if equal values allow
 */
export function primPaste(data: PrimData, box: PrimBox, paste = 0.01): PrimBox {
  let current = box;
  for (;;) {
    let best: PrimBox | null = null;
    for (const limit of current.limits) {
      for (const low of [true, false]) {
        const moved = movedOut(data, current, limit, low, paste);
        if (moved === null) continue;
        const wider = primBox(
          data,
          current.limits.map((other) => (other === limit ? moved : other)),
        );
        if (wider.hits === current.hits || wider.density < current.density) continue;
        if (
          best === null ||
          wider.density > best.density ||
          (wider.density === best.density && wider.hits > best.hits)
        )
          best = wider;
      }
    }
    if (best === null) return current;
    current = best;
  }
}

/** The limit with one end further out; null where it has none, or nothing lies beyond it. */
function movedOut(
  { inputs }: PrimData,
  box: PrimBox,
  limit: PrimLimit,
  low: boolean,
  paste: number,
): PrimLimit | null {
  if (low ? limit.from === -Infinity : limit.to === Infinity) return null;
  const others = box.limits.filter((other) => other !== limit);
  const values = inputs[limit.input];
  const beyond: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (low ? values[i] >= limit.from : values[i] <= limit.to) continue;
    if (others.every(({ input, from, to }) => inputs[input][i] >= from && inputs[input][i] <= to))
      beyond.push(values[i]);
  }
  if (beyond.length === 0) return null;
  beyond.sort((a, b) => (low ? b - a : a - b));
  const last = beyond[Math.min(beyond.length, Math.max(1, Math.floor(paste * box.inside))) - 1];
  const next = beyond.find((value) => (low ? value < last : value > last));
  const end = next === undefined ? (low ? -Infinity : Infinity) : last;
  return low ? { ...limit, from: end } : { ...limit, to: end };
}
