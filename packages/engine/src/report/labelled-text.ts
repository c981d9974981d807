import type { Labelled } from "./labelled.ts";
import type { Style } from "./style.ts";
import { labelled, widthOf, wrap } from "./wrap.ts";

/** A heading, and under it each text after its label, the texts lined up. */
export function labelledText(
  title: string,
  entries: readonly Labelled[],
  width: number,
  style: Style,
): string {
  if (entries.length === 0) return "";
  const indent = Math.min(24, Math.max(...entries.map((entry) => widthOf(entry.label))) + 4);
  const lines = entries.map((entry) => {
    const label = `  ${entry.label}`;
    if (widthOf(label) < indent) return labelled(label, entry.text, indent, width);
    return [
      ...wrap(entry.label, width - 2).map((line) => `  ${line}`),
      ...wrap(entry.text, width - indent).map((line) => " ".repeat(indent) + line),
    ].join("\n");
  });
  return [style.strong(title), ...lines].join("\n");
}
