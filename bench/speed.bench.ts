import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { dealsOf } from "../packages/engine/src/index.ts";
import { median } from "./median.ts";
import { negmasDeals, negmasMissing } from "./negmas/negmas.ts";
import { allEfficientCase, millionCase } from "./speed/bench-domain.ts";
import { caseFrom, type SpeedRow, speedRows } from "./speed/work.ts";
import { inMegabytes, inMilliseconds, machine, writeBetweenMarks } from "./speed/writing.ts";
import type { Row } from "./timing.ts";

export const name = "Speed, end to end, and NegMAS in the same run";

const MOST_MEMORY = 500e6;

interface Measured {
  readonly row: SpeedRow;
  /** Milliseconds. */
  readonly first: number;
  readonly rounds: readonly number[];
  /** Bytes of the process at its peak, after one run. */
  readonly peak: number;
  readonly note: string;
}

interface Compared {
  readonly what: string;
  /** Milliseconds. */
  readonly negmas: number;
  readonly parley: number;
  readonly rounds: readonly number[];
  readonly version: string;
}

/** `--write` puts the tables into README.md. */
export async function run({ write = false } = {}): Promise<Row[]> {
  const measured = speedRows.map((row): Measured => ({ row, ...inProcess(row.id) }));
  const missing = negmasMissing();
  if (missing !== undefined) console.log(`  skipped: NegMAS (${missing})`);
  const compared = missing === undefined ? withNegmas(measured) : [];
  if (write) writeBetweenMarks("README.md", "speed", page(measured, compared, missing));
  return [
    ...measured.map(({ row, first, rounds, peak, note }) => ({
      label: `${row.what} (${note}; first ${inMilliseconds(first)}, ${inMegabytes(peak)}${aim(row, rounds, peak)})`,
      rounds,
    })),
    ...compared.map(({ what, negmas, parley, rounds, version }) => ({
      label: `NegMAS ${version}: ${what} (${Math.round(negmas / parley).toLocaleString("en")} × Parley's ${inMilliseconds(parley)})`,
      rounds,
    })),
  ];
}

function aim({ target }: SpeedRow, rounds: readonly number[], peak: number): string {
  const memory = peak > MOST_MEMORY ? "; MORE THAN 500 MB" : "";
  if (target === null) return memory;
  return `; at most ${target} ms: ${median(rounds) <= target ? "met" : "MISSED"}${memory}`;
}

function inProcess(id: string): Omit<Measured, "row"> {
  const script = join(import.meta.dirname, "speed", "row-in-process.ts");
  const done = spawnSync(process.execPath, [script, id], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${id}: ${done.stderr}`);
  return JSON.parse(done.stdout) as Omit<Measured, "row">;
}

/** NegMAS on two of the domains; results that differ from ours would make the times meaningless. */
function withNegmas(measured: readonly Measured[]): Compared[] {
  const domains = [
    { id: "million", text: millionCase(), rounds: 3 },
    { id: "efficient-4", text: allEfficientCase(4), rounds: 3 },
  ];
  return domains.map(({ id, text, rounds }) => {
    const kase = caseFrom(text);
    const { frontier, focal } = dealsOf(kase, "package");
    const found = negmasDeals(kase, id, rounds);
    const ours = focal.nash.map(({ values }) => Object.values(values).map((value) => value / 100));
    const isSame =
      found.points === frontier.length &&
      found.nash.length === ours.length &&
      found.nash.every((point) =>
        ours.some((one) => one.every((value, p) => Math.abs(value - point[p]) < 1e-9)),
      );
    if (!isSame)
      throw new Error(
        `${id}: NegMAS found ${found.points} points, Nash ${JSON.stringify(found.nash)}; ours ${frontier.length}, ${JSON.stringify(ours)}`,
      );
    const own = measured.find(({ row }) => row.id === id)!;
    return {
      what: own.row.what,
      negmas: 1000 * median(found.seconds),
      parley: median(own.rounds),
      rounds: found.seconds.map((seconds) => 1000 * seconds),
      version: found.version,
    };
  });
}

function page(
  measured: readonly Measured[],
  compared: readonly Compared[],
  missing: string | undefined,
): string {
  const rows = measured.map(
    ({ row, first, rounds, peak }) =>
      `| ${row.what} | ${inMilliseconds(median(rounds))} | ${row.target === null ? "" : inMilliseconds(row.target)} | ${inMilliseconds(first)} | ${inMegabytes(peak)} |`,
  );
  const peers = compared.map(
    ({ what, negmas, parley, version }) =>
      `| ${what} | ${inMilliseconds(negmas)} (${version}) | ${inMilliseconds(parley)} | ${Math.round(negmas / parley).toLocaleString("en")} × |`,
  );
  return [
    `Medians on ${machine()}, from a case that has been read to all results: frontier, focal deals with every tie, counts. First runs include compilation; memory is the peak of a process that answers once.`,
    "",
    "| work | median | must reach | first run | memory |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
    ...(missing === undefined
      ? [
          "The same domains in [NegMAS](https://negmas.readthedocs.io), in the same run, from its parsed scenario to its Pareto frontier and points on it; both find the same frontier and the same Nash deals.",
          "",
          "| domain | NegMAS | Parley | ratio |",
          "| --- | ---: | ---: | ---: |",
          ...peers,
        ]
      : [`Not compared with NegMAS: ${missing}.`]),
    "",
    "    npm run bench -- speed --write     # measures and writes this table",
  ].join("\n");
}
