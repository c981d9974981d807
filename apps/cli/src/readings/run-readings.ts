import {
  type Case,
  type CaseFiles,
  type ChunkResult,
  Gathering,
  type Manifest,
  type Readings,
} from "@parley/engine";
import type { Io } from "../io.ts";
import { poolChunks } from "./chunk-pool.ts";
import { Progress } from "./progress.ts";
import { storeChunk, storedChunks } from "./run-folder.ts";

interface ReadingsRun {
  readonly kase: Case;
  readonly files: CaseFiles;
  readonly manifest: Manifest;
  readonly workers: number;
  /** Where chunks that were done before are, and each is kept as it is done; null: nowhere. */
  readonly folder: string | null;
}

export interface RanReadings {
  /** Null where it was cut short before there were any. */
  readonly readings: Readings | null;
  /** Ctrl-C cut it short. */
  readonly interrupted: boolean;
}

/** Runs what is missing of a run on worker threads. Ctrl-C ends it early, with the readings that are done. */
export async function runReadings(run: ReadingsRun, io: Io): Promise<RanReadings> {
  const { kase, files, manifest, workers, folder } = run;
  const gathering = new Gathering(kase, manifest);
  if (folder !== null) for (const chunk of storedChunks({ folder, manifest }, io.cwd)) gathering.add(chunk);
  const progress = new Progress(io, manifest.draws, performance.now());
  const stop = new AbortController();
  const takeBack = io.onInterrupt?.(() => stop.abort());
  const take = (chunk: ChunkResult): boolean => {
    if (folder !== null) storeChunk({ folder, manifest }, chunk);
    gathering.add(chunk);
    progress.update(gathering.draws, performance.now());
    return gathering.done;
  };
  progress.begin(gathering.draws);
  try {
    await poolChunks({ kase, files, manifest, indices: gathering.missing(), workers }, take, stop.signal);
  } finally {
    takeBack?.();
    progress.end();
  }
  return {
    readings: gathering.draws === 0 ? null : gathering.readings(),
    interrupted: !gathering.done,
  };
}
