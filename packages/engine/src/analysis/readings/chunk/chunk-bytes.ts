import { hashOf } from "../../../model/case-hash.ts";
import type { Checked, Problem } from "../../../model/problem.ts";
import { contractVersion, type Manifest } from "./manifest.ts";
import type { ChunkResult } from "./run-chunk.ts";
import type { Tally } from "./tally.ts";

/*
 * A chunk as bytes: eight letters, two 32-bit lengths (of what follows up to the hash, of the head), the head in JSON, zeros
 * up to a multiple of eight, the arrays in the order of the head (little-endian), the SHA-256 of all before it.
 */
const letters = "PARLEY-R";
const hashBytes = 32;
const fixedBytes = letters.length + 8;

const kinds = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array } as const;
type Kind = keyof typeof kinds;
type Numbers = Float64Array | Uint32Array | Uint16Array;

interface Head {
  readonly contract: number;
  readonly manifest: string;
  readonly case: string;
  readonly seed: number;
  readonly index: number;
  readonly first: number;
  readonly count: number;
  readonly sampled: number;
  readonly arrays: readonly (readonly [name: string, kind: Kind, length: number])[];
}

/** A chunk as bytes to be kept or sent, and their address: the SHA-256 of all of them, hex. */
export function encodeChunk(
  manifest: Manifest,
  chunk: ChunkResult,
): { readonly bytes: Uint8Array; readonly address: string } {
  const arrays = arraysOf(chunk);
  const head: Head = {
    contract: contractVersion,
    manifest: chunk.manifest,
    case: manifest.case.hash,
    seed: manifest.seed,
    index: chunk.index,
    first: chunk.first,
    count: chunk.count,
    sampled: chunk.sampled,
    arrays: arrays.map(([name, array]) => [name, kindOf(array), array.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const from = toEight(fixedBytes + text.length);
  const length = arrays.reduce((sum, [, array]) => sum + toEight(array.byteLength), from);
  const bytes = new Uint8Array(length + hashBytes);
  bytes.set(new TextEncoder().encode(letters));
  const view = new DataView(bytes.buffer);
  view.setUint32(letters.length, length, true);
  view.setUint32(letters.length + 4, text.length, true);
  bytes.set(text, fixedBytes);
  let at = from;
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += toEight(array.byteLength);
  }
  bytes.set(fromHex(hashOf(bytes.subarray(0, length))), length);
  return { bytes, address: hashOf(bytes) };
}

/** The chunk in some bytes, or why it is not one of this run: it is refused by name. */
export function decodeChunk(manifest: Manifest, bytes: Uint8Array, name = "chunk"): Checked<ChunkResult> {
  const refuse = (code: string, message: string, hint = ""): Checked<ChunkResult> => {
    const problem: Problem = {
      code,
      severity: "error",
      path: name,
      file: name,
      line: 0,
      column: 0,
      message: `${name}: ${message}`,
      hint,
    };
    return { ok: false, problems: [problem] };
  };
  const again = "compute it again";
  if (bytes.length < fixedBytes || new TextDecoder().decode(bytes.subarray(0, letters.length)) !== letters) {
    return refuse("not-a-chunk", "this is not a chunk of readings");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(letters.length, true);
  const headLength = view.getUint32(letters.length + 4, true);
  if (bytes.length !== length + hashBytes || fixedBytes + headLength > length) {
    return refuse(
      "chunk-truncated",
      `it has ${bytes.length} bytes, not the ${length + hashBytes} it should`,
      again,
    );
  }
  const hash = hashOf(bytes.subarray(0, length));
  if (hash !== toHex(bytes.subarray(length)))
    return refuse("chunk-damaged", "its bytes do not match its hash", again);
  const head = JSON.parse(
    new TextDecoder().decode(bytes.subarray(fixedBytes, fixedBytes + headLength)),
  ) as Head;
  if (head.contract !== contractVersion) {
    return refuse(
      "other-version",
      `it is of version ${head.contract} of the contract, not ${contractVersion}`,
      again,
    );
  }
  if (head.case !== manifest.case.hash)
    return refuse("other-case", `it is of case ${short(head.case)}, not ${short(manifest.case.hash)}`);
  if (head.seed !== manifest.seed)
    return refuse("other-seed", `it is of seed ${head.seed}, not ${manifest.seed}`);
  if (head.manifest !== manifest.id) {
    return refuse("other-run", `it is of run ${short(head.manifest)}, not ${short(manifest.id)}`);
  }
  const arrays = new Map<string, Numbers>();
  let at = toEight(fixedBytes + headLength);
  for (const [array, kind, size] of head.arrays) {
    const length = size * kinds[kind].BYTES_PER_ELEMENT;
    arrays.set(array, new kinds[kind](bytes.slice(at, at + length).buffer));
    at += toEight(length);
  }
  const { index, first, count, sampled } = head;
  const tally = Object.fromEntries(
    [...arrays].flatMap(([array, numbers]) =>
      array.startsWith("tally.") ? [[array.slice("tally.".length), numbers]] : [],
    ),
  ) as unknown as Tally;
  const value: ChunkResult = {
    manifest: head.manifest,
    index,
    first,
    count,
    tally,
    sampled,
    judgements: arrays.get("judgements") as Float64Array,
    durable: arrays.get("durable") as Float64Array,
  };
  return { ok: true, value, problems: [] };
}

function arraysOf(chunk: ChunkResult): [string, Numbers][] {
  return [
    ...Object.entries(chunk.tally).map(([name, array]): [string, Numbers] => [
      `tally.${name}`,
      array as Numbers,
    ]),
    ["judgements", chunk.judgements],
    ["durable", chunk.durable],
  ];
}

function kindOf(array: Numbers): Kind {
  return array instanceof Uint16Array ? "u16" : array instanceof Uint32Array ? "u32" : "f64";
}

function toEight(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function short(hash: string): string {
  return hash.slice(0, 12);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}
