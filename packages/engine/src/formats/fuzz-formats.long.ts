import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

const small = [ferryNegmas, fieldGenius, orchardGenius, picnicGeniusWeb, wellGenius].map(asBytes);
const folder = join(process.env.PARLEY_CONFORMANCE ?? "", "genius");
// The largest takes a hundred times as long as the others together and adds nothing new.
const names = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "Travel")
      .map(({ name }) => name)
  : [];
const real = names.map((name) =>
  Object.fromEntries(
    readdirSync(join(folder, name)).map((file) => [
      file,
      new Uint8Array(readFileSync(join(folder, name, file))),
    ]),
  ),
);

const COUNT = 100_000;

test(`${COUNT} damaged inputs are read or refused with problems, never anything else${real.length === 0 ? " (without the conformance folder: small ones only)" : ""}`, {
  timeout: 3_600_000,
}, async () => {
  let read = 0;
  for (let seed = 0; seed < COUNT; seed++)
    if (await readDamaged(seed % 4 === 0 && real.length > 0 ? real : small, seed)) read++;
  expect(read).toBeGreaterThan(COUNT / 20);
});
