import type { Problem } from "@parley/engine";

/** Thrown for anything wrong with what the user gave; caught once, in `run`. Never for a fault of our own. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.problems = problems;
  }
}

/** One problem that stands in no line of a file: an option, an argument, a file as a whole. */
export function badInput(
  code: string,
  message: string,
  where: { hint?: string; file?: string; path?: string } = {},
): BadInput {
  const { hint = "", file = "", path = "" } = where;
  return new BadInput([{ code, severity: "error", path, file, line: 0, column: 0, message, hint }]);
}
