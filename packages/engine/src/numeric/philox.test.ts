import { expect, test } from "vitest";
import { philox4x32, philoxStream } from "./philox.ts";

const hex = (words: Uint32Array) => [...words].map((w) => w.toString(16).padStart(8, "0")).join(" ");

// Random123, tests/kat_vectors, lines "philox4x32 10".
test.each([
  [[0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    "408f276d 41c83b0e a20bc7c6 6d5451fd",
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
])("known answer for counter %j, key %j", (counter, key, answer) => {
  expect(hex(philox4x32(counter, key))).toBe(answer);
});

test("a stream repeats itself and differs from its neighbour", () => {
  const take = (stream: number) => Array.from({ length: 6 }, philoxStream(7, stream));
  expect(take(1)).toEqual(take(1));
  expect(take(1)).not.toEqual(take(2));
});

test("the mean of many draws is near one half", () => {
  const draw = philoxStream(1, 0);
  let sum = 0;
  for (let i = 0; i < 10_000; i++) sum += draw();
  expect(sum / 10_000).toBeCloseTo(0.5, 1);
});
