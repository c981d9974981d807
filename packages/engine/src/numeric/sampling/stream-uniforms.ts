import { philoxBlock } from "./philox-block.ts";
import type { StreamKey } from "./stream-key.ts";

/** Draws of a stream are numbered from 0 and stay below this. */
const mostDraws = 2 ** 32 - 2;

/**
 * Uniform numbers of consecutive draws of a stream, strictly between 0 and 1, of 52 bits.
 *
 * Number n of a stream is a function of stream and n alone: filling 0–99 gives what filling 0–49 and 50–99 gives. Draws
 * 2n and 2n + 1 are the two halves of the Philox block with counter (n, 0, input). About 25 ns each.
 *
 * @param first number of the draw that goes to `out[0]`
 */
export function streamUniforms(key: StreamKey, first: number, out: Float64Array): void {
  if (!(first >= 0 && first + out.length <= mostDraws))
    throw new RangeError(`draws are numbered below ${mostDraws}: ${first}`);
  const words = new Uint32Array(4);
  let block = -1;
  for (let i = 0; i < out.length; i++) {
    const draw = first + i;
    const wanted = Math.floor(draw / 2);
    if (wanted !== block) {
      block = wanted;
      philoxBlock(words, block, 0, key.input[0], key.input[1], key.seed[0], key.seed[1]);
    }
    const at = draw % 2 === 0 ? 0 : 2;
    out[i] = openUniform(words[at], words[at + 1]);
  }
}

/**
 * As many uniform numbers as a draw needs, strictly between 0 and 1: a stream of its own for each draw of an input,
 * independent of `streamUniforms` of the same key. The counter is (block, draw + 1, input).
 *
 * @returns a function that gives the next number of the draw's stream at every call
 */
export function drawStream(key: StreamKey, draw: number): () => number {
  if (!(draw >= 0 && draw < mostDraws))
    throw new RangeError(`draws are numbered below ${mostDraws}: ${draw}`);
  const words = new Uint32Array(4);
  let block = 0;
  let at = 4;
  return () => {
    if (at === 4) {
      philoxBlock(words, block++, draw + 1, key.input[0], key.input[1], key.seed[0], key.seed[1]);
      at = 0;
    }
    const value = openUniform(words[at], words[at + 1]);
    at += 2;
    return value;
  };
}

/** A whole number from the words that neither of the above uses: counter (which, 2^32 − 1, input). */
export function streamWords(key: StreamKey, which: number): Uint32Array {
  const words = new Uint32Array(4);
  philoxBlock(words, which, 0xffffffff, key.input[0], key.input[1], key.seed[0], key.seed[1]);
  return words;
}

/** The middle of one of 2^52 equal parts of the unit interval; never 0 or 1, and exact in a double. */
function openUniform(high: number, low: number): number {
  return ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 52;
}
