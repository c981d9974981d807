/** A number written as the text given, digit for digit. */
export class RawNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function rawNumber(text: string): RawNumber {
  return new RawNumber(text);
}

/** JSON text, indented; a map is an object whose names may be anything, in its order. */
export function jsonText(value: unknown): string {
  return `${written(value, "")}\n`;
}

function written(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  const lines = (parts: readonly string[], [open, close]: string) =>
    parts.length === 0
      ? open + close
      : `${open}\n${parts.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
  if (value instanceof RawNumber) return value.text;
  if (Array.isArray(value))
    return lines(
      value.map((item) => written(item, deeper)),
      "[]",
    );
  if (typeof value === "object" && value !== null) {
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return lines(
      entries.map(([name, inner]) => `${JSON.stringify(name)}: ${written(inner, deeper)}`),
      "{}",
    );
  }
  return JSON.stringify(value);
}
