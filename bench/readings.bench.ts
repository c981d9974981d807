import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Gathering } from "../packages/engine/src/analysis/readings/chunk/gather.ts";
import { type Manifest, makeManifest } from "../packages/engine/src/analysis/readings/chunk/manifest.ts";
import { runChunk } from "../packages/engine/src/analysis/readings/chunk/run-chunk.ts";
import type { Case } from "../packages/engine/src/model/case.ts";
import { readCase } from "../packages/engine/src/model/read-case.ts";
import { type Row, time } from "./timing.ts";

export const name = "draws of Muscat, all framings, one thread";

/** What the engine needs for draws, without threads or files; `readings-workers.bench.ts` has these. */
export async function run(): Promise<Row[]> {
  const subject = muscat();
  const run = (draws: number, sampled: number) => {
    const manifest = manifestOf(subject, draws, sampled);
    return () => inOrder(subject, manifest);
  };
  return [
    await time("1,024 draws", run(1_024, 0), 5),
    await time("10,000 draws", run(10_000, 0), 3),
    await time("10,000 draws, and the sample for what they rest on", run(10_000, 512), 3),
  ];
}

function inOrder(subject: Case, manifest: Manifest): void {
  const gathering = new Gathering(subject, manifest);
  for (let k = 0; k < manifest.chunks; k++) gathering.add(runChunk(subject, manifest, k));
  gathering.readings();
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
