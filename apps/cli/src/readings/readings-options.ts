import { availableParallelism } from "node:os";
import { type Case, type Manifest, type ManifestOptions, makeManifest } from "@parley/engine";
import { BadInput, badInput } from "../bad-input.ts";
import type { OptionSpec, Request } from "../command-module.ts";

/** What bears on the numbers: with the case, the same of these give the same bytes. */
export const readingsOptions: readonly OptionSpec[] = [
  { syntax: "--draws <n>", about: "readings to examine at most (10000)" },
  { syntax: "--seed <n>", about: "another seed gives other readings of the same case (1)" },
  {
    syntax: "--precision <share>",
    about: "stop earlier, once no share is further than this from its bounds: 0.01 for one in a hundred",
  },
  {
    syntax: "--design <design>",
    about: "plain, or sobol: spread more evenly than chance would (plain)",
    completes: ["plain", "sobol"],
  },
];

export const workersOption: OptionSpec = {
  syntax: "--workers <n>",
  about: "cores to use (all); the figures are the same whatever the number",
};

const DRAWS = 10_000;
const MOST_WORKERS = 256;

/** The run that the options ask for; everything wrong with them, or with sampling the case, is thrown at once. */
export function manifestFor(kase: Case, { options }: Pick<Request, "options">): Manifest {
  const draws = wholeNumber(options, "draws") ?? DRAWS;
  const asked: ManifestOptions = {
    draws,
    seed: wholeNumber(options, "seed") ?? 1,
    precision: typeof options.precision === "string" ? numberOf("precision", options.precision) : 0,
    design: designOf(options.design),
    chunkSize: chunkSizeFor(draws),
    // Judgements are not ranked yet, so that no readings are set aside for it.
    sample: { draws: 0, inner: 1 },
  };
  const made = makeManifest(kase, asked);
  if (!made.ok) throw new BadInput(made.problems);
  return made.value;
}

export function workersOf({ options }: Pick<Request, "options">): number {
  const workers = wholeNumber(options, "workers") ?? availableParallelism();
  if (workers < 1 || workers > MOST_WORKERS)
    throw badInput("out-of-range", `--workers takes a number from 1 to ${MOST_WORKERS}; this is ${workers}`);
  return workers;
}

/** A number of the draws alone, never of the cores: it decides where a run may stop. Larger for long runs, so that files stay few. */
const chunkSizeFor = (draws: number): number =>
  Math.max(256, Math.min(8192, 2 ** Math.floor(Math.log2(Math.max(1, draws) / 64))));

function designOf(asked: string | boolean | undefined): "plain" | "sobol" {
  if (asked === undefined || asked === "plain" || asked === "sobol") return asked ?? "plain";
  throw badInput("unknown-design", `--design takes plain or sobol; this is ${asked}`);
}

/** A whole number after an option; undefined where it is not given. */
export function wholeNumber(options: Request["options"], name: string): number | undefined {
  const text = options[name];
  if (typeof text !== "string") return undefined;
  const value = numberOf(name, text);
  if (!Number.isSafeInteger(value) || value < 0) throw badInput("not-a-number", refusal(name, text));
  return value;
}

function numberOf(name: string, text: string): number {
  const value = /^\d+(\.\d+)?(e\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw badInput("not-a-number", refusal(name, text));
  return value;
}

const refusal = (name: string, text: string): string =>
  `--${name} takes a ${name === "precision" ? "number such as 0.01" : "whole number"}; this is ${text}`;
