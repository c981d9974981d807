import type { Given } from "../../../model/case.ts";
import { centralValue } from "../../../model/central-value.ts";
import type { DurableChances, DurableSample } from "./durable-sample.ts";
import type { Flip } from "./rests-on-result.ts";

/** Values of the entry at which the ranking is looked at, and how often the step in which it changes is halved. */
const looks = 5;
const halvings = 4;

/**
 * Where another framing comes to lead as one entry is pinned to values across its range, on the same draws.
 *
 * Looked at in five places, the ends and the middle among them, and closer where the leader changes; a change and its
 * reversal inside one step are not seen. `from` is the framing that leads with the entry at its middle.
 *
 * @param path of the entry, as it stands in the case
 */
export function flipOf(sample: DurableSample, path: string): Flip {
  const { subject } = sample;
  const entry = subject.entries.findIndex((one) => one.path === path);
  if (entry < 0) return { kind: "not-scalar" };
  const { given } = subject.entries[entry];
  const ids = subject.framings.map(({ id }) => id);
  const at = (value: number): Look => ({ value, ...lead(sample.pinned(entry, value)) });
  const values = placesIn(given);
  const middle = centralValue(given);
  const seen = values.map(at);
  const start = seen.find(({ value }) => value === middle) ?? at(middle);
  const from = start.leader;
  const others = seen
    .filter(({ leader }) => leader !== from)
    .sort((a, b) => Math.abs(a.value - middle) - Math.abs(b.value - middle));
  if (others.length === 0) return { kind: "none-in-range", leads: ids[from] };
  const clear = others.find((look) => isClear(look, from));
  if (clear === undefined) {
    const [near] = others;
    return { kind: "within-error", from: ids[from], to: ids[near.leader], near: near.value };
  }
  let [here, there] = [start, clear];
  for (const look of seen) {
    const between = (look.value - start.value) * (clear.value - look.value) > 0;
    if (!between) continue;
    if (look.leader === from) {
      if (Math.abs(look.value - middle) > Math.abs(here.value - middle)) here = look;
    }
  }
  for (const look of seen) {
    const between = (look.value - here.value) * (there.value - look.value) > 0;
    if (between && look.leader !== from) there = look;
  }
  for (let halving = 0; halving < halvings; halving++) {
    const look = at((here.value + there.value) / 2);
    if (look.leader === from) here = look;
    else there = look;
  }
  const between = [here.value, there.value].sort((a, b) => a - b);
  return { kind: "flip", from: ids[from], to: ids[there.leader], between: [between[0], between[1]] };
}

interface Look {
  readonly value: number;
  readonly leader: number;
  readonly chances: DurableChances;
}

/** The framing that most often ends durable; the first of those that tie. */
function lead(chances: DurableChances): Omit<Look, "value"> {
  return { leader: chances.means.indexOf(Math.max(...chances.means)), chances };
}

/** Whether the leader is ahead of another framing by more than two standard errors, draw against draw. */
function isClear({ leader, chances: { means, draws } }: Look, other: number): boolean {
  const mean = means[leader] - means[other];
  const count = draws[leader].length;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (draws[leader][i] - draws[other][i] - mean) ** 2;
  return mean > 2 * Math.sqrt(squares / (count * Math.max(1, count - 1)));
}

function placesIn(given: Given): number[] {
  if (given.kind === "number") return [given.value];
  const { low, high } = given;
  const places = Array.from({ length: looks }, (_, k) => low + ((high - low) * k) / (looks - 1));
  return [...new Set([...places, centralValue(given)])].sort((a, b) => a - b);
}
