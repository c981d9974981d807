import { expect, test } from "vitest";
import { hashOfText, streamKey } from "./stream-key.ts";

// RFC 9923 / the authors' test vectors for 64-bit FNV-1a.
test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("hash of %j", (text, hash) => {
  const [low, high] = hashOfText(text);
  expect(high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0")).toBe(hash);
});

test("text beyond ASCII is read as UTF-8", () => {
  expect(hashOfText("é")).not.toEqual(hashOfText("e"));
  // FNV-1a by the definition, in big integers.
  let wanted = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode("ایران 🕊"))
    wanted = ((wanted ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  expect(hashOfText("ایران 🕊")).toEqual([Number(wanted & 0xffffffffn), Number(wanted >> 32n)]);
});

test("a seed of more than 32 bits is kept whole", () => {
  expect(streamKey(2 ** 32 + 5, "x").seed).toEqual([5, 1]);
  expect(() => streamKey(-1, "x")).toThrow("-1");
  expect(() => streamKey(0.5, "x")).toThrow("0.5");
});
