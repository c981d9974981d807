import { expect, test } from "vitest";
import { type Design, plainDesign, sobolDesign } from "../sampling/design.ts";
import { studentQuantile } from "../statistics/student-quantile.ts";
import { pickFreeze } from "./pick-freeze.ts";
import { sobolIndices } from "./sobol-indices.ts";

const rows = 1024;
const model = ([x, y]: readonly Float64Array[]) =>
  Float64Array.from(x, (u, i) => u + 0.5 * y[i] + 2 * (u - 0.5) * (y[i] - 0.5));

// Variances: 1/12, 1/48 and 4/144 of the interaction.
const parts = [1 / 12, 1 / 48, 1 / 36];
const all = parts[0] + parts[1] + parts[2];

function columnsOf(design: Design): Float64Array[] {
  return [0, 1, 2, 3].map((input) => {
    const out = new Float64Array(rows);
    design.fill(input, 0, out);
    return out;
  });
}

// The issue asks 90–99 % of plain draws and at least 90 % elsewhere.
test.each([
  ["plain", (seed: number) => plainDesign(seed, ["x", "y", "x'", "y'"]), 0.995],
  ["scrambled", (seed: number) => sobolDesign(seed, ["x", "y", "x'", "y'"]), 1],
] as const)("the stated error holds in 200 repetitions: %s", (_, make, most) => {
  const t = studentQuantile(0.975, 15);
  const held = [0, 0];
  for (let seed = 0; seed < 200; seed++) {
    const [x, y, x2, y2] = columnsOf(make(seed));
    const [a, b] = [
      [x, y],
      [x2, y2],
    ];
    const found = sobolIndices({
      a: model(a),
      b: model(b),
      mixed: [model(pickFreeze(a, b, [0])), model(pickFreeze(a, b, [1]))],
    });
    if (found.kind !== "indices") throw new Error("constant");
    const [group] = found.groups;
    held[0] += Number(Math.abs(group.first - parts[0] / all) <= t * group.firstError);
    held[1] += Number(Math.abs(group.total - (parts[0] + parts[2]) / all) <= t * group.totalError);
  }
  for (const count of held) {
    expect(count).toBeGreaterThanOrEqual(180);
    expect(count).toBeLessThanOrEqual(200 * most);
  }
});

test("moving and stretching the outcome changes no index", () => {
  const [x, y, x2, y2] = columnsOf(plainDesign(1, ["x", "y", "x'", "y'"]));
  const runs = [model([x, y]), model([x2, y2]), model([x2, y]), model([x, y2])];
  const of = ([a, b, ...mixed]: Float64Array[]) => sobolIndices({ a, b, mixed });
  const [plain, moved] = [of(runs), of(runs.map((run) => run.map((f) => 1000 - 7 * f)))];
  if (plain.kind !== "indices" || moved.kind !== "indices") throw new Error("constant");
  for (const [g, group] of plain.groups.entries()) {
    expect(moved.groups[g].first).toBeCloseTo(group.first, 8);
    expect(moved.groups[g].total).toBeCloseTo(group.total, 8);
  }
});
