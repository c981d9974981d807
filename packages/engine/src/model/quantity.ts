/**
 * A quantity with its unit written out. Nothing is guessed: `60` without `%` is refused.
 *
 * - assay: `3.67 %`, enrichment in uranium-235 by mass, as a fraction;
 * - mass: `300 kg UF6 @ 3.67 %` or `202.8 kgU @ 3.67 %`, in kilograms of the stated form;
 * - capacity: `4500 SWU/year`, in kilograms of separative work a year.
 */
export type Quantity =
  | { readonly kind: "assay"; readonly fraction: number }
  | {
      readonly kind: "mass";
      readonly kilograms: number /** What is weighed: uranium, or the compound. */;
      readonly form: "U" | "UF6";
      readonly fraction: number;
    }
  | { readonly kind: "capacity"; readonly swuPerYear: number };

export type QuantityKind = Quantity["kind"];

export type ReadQuantity<K extends QuantityKind> =
  | { readonly ok: true; readonly quantity: Extract<Quantity, { kind: K }> }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const number = "(\\d+(?:\\.\\d+)?)";
const patterns: Readonly<Record<QuantityKind, RegExp>> = {
  assay: new RegExp(`^${number} ?%$`, "u"),
  mass: new RegExp(`^${number} ?(g|kg|t) ?(U|UF6) ?@ ?${number} ?%$`, "u"),
  capacity: new RegExp(`^${number} ?SWU/(year|month|day)$`, "u"),
};
const examples: Readonly<Record<QuantityKind, string>> = {
  assay: "an enrichment such as `3.67 %`",
  mass: "an amount such as `300 kg UF6 @ 3.67 %` or `202.8 kgU @ 3.67 %`",
  capacity: "a capacity such as `4500 SWU/year`",
};
const kilogramsIn: Readonly<Record<string, number>> = { g: 0.001, kg: 1, t: 1000 };
const timesAYear: Readonly<Record<string, number>> = { year: 1, month: 12, day: 365 };

/** Reads a quantity of the kind that is expected there. */
export function readQuantity<K extends QuantityKind>(kind: K, text: string): ReadQuantity<K> {
  const found = patterns[kind].exec(text.trim());
  if (found === null)
    return { ok: false, message: `expected ${examples[kind]}, found "${text}"`, hint: hintFor(kind, text) };
  const quantity = quantityOf(kind, found);
  const fraction = quantity.kind === "capacity" ? 0.5 : quantity.fraction;
  if (fraction <= 0 || fraction >= 1)
    return {
      ok: false,
      message: `expected an enrichment above 0 % and below 100 %, found "${text}"`,
      hint: "",
    };
  return { ok: true, quantity: quantity as Extract<Quantity, { kind: K }> };
}

function quantityOf(kind: QuantityKind, [, amount, unit, form, assay]: RegExpExecArray): Quantity {
  if (kind === "assay") return { kind, fraction: Number(amount) / 100 };
  if (kind === "capacity") return { kind, swuPerYear: Number(amount) * timesAYear[unit] };
  return {
    kind,
    kilograms: Number(amount) * kilogramsIn[unit],
    form: form as "U" | "UF6",
    fraction: Number(assay) / 100,
  };
}

function hintFor(kind: QuantityKind, text: string): string {
  if (/^[\d.,]+$/.test(text.trim())) return "write the unit: it is never guessed";
  if (/\d,\d/.test(text)) return "write numbers without commas, with a point for decimals";
  if (kind === "mass" && /kg(?!\s?U)/.test(text))
    return "say what is weighed: kgU for uranium, kg UF6 for the gas";
  if (kind === "mass" && !text.includes("@")) return "say how enriched it is, after @";
  return "";
}
