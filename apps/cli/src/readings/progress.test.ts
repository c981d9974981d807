import { expect, test } from "vitest";
import { progressText } from "./progress.ts";

test.each([
  [0, 0, 0, "Readings: 0 of 10,000"],
  // A quarter in one second: three are left.
  [0, 2500, 1000, "Readings: 2,500 of 10,000, about 3 s left"],
  // What was there before took no time.
  [5000, 7500, 2000, "Readings: 7,500 of 10,000, about 2 s left"],
  [0, 100, 10_000, "Readings: 100 of 10,000, about 17 min left"],
  [0, 1, 2000, "Readings: 1 of 10,000, about 5.6 h left"],
  [0, 10_000, 9000, "Readings: 10,000 of 10,000"],
])("%i before, %i done after %i ms: %s", (first, done, elapsed, text) => {
  expect(progressText(first, done, 10_000, elapsed)).toBe(text);
});
