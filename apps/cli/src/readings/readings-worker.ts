import module from "node:module";
import { workerData } from "node:worker_threads";
import type { CaseFiles, ChunkResult, Manifest } from "@parley/engine";

/** What a worker is given once: the case as files, for a case in memory cannot be sent. */
export interface WorkerTask {
  readonly files: CaseFiles;
  readonly manifest: Manifest;
}

// Before the engine is loaded, which takes half as long then.
module.enableCompileCache();
const { readCase, runChunk } = await import("@parley/engine");

const { files, manifest } = workerData as WorkerTask;
const read = readCase(files);
if (!read.ok) throw new Error(`a worker cannot read the case: ${read.problems[0].message}`);
const subject = read.value;

export default function chunkOf(index: number): ChunkResult {
  return runChunk(subject, manifest, index);
}
