import type { Case } from "../../model/case.ts";
import { gatherChunks } from "./chunk/gather.ts";
import { type ManifestOptions, makeManifest } from "./chunk/manifest.ts";
import { runChunk } from "./chunk/run-chunk.ts";

/** For tests only: a run from beginning to end. */
export function readingsFor(subject: Case, options: ManifestOptions) {
  const made = makeManifest(subject, options);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const manifest = made.value;
  const chunks = Array.from({ length: manifest.chunks }, (_, index) => runChunk(subject, manifest, index));
  return { manifest, chunks, readings: gatherChunks(subject, manifest, chunks) };
}
