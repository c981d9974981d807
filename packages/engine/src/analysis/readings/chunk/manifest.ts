import type { Case } from "../../../model/case.ts";
import { hashOf } from "../../../model/case-hash.ts";
import type { Checked, Problem } from "../../../model/problem.ts";
import { gaussianCopula } from "../../../numeric/sampling/gaussian-copula.ts";
import { sobolDimensions } from "../../../numeric/sampling/sobol.ts";
import { caseByCoder } from "../columns/case-by-coder.ts";
import { columnsOf } from "../columns/columns-of.ts";
import { contradictionsIn } from "../columns/contradictions.ts";
import { DrawEngine } from "../draw/draw-engine.ts";
import { TooEntangled } from "../draw/track-tables.ts";
import { Acceptance } from "../search/acceptance.ts";

/** Version of the contract between manifest, chunks and gathering. A chunk of another version is refused. */
export const contractVersion = 1;

/** What a run of readings is: enough, with the case, to compute any chunk of it anywhere. Never changed once made. */
export interface Manifest {
  readonly contract: typeof contractVersion;
  /** SHA-256 of everything below, hex. */
  readonly id: string;
  readonly case: { readonly id: string; readonly asOf: string; readonly hash: string };
  /** Whose entries are read where two coders differ; null: the first of each. */
  readonly coder: string | null;
  readonly seed: number;
  /** At most; it may stop at an earlier checkpoint. */
  readonly draws: number;
  readonly design: "plain" | "sobol";
  /** Independent scrambles of a Sobol design; 1 in a plain one. */
  readonly scrambles: number;
  readonly chunkSize: number;
  readonly chunks: number;
  /** Numbers of draws at which it may stop, ascending; the last is `draws`. */
  readonly checkpoints: readonly number[];
  /** It stops at a checkpoint at which no share's 95 % interval is wider than twice this; 0: never before the end. */
  readonly precision: number;
  /**
   * What the ranking rests on is judged on so many draws, the first of every chunk, their chances integrated: lines over
   * `inner` points, everything else exactly.
   */
  readonly sample: { readonly draws: number; readonly inner: number };
  /** SHA-256 of the ids of all columns in order, hex. */
  readonly columns: string;
}

export interface ManifestOptions {
  /** Non-negative integer below 2^53. Default 1. */
  readonly seed?: number;
  /** Default 10,000. */
  readonly draws?: number;
  readonly design?: "plain" | "sobol";
  /** Default 16, at least 16. Only in a Sobol design. */
  readonly scrambles?: number;
  /** Default 512. */
  readonly chunkSize?: number;
  readonly coder?: string | null;
  /** Default 0. */
  readonly precision?: number;
  /** Default 512 draws, 8 points. */
  readonly sample?: { readonly draws: number; readonly inner: number };
}

/** Draws of a run at most: what a stream can number. */
const mostDraws = 2 ** 32 - 2;

/**
 * A manifest, or everything that is wrong with what was asked or with sampling the case.
 *
 * @example
 * ```ts
 * const made = makeManifest(subject, { seed: 7, draws: 10_000 });
 * if (made.ok) console.log(made.value.chunks);
 * ```
 */
