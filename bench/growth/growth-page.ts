import type { Line } from "../growth.bench.ts";
import { median } from "../median.ts";
import { inMilliseconds, machine } from "../speed/writing.ts";

/** The page on how time grows, in Markdown. */
export function growthPage(lines: readonly Line[]): string {
  const tables = lines.flatMap(({ what, rest, grown }) => [
    `## By ${what}: ${rest}`,
    "",
    `| ${what} | outcomes | efficient points | median | fastest – slowest |`,
    "| ---: | ---: | ---: | ---: | ---: |",
    ...grown.map(({ at, shape, points, rounds }) => {
      const spread = [Math.min(...rounds), Math.max(...rounds)].map(inMilliseconds).join(" – ");
      return `| ${at} | ${outcomesOf(shape)} | ${points} | ${inMilliseconds(median(rounds))} | ${spread} |`;
    }),
    "",
  ]);
  return [
    "# How time grows",
    "",
    "Written by `npm run bench -- growth --write`; do not edit by hand.",
    "",
    `Random additive values, real numbers, one package; from a case that has been read to its frontier, focal deals with every tie, and counts. Medians of at least three rounds after three that do not count, on ${machine()}. What is printed elsewhere on speed, with memory and against NegMAS, is in the [README](../README.md).`,
    "",
    "![Time against size, both axes logarithmic](performance.svg)",
    "",
    "Time follows the number of efficient points, not that of outcomes: values add up issue by issue, and what is dominated so far stays dominated. With two parties that number grows slowly; each further party multiplies it. _No deal at 40 %_: each party's value of no deal is that share of the sum of its best options, so that deals have to be counted too; elsewhere it is 0, and every outcome is a deal. Interactions join two or three issues near one another.",
    "",
    ...tables,
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}

function outcomesOf({ issues, options }: { readonly issues: number; readonly options: number }): string {
  const digits = issues * Math.log10(options);
  if (digits < 5) return String(options ** issues);
  const exponent = Math.floor(digits + 1e-9);
  const lead = (10 ** (digits - exponent)).toPrecision(2);
  return lead === "1.0" ? `10^${exponent}` : `${lead} · 10^${exponent}`;
}
