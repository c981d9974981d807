/**
 * A decimal × 100, by moving its point: 0.07 gives 7 exactly, where multiplying gives 7.000000000000001.
 *
 * @param value a number, or its decimal text
 */
export function hundredfold(value: number | string): number {
  return Number(moved(String(value), 2));
}

/** Text of points / 100 that `hundredfold` turns into the same points again. */
export function hundredth(points: number): string {
  const text = String(points);
  const short = String(Number(moved(text, -2)));
  return hundredfold(short) === points ? short : moved(text, -2);
}

function moved(text: string, places: number): string {
  const [digits, exponent = "0"] = text.toLowerCase().split("e");
  return `${digits}e${Number(exponent) + places}`;
}

/** Without the last digits, which only hold the noise of a few operations. */
export function tidy(value: number): number {
  return Number(value.toPrecision(13));
}

/** The number that a text is; undefined when it is none, or not finite. Takes what Java's `Double.valueOf` takes. */
export function finiteNumber(text: string | undefined): number | undefined {
  const plain = text?.trim() ?? "";
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[df]?$/i.test(plain) || plain.length > 400) return undefined;
  const value = Number(plain.replace(/[df]$/i, ""));
  return Number.isFinite(value) ? value : undefined;
}
