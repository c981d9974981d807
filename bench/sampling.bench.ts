import { chainSampler } from "../packages/engine/src/numeric/polytope/chain-sampler.ts";
import { narrowed, orderPolytope } from "../packages/engine/src/numeric/polytope/polytope.ts";
import { polytopeCentre } from "../packages/engine/src/numeric/polytope/polytope-centre.ts";
import { weightSampler } from "../packages/engine/src/numeric/polytope/weight-sampler.ts";
import { type Design, plainDesign, sobolDesign } from "../packages/engine/src/numeric/sampling/design.ts";
import { gaussianCopula } from "../packages/engine/src/numeric/sampling/gaussian-copula.ts";
import { pert } from "../packages/engine/src/numeric/sampling/pert.ts";
import { streamKey } from "../packages/engine/src/numeric/sampling/stream-key.ts";
import { triangular } from "../packages/engine/src/numeric/sampling/triangular.ts";
import { prim } from "../packages/engine/src/numeric/sensitivity/prim.ts";
import { midRanks } from "../packages/engine/src/numeric/statistics/rank-correlation.ts";
import { type Row, time } from "./timing.ts";

export const name = "Sampling: 10,000 draws of each";

const draws = 10_000;
const inputs = Array.from({ length: 100 }, (_, i) => `input ${i}`);
const ten = Array.from({ length: 10 }, (_, i) => i);

/** Every row is 10,000 draws; what a draw is, is in its label. The label ends with draws per second. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  const add = async (label: string, work: () => unknown) => {
    const row = await time(label, work, 7);
    const middle = row.rounds.toSorted((a, b) => a - b)[3];
    rows.push({ ...row, label: `${label}: ${((draws / middle) * 1000).toExponential(1)} draws/s` });
  };
  const columns = inputs.map(() => new Float64Array(draws));
  const fill = (design: Design) => () => {
    for (const [i, column] of columns.entries()) design.fill(i, 0, column);
  };
  await add("plain design, 100 inputs", fill(plainDesign(1, inputs)));
  await add("scrambled Sobol design, 100 inputs", fill(sobolDesign(1, inputs)));

  fill(plainDesign(1, inputs))();
  const [uniforms] = columns;
  const out = new Float64Array(draws);
  const into = (quantile: (u: number) => number) => () => {
    for (let i = 0; i < draws; i++) out[i] = quantile(uniforms[i]);
  };
  await add("triangular, 1 input", into(triangular(10, 20, 50)));
  await add("PERT, 1 input", into(pert(10, 20, 50)));

  const copula = gaussianCopula(
    ten.flatMap((i) => ten.slice(0, i).map((j) => ({ between: [i, j], rho: 0.5 }))),
  );
  if (copula.kind !== "copula") throw new Error("impossible");
  await add("Gaussian copula, 10 inputs, all correlated", () => copula.applyColumns(columns, draws));

  const strict = ten.map((i) => [i]);
  const half = { coefficients: ten.map((i) => (i === 0 ? 1 : i < 4 ? -1 : 0)), bound: 0 };
  const w = new Float64Array(10);
  for (const [label, statements] of [
    ["order", []],
    ["order and a statement", [half]],
  ] as const) {
    const sampler = weightSampler(strict, statements);
    if (sampler.kind === "empty") throw new Error("empty");
    const key = streamKey(1, label);
    await add(`10 weights, ${label} (${sampler.method})`, () => {
      for (let draw = 0; draw < draws; draw++) sampler.draw(key, draw, w);
    });
  }
  const region = narrowed(orderPolytope(strict), [half]);
  const centre = polytopeCentre(region);
  if (centre.kind === "empty") throw new Error("empty");
  const chain = chainSampler(region, centre);
  await add(`10 weights, order and a statement (chain of ${chain.length})`, () => {
    for (let draw = 0; draw < draws; draw++) chain.draw(streamKey(1, "chain"), draw, w);
  });

  await add("ranks of 100 inputs", () => columns.map(midRanks));
  const interest = Uint8Array.from({ length: draws }, (_, i) =>
    Number(columns[20][i] > 0.6 && columns[30][i] < 0.5),
  );
  await add("PRIM over 100 inputs", () => prim({ inputs: columns, interest }));
  return rows;
}
