import { parentPort, workerData } from "node:worker_threads";
import type { Manifest } from "../packages/engine/src/analysis/readings/chunk/manifest.ts";
import { chunksOf } from "./readings.bench.ts";

const { manifest, thread, threads } = workerData as { manifest: Manifest; thread: number; threads: number };
parentPort!.postMessage(chunksOf(manifest, thread, threads));
