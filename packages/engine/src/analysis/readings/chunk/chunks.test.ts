import { describe, expect, it } from "vitest";
import type { Case } from "../../../model/case.ts";
import { muscat } from "../muscat.oracle.ts";
import { decodeChunk, encodeChunk } from "./chunk-bytes.ts";
import { Gathering, gatherChunks } from "./gather.ts";
import { type Manifest, type ManifestOptions, makeManifest } from "./manifest.ts";
import { runChunk } from "./run-chunk.ts";

const subject = muscat();

function manifestOf(options: ManifestOptions, of: Case = subject): Manifest {
  const made = makeManifest(of, options);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const small = { draws: 320, chunkSize: 64, sample: { draws: 70, inner: 2 } };

describe("chunks", () => {
  it("give the same bytes in any order, after encoding, and computed anew", () => {
    const manifest = manifestOf(small);
    const chunks = [0, 1, 2, 3, 4].map((index) => runChunk(subject, manifest, index));
    const whole = JSON.stringify(gatherChunks(subject, manifest, chunks));
    const again = [3, 0, 4, 2, 1].map((index) => {
      const fresh = muscat();
      const { bytes, address } = encodeChunk(manifest, runChunk(fresh, manifest, index));
      expect(address).toBe(encodeChunk(manifest, chunks[index]).address);
      const decoded = decodeChunk(manifest, bytes);
      if (!decoded.ok) throw new Error("not decoded");
      return decoded.value;
    });
    expect(JSON.stringify(gatherChunks(subject, manifest, again))).toBe(whole);
  });

  it("give the same figures however the draws are divided", () => {
    const figures = [64, 80, 320].map((chunkSize) => {
      const manifest = manifestOf({ ...small, chunkSize });
      const chunks = Array.from({ length: manifest.chunks }, (_, k) => runChunk(subject, manifest, k));
      const { manifest: __, parameters: ___, ...rest } = gatherChunks(subject, manifest, chunks);
      return JSON.stringify(rest);
    });
    expect(figures[1]).toBe(figures[0]);
    expect(figures[2]).toBe(figures[0]);
  });

  it("can be taken up where they were left: what is missing is told, and what waits counts for nothing yet", () => {
    const manifest = manifestOf(small);
    const gathering = new Gathering(subject, manifest);
    for (const index of [0, 3]) gathering.add(runChunk(subject, manifest, index));
    expect(gathering.missing()).toEqual([1, 2, 4]);
    expect(gathering.draws).toBe(64);
    expect(gathering.readings().stopped).toBe("cut-short");
    for (const index of gathering.missing()) gathering.add(runChunk(subject, manifest, index));
    expect(gathering.done).toBe(true);
    expect(gathering.readings().stopped).toBe("complete");
    expect(gathering.sample().draws).toBe(70);
  });

  it("stop at the first checkpoint at which every share is known closely enough", () => {
    const manifest = manifestOf({ ...small, draws: 1_000, precision: 0.05 });
    expect(manifest.checkpoints).toEqual([128, 256, 512, 1_000]);
    const gathering = new Gathering(subject, manifest);
    for (let index = manifest.chunks - 1; index >= 0; index--)
      gathering.add(runChunk(subject, manifest, index));
    const { stopped, draws, halfWidth } = gathering.readings();
    expect([stopped, draws, halfWidth <= 0.05]).toEqual(["precise", 512, true]);
  });

  it("are refused by name when they are truncated, damaged, of another case, seed, run or version", () => {
    const manifest = manifestOf(small);
    const { bytes } = encodeChunk(manifest, runChunk(subject, manifest, 1));
    const code = (given: Uint8Array, of = manifest) => {
      const decoded = decodeChunk(of, given, "chunk-1");
      return decoded.ok ? "accepted" : decoded.problems.map((problem) => problem.code).join();
    };
    expect(code(bytes)).toBe("accepted");
    expect(code(bytes.subarray(0, bytes.length - 9))).toBe("chunk-truncated");
    expect(code(new Uint8Array(3))).toBe("not-a-chunk");
    const damaged = bytes.slice();
    damaged[bytes.length >> 1] ^= 1;
    expect(code(damaged)).toBe("chunk-damaged");
    expect(code(bytes, { ...manifest, case: { ...manifest.case, hash: "0".repeat(64) } })).toBe("other-case");
    expect(code(bytes, { ...manifest, seed: 2 })).toBe("other-seed");
    expect(code(bytes, manifestOf({ ...small, draws: 321 }))).toBe("other-run");
  });

  it("are JSON-safe once gathered", () => {
    const manifest = manifestOf({ ...small, design: "sobol" });
    const readings = gatherChunks(subject, manifest, [runChunk(subject, manifest, 0)]);
    expect(JSON.parse(JSON.stringify(readings))).toEqual(readings);
    for (const { shares } of readings.framings) {
      const sum = Object.values(shares).reduce((total, { share }) => total + share, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    expect(Object.values(readings.best.jointly).reduce((total, share) => total + share, 0)).toBeCloseTo(1, 6);
  });
});

describe("a manifest", () => {
  it("says everything that is wrong with it at once", () => {
    const made = makeManifest(subject, {
      seed: -1,
      draws: 0,
      design: "sobol",
      scrambles: 4,
      coder: "nobody",
    });
    if (made.ok) throw new Error("accepted");
    expect(made.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "seed out-of-range",
      "draws out-of-range",
      "scrambles out-of-range",
      "coder unknown-id",
    ]);
  });

  it("reads the coder asked for", () => {
    const [first, contrary] = [null, "contrary"].map((coder) => {
      const manifest = manifestOf({ ...small, coder });
      const chunks = Array.from({ length: manifest.chunks }, (_, k) => runChunk(subject, manifest, k));
      return gatherChunks(subject, manifest, chunks).framings[1].shares.agendaRefused.share;
    });
    expect(contrary).toBeGreaterThan(first);
  });
});
