import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of one stored file, hex. */
export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * SHA-256 over the text of `case.yaml` and the stored sources, these in order of their names.
 *
 * Each part is preceded by its name and its length, so that no two cases have the same sequence of bytes.
 */
export function hashCase(caseText: Uint8Array, sources: Readonly<Record<string, Uint8Array>>): string {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  const add = (name: string, bytes: Uint8Array) =>
    hash.update(encoder.encode(`${name}\0${bytes.length}\0`)).update(bytes);
  add("case.yaml", caseText);
  for (const name of Object.keys(sources).toSorted()) add(name, sources[name]);
  return bytesToHex(hash.digest());
}
