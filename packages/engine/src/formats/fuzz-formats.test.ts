import { expect, test } from "vitest";
import { readDamaged } from "./fuzz-formats.oracle.ts";
import {
  asBytes,
  ferryNegmas,
  fieldGenius,
  orchardGenius,
  picnicGeniusWeb,
  wellGenius,
} from "./small-domains.oracle.ts";

const folders = [ferryNegmas, fieldGenius, orchardGenius, picnicGeniusWeb, wellGenius].map(asBytes);

test("damaged files are read or refused with problems, never anything else (500 of them)", async () => {
  let read = 0;
  for (let seed = 0; seed < 500; seed++) if (await readDamaged(folders, seed)) read++;
  // Both happen, or the damage would test nothing.
  expect(read).toBeGreaterThan(25);
  expect(read).toBeLessThan(400);
});
