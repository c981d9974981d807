import { relative, resolve } from "node:path";
import { runChunk } from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { wholeNumber } from "../readings/readings-options.ts";
import { openRun, storeChunk } from "../readings/run-folder.ts";

export const command: CommandModule = {
  about:
    "Computes one part of a run that `parley compare --out FOLDER --prepare` made, and writes it into that run's folder, whole or not at all, in a file named after its index and its hash. Any machine that sees the folder can do it, in any order, and more than once; `parley gather` puts the parts together.",
  arguments: [],
  options: [
    { syntax: "--manifest <file>", about: "the run's manifest.json, with the case beside it" },
    { syntax: "--index <k>", about: "which part, from 0 to one less than the manifest's `chunks`" },
  ],
  formats: ["json"],
  exitCode: null,
  examples: [
    {
      line: "parley chunk --manifest run/manifest.json --index 0",
      about: "the first part of the run in the folder run",
    },
  ],
  async run(request) {
    const { io, options } = request;
    const index = wholeNumber(options, "index");
    if (typeof options.manifest !== "string" || index === undefined)
      throw badInput("missing-option", "say which part of which run, with --manifest and --index", {
        hint: "`parley compare CASE --out FOLDER --prepare` makes a run",
      });
    const run = openRun(resolve(io.cwd, options.manifest), io.cwd);
    const { chunks } = run.manifest;
    if (index >= chunks)
      throw badInput("out-of-range", `--index takes a number from 0 to ${chunks - 1}; this is ${index}`);
    const chunk = runChunk(run.kase, run.manifest, index);
    const path = relative(io.cwd, storeChunk(run, chunk));
    return {
      json: () => ({ manifest: run.manifest.id, index, draws: chunk.count, written: path }),
      text: () => `Part ${index} of ${chunks}: ${path}\n`,
    };
  },
};
