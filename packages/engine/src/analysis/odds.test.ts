import { expect, test } from "vitest";
import { timesOdds } from "./odds.ts";

test("odds of 1 to 3 doubled are 2 to 3", () => expect(timesOdds(0.25, 2)).toBeCloseTo(0.4, 12));
test("halving undoes doubling", () => expect(timesOdds(timesOdds(0.3, 2), 0.5)).toBeCloseTo(0.3, 12));
test("certainty stays", () => expect([timesOdds(0, 5), timesOdds(1, 0.2)]).toEqual([0, 1]));
