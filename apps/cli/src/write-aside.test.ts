import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeAside } from "./write-aside.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-write-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("writes a new file and leaves nothing beside it", () => {
  writeAside(join(folder, "case.yaml"), "one", { replace: false });
  expect(readdirSync(folder)).toEqual(["case.yaml"]);
  expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe("one");
});

test("replaces a file only when told to", () => {
  writeFileSync(join(folder, "case.yaml"), "one");
  expect(() => writeAside(join(folder, "case.yaml"), "two", { replace: false })).toThrow(
    "there is one already",
  );
  expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe("one");
  writeAside(join(folder, "case.yaml"), "two", { replace: true });
  expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe("two");
  expect(readdirSync(folder)).toEqual(["case.yaml"]);
});

test("a folder that is not there is bad input", () => {
  expect(() => writeAside(join(folder, "none", "case.yaml"), "one", { replace: true })).toThrow(
    "there is no such folder",
  );
});
