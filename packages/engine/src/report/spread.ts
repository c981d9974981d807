import { widthOf } from "./wrap.ts";

/** Pieces spread over one line, or one under the other where they do not fit. */
export function spread(pieces: readonly string[], width: number): string {
  const shown = pieces.filter((piece) => piece !== "");
  const spare = width - shown.reduce((sum, piece) => sum + widthOf(piece), 0);
  if (shown.length < 2 || spare < 3 * (shown.length - 1)) return shown.join("\n");
  const gap = Math.min(12, Math.floor(spare / (shown.length - 1)));
  return shown.join(" ".repeat(gap));
}
