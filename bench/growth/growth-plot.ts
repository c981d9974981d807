import type { Line } from "../growth.bench.ts";
import { median } from "../median.ts";

const [width, height] = [720, 420];
const box = { left: 64, right: width - 230, top: 20, bottom: height - 48 };
/** Told apart by people who see colours otherwise, and by their marks (Okabe & Ito 2008). */
const colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#444444"];
const marks = ["●", "■", "▲", "◆", "✕"];

/** A plot of time against size as an SVG file, both axes logarithmic. */
export function growthPlot(lines: readonly Line[]): string {
  const sizes = lines.flatMap(({ grown }) => grown.map(({ at }) => at));
  const times = lines.flatMap(({ grown }) => grown.map(({ rounds }) => median(rounds)));
  const x = scale([1, Math.max(...sizes)], [box.left, box.right]);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...times)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...times)));
  const y = scale([lowest, highest], [box.bottom, box.top]);
  const across = [1, 2, 5, 10, 20, 50].filter((size) => size <= Math.max(...sizes));
  const up = Array.from(
    { length: Math.round(Math.log10(highest / lowest)) + 1 },
    (_, at) => lowest * 10 ** at,
  );
  const parts = [
    ...up.map(
      (time) =>
        `<line x1="${box.left}" x2="${box.right}" y1="${y(time)}" y2="${y(time)}" stroke="#ddd"/>${text(box.left - 8, y(time) + 4, inWords(time), "end")}`,
    ),
    ...across.map(
      (size) =>
        `<line x1="${x(size)}" x2="${x(size)}" y1="${box.bottom}" y2="${box.bottom + 5}" stroke="#888"/>${text(x(size), box.bottom + 20, String(size), "middle")}`,
    ),
    `<line x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}" stroke="#888"/>`,
    text((box.left + box.right) / 2, height - 8, "how many", "middle"),
    ...lines.map((line, k) => lineOf(line, k, x, y)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    "<title>Median time by number of issues, options, parties and interactions</title>",
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

function lineOf(
  { what, rest, grown }: Line,
  k: number,
  x: (size: number) => number,
  y: (time: number) => number,
): string {
  const colour = colours[k % colours.length];
  const places = grown.map(({ at, rounds }) => [x(at), y(median(rounds))] as const);
  const path = places.map(([px, py]) => `${px},${py}`).join(" ");
  const dots = places.map(([px, py]) => text(px, py + 4, marks[k % marks.length], "middle", colour)).join("");
  const key = box.top + 16 + 44 * k;
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots}`,
    text(box.right + 18, key, `${marks[k % marks.length]} by ${what}`, "start", colour),
    text(box.right + 30, key + 15, rest, "start", "#444"),
  ].join("");
}

function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const span = Math.log(to / from);
  return (value) => Math.round(10 * (start + ((end - start) * Math.log(value / from)) / span)) / 10;
}

function text(x: number, y: number, words: string, anchor: string, fill = "#222"): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
}

const inWords = (time: number): string =>
  time >= 1000 ? `${time / 1000} s` : `${Number(time.toPrecision(1))} ms`;
