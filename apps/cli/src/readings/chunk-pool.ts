import type { ChunkResult } from "@parley/engine";
import { Piscina } from "piscina";
import type { WorkerTask } from "./readings-worker.ts";

/** Chunks that wait for each worker besides the one it works on: enough to keep it busy, few enough for flat memory. */
const WAITING = 1;

/**
 * Computes chunks in worker threads, each of which loads the case once.
 *
 * @param indices in the order in which they are begun
 * @param take called with each chunk as it is ready, in any order; true: no more are needed
 * @param stop no more are begun, and those under way are given up
 */
export async function poolChunks(
  task: WorkerTask,
  indices: readonly number[],
  workers: number,
  take: (chunk: ChunkResult) => boolean,
  stop: AbortSignal,
): Promise<void> {
  if (indices.length === 0 || stop.aborted) return;
  const threads = Math.min(workers, indices.length);
  const fromSources = import.meta.url.endsWith(".ts");
  const pool = new Piscina<number, ChunkResult>({
    filename: new URL(fromSources ? "./readings-worker.ts" : "./readings-worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: task,
    execArgv: fromSources ? ["--conditions=source", "--disable-warning=ExperimentalWarning"] : [],
  });
  let next = 0;
  let enough = false;
  const lane = async () => {
    while (next < indices.length && !enough && !stop.aborted) {
      const chunk = await pool.run(indices[next++], { signal: stop });
      if (!enough) enough = take(chunk);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads * (1 + WAITING) }, lane));
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await pool.destroy();
  }
}
