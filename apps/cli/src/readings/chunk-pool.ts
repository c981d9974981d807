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
 * Computes chunks on this thread, which has the case already, and on others, each of which loads it once. Where the others
 * are slow to start or busy, this one does their part too: a chunk is the same wherever it is computed.
 *
 * @param take called once with each chunk as it is ready, in any order; true: no more are needed
 * @param stop no more are begun, and those under way in other threads are given up
 */
export async function poolChunks(
  { kase, files, manifest, indices, workers }: Work,
  take: (chunk: ChunkResult) => boolean,
  stop: AbortSignal,
): Promise<void> {
  if (indices.length === 0) return;
  const left = new Set(indices);
  const finished = new AbortController();
  const over = AbortSignal.any([stop, finished.signal]);
  const others = Math.min(workers, indices.length) - 1;
  const pool = others > 0 ? poolOf({ files, manifest }, others) : undefined;
  let next = 0;
  const done = (chunk: ChunkResult) => {
    if (over.aborted || !left.delete(chunk.index)) return;
    if (take(chunk) || left.size === 0) finished.abort();
  };
  const elsewhere = async () => {
    while (next < indices.length && !over.aborted) done(await pool!.run(indices[next++], { signal: over }));
  };
  const here = async () => {
    for (;;) {
      // Lets signals and what the other threads send come through.
      await setImmediate();
      if (over.aborted) return;
      const [waitingFor] = left;
      done(runChunk(kase, manifest, next < indices.length ? indices[next++] : waitingFor));
    }
  };
  try {
    await Promise.all([...Array.from({ length: others * AT_A_TIME }, elsewhere), here()]);
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    finished.abort();
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
