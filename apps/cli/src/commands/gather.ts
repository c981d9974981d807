import { resolve } from "node:path";
import { Gathering } from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { shownOptions, wholeOutput } from "../readings/comparison-output.ts";
import { MANIFEST_FILE, openRun, storedChunks } from "../readings/run-folder.ts";

export const command: CommandModule = {
  about:
    "Prints what `parley compare` prints, from the parts of a run that are in its folder; in whatever order and wherever they were computed, the figures are the same to the byte. A part that is damaged, or of another case, seed or version, is refused by name. Where parts are missing it counts those before the first gap, and says so.",
  arguments: [{ syntax: "<folder>", about: "the run's folder", completes: "folders" }],
  options: shownOptions,
  formats: ["json", "markdown", "csv"],
  exitCode: "when parts are missing",
  examples: [{ line: "parley gather run", about: "the readings of the run in the folder run" }],
  async run(request) {
    const { io, args } = request;
    const run = openRun(resolve(io.cwd, args[0], MANIFEST_FILE), io.cwd);
    const gathering = new Gathering(run.kase, run.manifest);
    for (const chunk of storedChunks(run, io.cwd)) gathering.add(chunk);
    const missing = gathering.missing();
    if (gathering.draws === 0)
      throw badInput("nothing-to-gather", `${args[0]} has none of the first parts of the run`, {
        file: args[0],
        hint: `\`parley chunk --manifest ${args[0]}/${MANIFEST_FILE} --index 0\` computes one`,
      });
    const readings = gathering.readings();
    return {
      ...wholeOutput(run.kase, [], { readings, interrupted: false }, request, ""),
      found: missing.length > 0,
    };
  },
};
