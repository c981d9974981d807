import { join } from "node:path";
import { expect, test } from "vitest";
import { runInTest } from "./run-in-test.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** Must not change unnoticed: read the difference before updating it. Where it changes, README.md shows the same. */
test("the comparison of the Muscat case reads as it did", async () => {
  const ran = await runInTest(["compare", "cases/muscat-2026", "--central", "--width", "120"], { cwd: root });
  expect(ran).toMatchObject({ code: 0, err: "" });
  await expect(ran.out).toMatchFileSnapshot(join(import.meta.dirname, "__snapshots__", "compare-muscat.txt"));
});
