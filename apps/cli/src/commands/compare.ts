import { resolve } from "node:path";
import { badInput } from "../bad-input.ts";
import type { CommandModule, Request, WholeOutput } from "../command-module.ts";
import { asOfOption, caseArgument, type LoadedCase, loadCase } from "../load-case.ts";
import { centralOutput, shownOptions, wholeOutput } from "../readings/comparison-output.ts";
import { manifestFor, readingsOptions, workersOf, workersOption } from "../readings/readings-options.ts";
import { beginRun, MANIFEST_FILE, openRun } from "../readings/run-folder.ts";
import { runReadings } from "../readings/run-readings.ts";

export const command: CommandModule = {
  about:
    "For each: who would sit down, whether there is a deal and what it could be, who would find it insufficient, and what stands in the way. First in the central reading, every entry at its middle value; then over readings of all that the case leaves open: how the talks end, and which framing is best for whom. Ctrl-C ends the readings and prints those that are done.",
  arguments: [caseArgument],
  options: [
    { syntax: "--central", about: "the central reading only: every entry at its middle value" },
    asOfOption,
    ...shownOptions,
    ...readingsOptions,
    workersOption,
    {
      syntax: "--out <folder>",
      about: "keep the run there: manifest, case and each part as it is done",
    },
    { syntax: "--resume", about: "with --out: go on with the run that is there" },
    {
      syntax: "--prepare",
      about: "with --out: write manifest and case, and leave the work to `parley chunk`",
    },
  ],
  formats: ["json", "markdown", "csv"],
  exitCode: "when no framing is acceptable to all principals",
  examples: [
    { line: "parley compare cases/muscat-2026", about: "the comparison, then how ten readings end" },
    {
      line: "parley compare cases/muscat-2026 --central",
      about: "the comparison alone, in the central reading",
    },
    {
      line: "parley compare cases/muscat-2026 --draws 2000 --exact",
      about: "with the shares themselves, of fewer readings",
    },
    {
      line: "parley compare cases/muscat-2026 --as-of 2025-06-01 --central",
      about: "without what was said or done after that day",
    },
    { line: "parley compare cases/muscat-2026 --markdown", about: "for a document" },
  ],
  async run(request) {
    const loaded = await loadCase(request.args[0], request);
    const central = centralOutput(loaded.kase, loaded.notes);
    if (request.options.central === true) return central;
    const started = start(loaded, request);
    if (request.options.prepare === true) return central;
    return { ...central, whole: () => readingsOutput(loaded, started, request) };
  },
};

type Started = Parameters<typeof runReadings>[0];

/** The run that is asked for, begun or opened; what is wrong with the options is thrown before anything is printed. */
function start({ kase, files }: LoadedCase, request: Request): Started {
  const { options, io } = request;
  const manifest = manifestFor(kase, request);
  const workers = workersOf(request);
  const run = { kase, files: { ...files, options: { asOf: kase.asOf } }, manifest, workers };
  if (typeof options.out !== "string") {
    for (const name of ["resume", "prepare"])
      if (options[name] === true)
        throw badInput("missing-folder", `--${name} says where with --out`, { hint: `--out run --${name}` });
    return { ...run, folder: null };
  }
  const folder = resolve(io.cwd, options.out);
  if (options.resume !== true) beginRun(folder, manifest, files, io.cwd);
  else {
    const opened = openRun(resolve(folder, MANIFEST_FILE), io.cwd);
    if (opened.manifest.id !== manifest.id)
      throw badInput(
        "other-run",
        `${options.out} holds another run: of another case, seed, number or design`,
        {
          file: options.out,
          hint: `it has --seed ${opened.manifest.seed} --draws ${opened.manifest.draws} --design ${opened.manifest.design} --precision ${opened.manifest.precision}`,
        },
      );
  }
  return { ...run, folder };
}

async function readingsOutput(
  { kase, notes }: LoadedCase,
  started: Started,
  request: Request,
): Promise<WholeOutput> {
  const ran = await runReadings(started, request.io);
  const kept =
    started.folder === null
      ? "With --out, work that is cut short is kept."
      : `The work is kept in ${request.options.out}: the same command with --resume goes on.`;
  return wholeOutput(kase, notes, ran, request, kept);
}
