/** `node run-once.ts DRAWS WORKERS`: the readings of Muscat once. Prints JSON: milliseconds, peak of memory in bytes, hash of the figures. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import process from "node:process";
import { loadCase } from "../../apps/cli/src/load-case.ts";
import { manifestFor } from "../../apps/cli/src/readings/readings-options.ts";
import { runReadings } from "../../apps/cli/src/readings/run-readings.ts";

const [draws, workers] = process.argv.slice(2);
const io = {
  out: () => {},
  err: () => {},
  cwd: join(import.meta.dirname, "../.."),
  env: {},
  columns: undefined,
  outIsTerminal: false,
  errIsTerminal: false,
};
const request = { io, options: { draws } };
const { kase, files } = await loadCase("cases/muscat-2026", request);
const manifest = manifestFor(kase, request);
const begin = performance.now();
const { readings } = await runReadings({ kase, files, manifest, workers: Number(workers), folder: null }, io);
const elapsed = performance.now() - begin;
const hash = createHash("sha256").update(JSON.stringify(readings)).digest("hex");
console.log(JSON.stringify({ elapsed, peak: process.resourceUsage().maxRSS * 1024, hash }));
