import { setImmediate } from "node:timers/promises";
import { type Case, type ChunkResult, runChunk } from "@parley/engine";
import { Piscina } from "piscina";
import type { WorkerTask } from "./readings-worker.ts";

/** Chunks sent to each thread at a time: the next is there when one is done, and few enough for flat memory. */
const AT_A_TIME = 2;

interface Work extends WorkerTask {
  readonly kase: Case;
  /** In the order in which they are begun. */
  readonly indices: readonly number[];
  /** This thread and `workers - 1` others. */
  readonly workers: number;
}

/**
 * Computes chunks on this thread, which has the case already, and on others, each of which loads it once.
 *
 * @param take called with each chunk as it is ready, in any order; true: no more are needed
 * @param stop no more are begun, and those under way in other threads are given up
 */
export async function poolChunks(
  { kase, files, manifest, indices, workers }: Work,
  take: (chunk: ChunkResult) => boolean,
  stop: AbortSignal,
): Promise<void> {
  let next = 0;
  let enough = false;
  const others = Math.min(workers, indices.length) - 1;
  const pool = others > 0 ? poolOf({ files, manifest }, others) : undefined;
  const lane = async (compute: (index: number) => Promise<ChunkResult>) => {
    while (next < indices.length && !enough && !stop.aborted) {
      const chunk = await compute(indices[next++]);
      if (!enough) enough = take(chunk);
    }
  };
  const here = async (index: number) => {
    // Lets signals and what the other threads send come through.
    await setImmediate();
    return runChunk(kase, manifest, index);
  };
  const elsewhere = (index: number) => pool!.run(index, { signal: stop });
  try {
    await Promise.all([...Array.from({ length: others * AT_A_TIME }, () => lane(elsewhere)), lane(here)]);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await pool?.destroy();
  }
}

function poolOf(task: WorkerTask, threads: number): Piscina<number, ChunkResult> {
  const fromSources = import.meta.url.endsWith(".ts");
  return new Piscina<number, ChunkResult>({
    filename: new URL(fromSources ? "./readings-worker.ts" : "./readings-worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: AT_A_TIME,
    workerData: task,
    execArgv: fromSources ? ["--conditions=source", "--disable-warning=ExperimentalWarning"] : [],
    // Chunks make little garbage: a small nursery keeps memory down, and costs nothing.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
}
