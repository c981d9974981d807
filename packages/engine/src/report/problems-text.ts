import type { Problem } from "../model/problem.ts";
import { plural } from "./in-words.ts";
import type { Layout } from "./layout.ts";
import { labelled, wrap } from "./wrap.ts";

/**
 * Problems for a terminal: errors before warnings, each with its place, what is wrong and what to do; counts at the
 * end. A long hint that repeats the one before is left out.
 */
export function problemsText(problems: readonly Problem[], layout: Layout): string {
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  const blocks = [...errors, ...warnings].map((problem, i, all) => {
    const isRepeated = i > 0 && problem.hint.length > layout.width / 2 && problem.hint === all[i - 1].hint;
    return problemLines(isRepeated ? { ...problem, hint: "" } : problem, layout);
  });
  return `${[...blocks, layout.style.strong(`${problemCounts(problems)}.`)].join("\n")}\n`;
}

/** "2 errors, 1 warning". */
function problemCounts(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

/** One problem: where, what is wrong, what to do. */
export function problemLines(
  { severity, file, line, column, path, message, hint }: Problem,
  { width, style }: Layout,
): string {
  const place = file === "" ? "" : line > 0 ? `${file}:${line}:${column}` : file;
  const advice =
    hint === "" ? [] : wrap(hint, width - 6).map((text, i) => `    ${i === 0 ? "→" : " "} ${text}`);
  if (place === "" && path === "")
    return [labelled(`${severity}:`, message, severity.length + 2, width), ...advice].join("\n");
  const head = [place === "" ? "" : style.strong(place), severity, path]
    .filter((part) => part !== "")
    .join("  ");
  const body = wrap(message, width - 4).map((text) => `    ${text}`);
  return [head, ...body, ...advice].join("\n");
}