export function makeManifest(given: Case, options: ManifestOptions = {}): Checked<Manifest> {
  const design = options.design ?? "plain";
  const { seed = 1, draws = 10_000, chunkSize = 512, precision = 0 } = options;
  const coder = options.coder ?? null;
  const scrambles = design === "sobol" ? (options.scrambles ?? 16) : 1;
  const { draws: sampled, inner } = options.sample ?? { draws: 512, inner: 8 };
  const problems: Problem[] = [];
  const refuse = (code: string, path: string, message: string, hint = "") =>
    problems.push({ code, severity: "error", path, file: "", line: 0, column: 0, message, hint });
  const whole = (name: string, value: number, low: number, high: number) => {
    if (Number.isSafeInteger(value) && value >= low && value <= high) return;
    refuse("out-of-range", name, `${name} is ${value}, not a whole number from ${low} to ${high}`);
  };
  whole("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  whole("draws", draws, 1, mostDraws);
  whole("chunkSize", chunkSize, 1, 65_535);
  whole("sample.draws", sampled, 0, 65_536);
  whole("sample.inner", inner, 1, 1_024);
  if (!(precision >= 0 && precision < 1)) {
    refuse("out-of-range", "precision", `precision is ${precision}, not a number from 0 to below 1`);
  }
  if (design === "sobol") {
    whole("scrambles", scrambles, 16, 1_024);
    if (chunkSize % scrambles !== 0) {
      refuse(
        "out-of-range",
        "chunkSize",
        `chunkSize is ${chunkSize}, not a multiple of the ${scrambles} scrambles`,
      );
    }
  }
  if (coder !== null) {
    const known = [...new Set(given.entries.flatMap(({ alternatives }) => Object.keys(alternatives)))];
    if (!known.includes(coder)) {
      const hint =
        known.length === 0 ? "no entry of this case has alternatives" : `coders: ${known.join(", ")}`;
      refuse("unknown-id", "coder", `no coder is called \`${coder}\``, hint);
    }
  }
  const subject = caseByCoder(given, coder);
  const columns = columnsOf(subject);
  checkSampling(subject, columns, refuse);
  const warnings: Problem[] = [];
  if (design === "sobol" && columns.length > sobolDimensions) {
    warnings.push({
      code: "too-many-dimensions",
      severity: "warning",
      path: "design",
      file: "",
      line: 0,
      column: 0,
      message: `${columns.length - sobolDimensions} of ${columns.length} inputs are drawn plainly, since Sobol's sequence has ${sobolDimensions} dimensions here`,
      hint: "",
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  const body: Omit<Manifest, "id"> = {
    contract: contractVersion,
    case: { id: given.id, asOf: given.asOf, hash: given.hash },
    coder,
    seed,
    draws,
    design,
    scrambles,
    chunkSize,
    chunks: Math.ceil(draws / chunkSize),
    checkpoints: checkpointsOf(draws, chunkSize),
    precision,
    sample: { draws: Math.min(sampled, draws), inner },
    columns: hashText(columns.map(({ id }) => id).join("\n")),
  };
  return { ok: true, value: { ...body, id: hashText(JSON.stringify(body)) }, problems: warnings };
}

/** Doubling from two chunks on, and the end. */
function checkpointsOf(draws: number, chunkSize: number): number[] {
  const checkpoints: number[] = [];
  for (let at = 2 * chunkSize; at < draws; at *= 2) checkpoints.push(at);
  return [...checkpoints, draws];
}

/** What would stop sampling in the middle is found before it begins. */
function checkSampling(
  subject: Case,
  columns: ReturnType<typeof columnsOf>,
  refuse: (code: string, path: string, message: string, hint?: string) => void,
): void {
  const seen = new Set<string>();
  for (const { id } of columns) {
    if (seen.has(id)) refuse("used-twice", id, `two inputs are called \`${id}\``);
    seen.add(id);
  }
  for (const { party, statements } of contradictionsIn(subject)) {
    refuse(
      "contradictory-statements",
      statements.join(", "),
      `${subject.parties[party].label}: no weights satisfy ${statements.length === 1 ? "this statement" : "these statements together"} with its order of importance`,
      "take one of them back, or loosen the order",
    );
  }
  const pairs = subject.correlations.map(({ between, rho }) => ({ between, rho }));
  const copula = gaussianCopula(pairs);
  if (copula.kind === "impossible") {
    const paths = copula.conflict.map((entry) => subject.entries[entry].path).join(", ");
    refuse(
      "impossible-correlations",
      "correlations",
      `no joint distribution has the correlations of ${paths}`,
      `all of them times ${copula.shrink.toPrecision(2)}, or less, would be possible`,
    );
    return;
  }
  try {
    // Only whether it can be made: what deals would be is not asked.
    const nobody = subject.principals.map(() => Acceptance.known(0));
    void new DrawEngine(subject, {
      rule: "proposer",
      acceptance: nobody,
      modalNoDeal: new Float64Array(nobody.length),
    });
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error;
    refuse(
      "too-entangled",
      error.issues.join(", "),
      error.message,
      "split lines that name many issues, or use fewer options",
    );
  }
}

function hashText(text: string): string {
  return hashOf(new TextEncoder().encode(text));
}
