import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Gathering } from "../packages/engine/src/analysis/readings/chunk/gather.ts";
import { type Manifest, makeManifest } from "../packages/engine/src/analysis/readings/chunk/manifest.ts";
import { type ChunkResult, runChunk } from "../packages/engine/src/analysis/readings/chunk/run-chunk.ts";
import type { Case } from "../packages/engine/src/model/case.ts";
import { readCase } from "../packages/engine/src/model/read-case.ts";
import { type Row, time } from "./timing.ts";

export const name = "readings: Muscat, all framings";

/** 10,000 draws on one thread and on two, what they rest on left out and counted. Target: 2 s on two threads. */
export async function run(): Promise<Row[]> {
  const subject = muscat();
  const bare = manifestOf(subject, 10_000, 0);
  const whole = manifestOf(subject, 10_000, 512);
  return [
    await time("1,024 draws, one thread, warm", () => inOrder(subject, manifestOf(subject, 1_024, 0)), 5),
    await time("10,000 draws, one thread", () => inOrder(muscat(), bare), 3),
    await time("10,000 draws, one thread, with what they rest on", () => inOrder(muscat(), whole), 3),
    await time("10,000 draws, two threads started anew", () => onThreads(2, bare), 3),
    await time(
      "10,000 draws, two threads started anew, with what they rest on",
      () => onThreads(2, whole),
      3,
    ),
  ];
}

/** The chunks of a manifest that fall to one of some threads; sent back by `bench/readings-worker.ts`. */
export function chunksOf(manifest: Manifest, thread: number, threads: number): ChunkResult[] {
  const subject = muscat();
  const own = Array.from({ length: manifest.chunks }, (_, k) => k).filter((k) => k % threads === thread);
  return own.map((k) => runChunk(subject, manifest, k));
}

function inOrder(subject: Case, manifest: Manifest): void {
  const gathering = new Gathering(subject, manifest);
  for (let k = 0; k < manifest.chunks; k++) gathering.add(runChunk(subject, manifest, k));
  gathering.readings();
}

async function onThreads(threads: number, manifest: Manifest): Promise<void> {
  const gathering = new Gathering(muscat(), manifest);
  const parts = Array.from({ length: threads }, (_, thread) => chunksOnThread(manifest, thread, threads));
  for (const chunks of await Promise.all(parts)) for (const chunk of chunks) gathering.add(chunk);
  gathering.readings();
}

function chunksOnThread(manifest: Manifest, thread: number, threads: number): Promise<ChunkResult[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, "readings-worker.ts"), {
      workerData: { manifest, thread, threads },
    });
    worker.once("message", (chunks: ChunkResult[]) => {
      resolve(chunks);
    });
    worker.once("error", reject);
  });
}

function manifestOf(subject: Case, draws: number, sampled: number): Manifest {
  const made = makeManifest(subject, { draws, sample: { draws: sampled, inner: 8 } });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

function muscat(): Case {
  const folder = join(import.meta.dirname, "../cases/muscat-2026");
  const names = ["sources/account.md", "sources/background.md"];
  const read = readCase({
    path: "case.yaml",
    caseText: readFileSync(join(folder, "case.yaml")),
    sources: Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
